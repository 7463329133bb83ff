import DocumentModel

/// The resources of a page or form (ISO 32000-1, 7.8.3), with what was looked up in them.
final class ResourceFrame {
  let dictionary: PDFDictionary
  var fonts: [(name: PDFName, index: Int32)] = []
  var spaces: [(name: PDFName, space: PaintSpace)] = []
  private var categories: [(name: PDFName, content: PDFDictionary)] = []
  /// Where readers look for what a form uses and does not have, against the standard: in those of the stream
  /// that draws it.
  private let outer: ResourceFrame?
  /// Whether something was found there: it may not be drawn by another stream as it was by this one.
  private(set) var hasBorrowed = false

  init(_ dictionary: PDFDictionary, inside outer: ResourceFrame? = nil) {
    self.dictionary = dictionary
    self.outer = outer
  }

  /// An entry of a category such as `Font` or `XObject`, a reference unfollowed.
  func object(_ category: PDFName, _ name: PDFName, in file: PDFFile) -> PDFObject? {
    if let own = content(category, in: file)[name] { return own }
    guard let found = outer?.object(category, name, in: file) else { return nil }
    hasBorrowed = true
    return found
  }

  private func content(_ category: PDFName, in file: PDFFile) -> PDFDictionary {
    if let known = categories.first(where: { $0.name == category }) { return known.content }
    let content = file.dictionary(dictionary, category) ?? PDFDictionary()
    categories.append((category, content))
    return content
  }

  func lookUp(_ category: PDFName, _ name: PDFName, in file: PDFFile) -> PDFDictionary? {
    file.resolve(object(category, name, in: file)).dictionary
  }
}

/// A form XObject (ISO 32000-1, 8.10), read once.
final class FormXObject {
  let data: [UInt8]
  /// Whether some of its data, or its resources, are lost.
  let isDamaged: Bool
  let matrix: PDFMatrix
  let box: PDFRectangle?
  /// `nil`: those of the stream that draws it, as old files have it.
  let resources: ResourceFrame?
  let optionalContent: PDFObject?
  /// Whether it is put on the page as one thing (ISO 32000-1, 11.6.6).
  let isGroup: Bool
  /// Whether the structure tree refers to all of it at once (ISO 32000-1, 14.7.4.4).
  let isStructural: Bool

  init(
    data: [UInt8], isDamaged: Bool, matrix: PDFMatrix, box: PDFRectangle?, resources: ResourceFrame?,
    optionalContent: PDFObject?, isGroup: Bool, isStructural: Bool
  ) {
    self.data = data
    self.isDamaged = isDamaged
    self.matrix = matrix
    self.box = box
    self.resources = resources
    self.optionalContent = optionalContent
    self.isGroup = isGroup
    self.isStructural = isStructural
  }
}
