/// An annotation of a page (ISO 32000-1, 12.5), as far as it paints.
struct PageAnnotation: Sendable {
  /// `Widget`, `Stamp`, `Link` …, also such as no standard knows.
  let subtype: PDFName
  /// In default user space.
  let rectangle: PDFRectangle
  /// The normal appearance that is shown now; `nil` when there is none.
  let appearance: PDFStream?
  /// From the space of the appearance stream to default user space (ISO 32000-1, 12.5.5, algorithm 8.1):
  /// the form's own Matrix, then the fit of its transformed BBox into `rectangle`.
  let matrix: PDFMatrix
  /// The BBox of the appearance, in the space of its stream.
  let boundingBox: PDFRectangle
  /// Whether a reader shows it on the screen: neither Hidden nor NoView, nor a popup.
  let isShown: Bool
  /// Whether it is printed.
  let isPrinted: Bool
  let dictionary: PDFDictionary
}

extension PDFFile {
  /// The annotations of a page, in the order in which they are painted.
  func annotations(of page: PageObject) -> [PageAnnotation] { [] }
}
