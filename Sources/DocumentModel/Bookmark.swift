/// An entry of a document's outline, which viewers show beside the pages (ISO 32000-1, 12.3.3).
public struct Bookmark: Hashable, Sendable {
  public var title: String
  /// 1 for the outermost.
  public var level: Int
  /// The page that it leads to, 1-based; `nil` where it leads to none that can be told.
  public var page: Int?

  public init(title: String, level: Int = 1, page: Int? = nil) {
    self.title = title
    self.level = level
    self.page = page
  }
}
