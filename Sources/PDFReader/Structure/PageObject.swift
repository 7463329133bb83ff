import DocumentModel

/// A page (ISO 32000-1, 7.7.3.3), with what it inherits from the page tree.
struct PageObject: Sendable {
  /// 0-based.
  let index: Int
  /// The page object, where it is an indirect one, as it must be.
  let id: ObjectID?
  let dictionary: PDFDictionary
  /// As it is written, a reference unfollowed.
  let resourcesObject: PDFObject?
  let resources: PDFDictionary
  /// In default user space units.
  let mediaBox: PDFRectangle
  /// Within the media box.
  let cropBox: PDFRectangle
  /// Clockwise, 0, 90, 180 or 270 degrees.
  let rotation: Int
  /// Points in a unit of default user space.
  let userUnit: Double

  /// From default user space to points from the top left corner of the page as a reader sees it.
  var displayMatrix: PDFMatrix {
    let box = cropBox
    let unit = userUnit
    return switch rotation {
    case 90: PDFMatrix(a: 0, b: unit, c: unit, d: 0, e: -box.bottom * unit, f: -box.left * unit)
    case 180: PDFMatrix(a: -unit, b: 0, c: 0, d: unit, e: box.right * unit, f: -box.bottom * unit)
    case 270: PDFMatrix(a: 0, b: -unit, c: -unit, d: 0, e: box.top * unit, f: box.right * unit)
    default: PDFMatrix(a: unit, b: 0, c: 0, d: -unit, e: -box.left * unit, f: box.top * unit)
    }
  }

  /// Width and height in points as a reader sees the page.
  var displaySize: (width: Double, height: Double) {
    rotation % 180 == 0
      ? (cropBox.width * userUnit, cropBox.height * userUnit)
      : (cropBox.height * userUnit, cropBox.width * userUnit)
  }
}
