/// The logical structure of a tagged file (ISO 32000-1, 14.7), as far as reading order needs it.
struct StructureTree: Sendable {
  /// A structure element.
  struct Element: Sendable {
    /// The standard type after the role map: `P`, `H1`, `Table`, `TD`, `Artifact` …
    let type: PDFName
    /// The index of the parent in `elements`.
    let parent: Int?
    /// The text that stands for the element's content, where the file gives one.
    let actualText: [UInt8]?
  }

  /// One piece of marked content, in reading order.
  struct Item: Sendable {
    /// The page, 0-based.
    let page: Int
    let mcid: Int
    /// The index in `elements`.
    let element: Int
  }

  /// In document order, parents first.
  let elements: [Element]
  /// In reading order.
  let items: [Item]
  /// Whether the file claims to be tagged (`MarkInfo`, 14.7.1), and not as suspects.
  let isTagged: Bool
}

extension PDFFile {
  /// The structure tree; `nil` when there is none.
  var structureTree: StructureTree? { nil }
}
