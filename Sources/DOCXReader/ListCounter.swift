import DocumentModel

/// Counts the lists of a document as paragraphs pass by, and renders their labels (ECMA-376-1, 17.9).
struct ListCounter {
  private let abstracts: [Int: NumberingPart.Abstract]
  private let instances: [Int: NumberingPart.Instance]
  /// The list definition that each instance really uses, numbering styles followed.
  private var resolved: [Int: Int] = [:]
  /// The current number of each level, by definition: instances of one definition count on together.
  private var counters: [Int: [Int?]] = [:]
  /// The instances whose start overrides have been used.
  private var started: Set<Int> = []
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
  func level(list: Int, level: Int) -> NumberingLevel? {
    guard list != 0, let instance = instances[list], let abstract = resolved[list] else { return nil }
    return instance.levelOverrides[level] ?? abstracts[abstract]?.levels[level]
  }

  /// Counts one paragraph and renders its label; empty for bullets without text and undefined lists.
  mutating func label(list: Int, level index: Int) -> String {
    guard (0...8).contains(index), let level = level(list: list, level: index),
      let definition = resolved[list]
    else { return "" }
    var counts = counters[definition] ?? Array(repeating: nil, count: 9)
    if started.insert(list).inserted {
      for (level, start) in instances[list]?.startOverrides ?? [:] where (0...8).contains(level) {
        counts[level] = start - 1
      }
    }
    counts[index] = (counts[index] ?? level.start - 1) + 1
    // A number at one level restarts the levels below it, unless they say otherwise (17.9.10).
    for lower in (index + 1)..<9 where index < 8 {
      let restart = self.level(list: list, level: lower)?.restart
      if restart == 0 { continue }
      if let restart, index >= restart { continue }
      counts[lower] = nil
    }
    counters[definition] = counts
    return render(level, list: list, counts: counts)
  }

  private func render(_ level: NumberingLevel, list: Int, counts: [Int?]) -> String {
    if level.format == "none" { return level.text.contains("%") ? "" : level.text }
    guard level.format != "bullet" else { return bullet(level.text) }
    var label = ""
    var isReference = false
    for character in level.text.prefix(64) {
      if isReference, let digit = character.wholeNumberValue, (1...9).contains(digit) {
        let other = self.level(list: list, level: digit - 1)
        let number = counts[digit - 1] ?? other?.start ?? 1
        label += NumberFormat.text(number, level.isLegal ? "decimal" : other?.format ?? "decimal")
        isReference = false
      } else if character == "%" {
        if isReference { label.append("%") }
        isReference = true
      } else {
        if isReference { label.append("%") }
        isReference = false
        label.append(character)
      }
    }
    return label
  }

  /// A bullet of a symbol face has a private code point that says nothing; print a plain bullet.
  private func bullet(_ text: String) -> String {
    guard let scalar = text.unicodeScalars.first else { return "" }
    return (0xE000...0xF8FF).contains(scalar.value) ? "•" : text
  }
}
