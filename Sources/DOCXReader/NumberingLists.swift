import Numbering

/// The lists of a document with numbering styles followed and overrides in place, as the counter asks for them.
struct NumberingLists: ListDefinitions {
  private let abstracts: [Int: NumberingPart.Abstract]
  private let instances: [Int: NumberingPart.Instance]
  /// The list definition that each instance really uses, numbering styles followed.
  private var resolved: [Int: Int] = [:]
  private let context: PartContext

  init(_ part: NumberingPart?, styles: StyleSheet, context: PartContext) {
    abstracts = part?.abstracts ?? [:]
    instances = part?.instances ?? [:]
    self.context = context
    for id in instances.keys {
      resolved[id] = Self.definition(of: id, instances, abstracts, styles, context, part?.part ?? "")
    }
  }

  /// The definition behind an instance; `numStyleLink` leads through a numbering style to another instance,
  /// and a set guards against rings.
  private static func definition(
    of instance: Int, _ instances: [Int: NumberingPart.Instance],
    _ abstracts: [Int: NumberingPart.Abstract], _ styles: StyleSheet, _ context: PartContext, _ part: String
  ) -> Int? {
    var seen: Set<Int> = []
    var next = instance
    while let found = instances[next] {
      guard let abstract = abstracts[found.abstract] else { return nil }
      guard abstract.styleLink >= 0 else { return found.abstract }
      guard seen.insert(next).inserted else {
        context.note("W_NUMBERING_CYCLE", part: part, "list \(instance) refers to itself")
        return found.abstract
      }
      guard let style = styles.index(of: abstract.styleLink, kind: .numbering) else { return found.abstract }
      let target = Int(styles[style].paragraph.numId)
      if target == 0 { return found.abstract }
      next = target
    }
    return nil
  }

  /// The level of a list; `nil` for list 0 (no numbering) and for lists that the file does not define.
  func fullLevel(_ level: Int, of list: Int) -> NumberingLevel? {
    guard list != 0, let instance = instances[list], let abstract = resolved[list] else { return nil }
    return instance.levelOverrides[level] ?? abstracts[abstract]?.levels[level]
  }

  func level(_ level: Int, of list: Int) -> ListLevel? { fullLevel(level, of: list)?.list }

  func definition(of list: Int) -> Int? { resolved[list] }

  func startOverrides(of list: Int) -> [Int: Int] { instances[list]?.startOverrides ?? [:] }
}
