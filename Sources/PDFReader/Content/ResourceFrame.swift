import DocumentModel

/// The resources of a page or form (ISO 32000-1, 7.8.3), with what was looked up in them.
final class ResourceFrame {
  let dictionary: PDFDictionary
  var fonts: [(name: PDFName, index: Int32)] = []
  var spaces: [(name: PDFName, space: PaintSpace)] = []
  private var categories: [(name: PDFName, content: PDFDictionary)] = []

  init(_ dictionary: PDFDictionary) { self.dictionary = dictionary }

  /// An entry of a category such as `Font` or `XObject`, a reference unfollowed.
  func object(_ category: PDFName, _ name: PDFName, in file: PDFFile) -> PDFObject? {
    if let known = categories.first(where: { $0.name == category }) { return known.content[name] }
    let content = file.dictionary(dictionary, category) ?? PDFDictionary()
    categories.append((category, content))
    return content[name]
  }

  func lookUp(_ category: PDFName, _ name: PDFName, in file: PDFFile) -> PDFDictionary? {
    file.resolve(object(category, name, in: file)).dictionary
  }
}

/// A form XObject (ISO 32000-1, 8.10), read once.
final class FormXObject {
  let data: [UInt8]
  let matrix: PDFMatrix
  let box: PDFRectangle?
  /// `nil`: those of the stream that draws it, as old files have it.
  let resources: ResourceFrame?
  let optionalContent: PDFObject?

  init(
    data: [UInt8], matrix: PDFMatrix, box: PDFRectangle?, resources: ResourceFrame?,
    optionalContent: PDFObject?
  ) {
    self.data = data
    self.matrix = matrix
    self.box = box
    self.resources = resources
    self.optionalContent = optionalContent
  }
}
