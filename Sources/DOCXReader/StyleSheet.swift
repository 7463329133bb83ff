import DocumentModel

/// The styles of a document, every chain of `basedOn` laid flat.
final class StyleSheet {
  /// A style with everything it inherits from the styles that it is based on; document defaults are not in it.
  struct Flat {
    var run = RunProperties()
    var paragraph = ParagraphProperties()
    var conditions: [TableCondition: (run: RunProperties, paragraph: ParagraphProperties)] = [:]
    /// The chain, this style first, as indexes into `raw`.
    var chain: [Int] = []
    var name = NamePool.none
  }

  let raw: [RawStyle]
  let defaultRun: RunProperties
  let defaultParagraph: ParagraphProperties
  /// The styles that apply where none is named.
  let defaultParagraphStyle: Int?
  let defaultCharacterStyle: Int?
  let defaultTableStyle: Int?

  private let context: PartContext
  private let part: String
  private let chainLimit: Int
  private var indexOfID: [Int32: Int] = [:]
  private var flat: [Flat?]

  init(_ part: StylesPart?, context: PartContext, limits: ReadLimits) {
    raw = part?.styles ?? []
    defaultRun = part?.defaultRun ?? RunProperties()
    defaultParagraph = part?.defaultParagraph ?? ParagraphProperties()
    self.context = context
    self.part = part?.part ?? ""
    chainLimit = limits.styleChain
    flat = Array(repeating: nil, count: raw.count)
    var defaults: [RawStyle.Kind: Int] = [:]
    for (index, style) in raw.enumerated() {
      // Of two styles with one id Word keeps the last.
      indexOfID[style.id] = index
      if style.isDefault { defaults[style.kind] = index }
    }
    defaultParagraphStyle = defaults[.paragraph]
    defaultCharacterStyle = defaults[.character]
    defaultTableStyle = defaults[.table]
  }

  /// The index of a style by its id and kind; `nil` when the file has no such style.
  func index(of id: Int32, kind: RawStyle.Kind) -> Int? {
    guard id >= 0, let index = indexOfID[id], raw[index].kind == kind else { return nil }
    return index
  }

  /// A style with its chain laid flat; worked out on first use, for files may hold 100 000 styles.
  subscript(index: Int) -> Flat {
    if let known = flat[index] { return known }
    let result = merged(chain(from: index), name: raw[index].name)
    flat[index] = result
    return result
  }

  /// The chain of `basedOn`, iteratively, with a set against rings; what is longer than the limit is followed
  /// only to see whether it is a ring.
  private func chain(from start: Int) -> [Int] {
    var chain: [Int] = []
    var seen: Set<Int> = []
    var next: Int? = start
    while let index = next {
      guard seen.insert(index).inserted else {
        context.note("W_STYLE_CYCLE", part: part, "style '\(context.pool[raw[index].id])' is based on itself")
        return chain
      }
      if chain.count < chainLimit { chain.append(index) }
      next = self.index(of: raw[index].basedOn, kind: raw[index].kind)
    }
    if seen.count > chainLimit {
      context.note("W_STYLE_DEPTH", part: part, "\(seen.count) styles based on each other")
    }
    return chain
  }

  private func merged(_ chain: [Int], name: Int32) -> Flat {
    var result = Flat()
    for index in chain.reversed() {
      result.run.merge(raw[index].run)
      result.paragraph.merge(raw[index].paragraph)
      for (condition, layer) in raw[index].conditions {
        var merged = result.conditions[condition] ?? (RunProperties(), ParagraphProperties())
        merged.run.merge(layer.run)
        merged.paragraph.merge(layer.paragraph)
        result.conditions[condition] = merged
      }
    }
    result.chain = chain
    result.name = name
    return result
  }
}
