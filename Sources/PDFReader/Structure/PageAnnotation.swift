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
  /// The annotation object, where it is an indirect one.
  let id: ObjectID?
}

extension PDFFile {
  /// The annotations of a page, in the order in which they are painted.
  func annotations(of page: PageObject) -> [PageAnnotation] {
    guard let list = array(page.dictionary, "Annots") else { return [] }
    return pageEntries(list).compactMap { entry in
      resolve(entry).dictionary.flatMap { annotation($0, id: entry.reference) }
    }
  }

  /// The annotations of a page as they are written.
  func annotationDictionaries(of page: PageObject) -> [PDFDictionary] {
    guard let list = array(page.dictionary, "Annots") else { return [] }
    return pageEntries(list).compactMap { resolve($0).dictionary }
  }

  private func annotation(_ dictionary: PDFDictionary, id: ObjectID?) -> PageAnnotation? {
    guard let subtype = name(dictionary, "Subtype") else { return nil }
    let rectangle = self.rectangle(dictionary, "Rect") ?? PDFRectangle(0, 0, 0, 0)
    let appearance = normalAppearance(dictionary)
    let box = appearance.flatMap { self.rectangle($0.dictionary, "BBox") } ?? PDFRectangle(0, 0, 0, 0)
    let own = appearance.flatMap { matrix($0.dictionary, "Matrix") } ?? .identity
    // Bits 1, 2, 3 and 6 (ISO 32000-1, table 165).
    let flags = integer(dictionary, "F") ?? 0
    let isHidden = flags & 0b10 != 0 || !isShown(optionalContent: dictionary["OC"])
    return PageAnnotation(
      subtype: subtype, rectangle: rectangle, appearance: appearance,
      matrix: own.concatenated(Self.fit(own.bounds(of: box), into: rectangle)), boundingBox: box,
      isShown: !isHidden && flags & 0b10_0000 == 0 && subtype != "Popup",
      isPrinted: !isHidden && flags & 0b100 != 0 && subtype != "Popup", dictionary: dictionary, id: id)
  }

  /// The normal appearance (ISO 32000-1, 12.5.5), of the state that the annotation is in.
  private func normalAppearance(_ dictionary: PDFDictionary) -> PDFStream? {
    guard let appearances = self.dictionary(dictionary, "AP") else { return nil }
    switch resolve(appearances["N"]) {
    case .stream(let stream): return stream
    case .dictionary(let states):
      guard let state = name(dictionary, "AS") else { return nil }
      return stream(states, state)
    default: return nil
    }
  }

  /// The scaling and shift that make `box` the rectangle.
  private static func fit(_ box: PDFRectangle, into rectangle: PDFRectangle) -> PDFMatrix {
    let width = box.width > 0 ? rectangle.width / box.width : 1
    let height = box.height > 0 ? rectangle.height / box.height : 1
    return PDFMatrix(
      a: width, b: 0, c: 0, d: height, e: rectangle.left - box.left * width,
      f: rectangle.bottom - box.bottom * height)
  }
}
