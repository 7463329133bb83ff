import DocumentModel

/// A page turned so that its text is upright.
struct TurnedSheet {
  /// In points, of the page as it is turned.
  let width: Double
  let height: Double
  private let rotation: Int

  init(_ page: Page) {
    rotation = page.textRotation
    let isAcross = rotation % 180 != 0
    width = (isAcross ? page.height : page.width).points
    height = (isAcross ? page.width : page.height).points
  }

  /// A box of the page on the turned one.
  func upright(_ box: Box) -> Box {
    let isAcross = rotation % 180 != 0
    return Self.turn(box, by: rotation, in: isAcross ? (height, width) : (width, height))
  }

  /// A box of the turned page on the page.
  func back(_ box: Box) -> Box { Self.turn(box, by: (360 - rotation) % 360, in: (width, height)) }

  /// A box as it stands when a sheet of some size is turned counterclockwise.
  private static func turn(_ box: Box, by degrees: Int, in sheet: (width: Double, height: Double)) -> Box {
    switch degrees {
    case 90: Box(left: box.top, top: sheet.width - box.right, width: box.height, height: box.width)
    case 180:
      Box(left: sheet.width - box.right, top: sheet.height - box.bottom, width: box.width, height: box.height)
    case 270: Box(left: sheet.height - box.bottom, top: box.left, width: box.height, height: box.width)
    default: box
    }
  }
}
