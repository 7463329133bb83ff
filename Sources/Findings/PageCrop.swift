import DocumentModel

/// The part of a page around a place, as it looks.
public struct PageCrop: Sendable, Hashable {
  /// `image/png` or `image/jpeg`.
  public var mediaType: String
  public var bytes: [UInt8]
  /// The part of the page, 1-based, that is shown; in points.
  public var page: Int
  public var region: Box
  /// The places to mark, in points of the page; none where the whole page is meant.
  public var marks: [Box]
  /// By how many degrees, clockwise, the text is turned on the page: 0, 90, 180 or 270. A reader turns it back.
  public var textRotation: Int

  public init(
    mediaType: String, bytes: [UInt8], page: Int, region: Box, marks: [Box] = [], textRotation: Int = 0
  ) {
    self.mediaType = mediaType
    self.bytes = bytes
    self.page = page
    self.region = region
    self.marks = marks
    self.textRotation = textRotation
  }
}
