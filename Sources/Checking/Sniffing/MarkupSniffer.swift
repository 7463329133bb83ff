/// Tells the kinds of files that are written in markup apart: Word's XML forms, web pages, other XML.
enum MarkupSniffer {
  /// `nil` for what is no markup.
  static func kind(of head: Head) -> FileKind? {
    let lower = head.text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    // The header of a mail: what browsers and Word write as "single file web page" (RFC 2557).
    if isMail(lower) { return .webArchive }
    guard lower.first == UInt8(ascii: "<") else { return nil }
    if head.text.contains("http://schemas.microsoft.com/office/2006/xmlPackage") { return .flatPackage }
    if head.text.contains("http://schemas.microsoft.com/office/word/2003/wordml") { return .word2003XML }
    if lower.starts(with: "<?xml".utf8) { return xml(lower) }
    return isPage(lower) ? .webPage : lower.starts(with: "<!".utf8) ? .xml : nil
  }

  private static func isMail(_ lower: [UInt8]) -> Bool {
    guard lower.starts(with: "mime-version:".utf8) || lower.starts(with: "from:".utf8) else { return false }
    return lower.contains("multipart/related") || lower.contains("text/html")
  }

  private static func xml(_ lower: [UInt8]) -> FileKind {
    if lower.contains("<html") || lower.contains("<!doctype html") { return .webPage }
    if lower.contains("opendocument:xmlns:office") || lower.contains("openoffice.org/2000/office") {
      return lower.contains("opendocument.spreadsheet") ? .workbook : .openDocument
    }
    return lower.contains("office:excel") || lower.contains("office:spreadsheet") ? .workbook : .xml
  }

  /// Word and old browsers begin a page with almost any element.
  private static func isPage(_ lower: [UInt8]) -> Bool {
    let starts = [
      "<!doctype html", "<html", "<head", "<meta", "<title", "<body", "<table", "<div", "<p>", "<p ", "<font",
      "<center", "<style", "<span", "<br", "<h1", "<h2",
    ]
    if starts.contains(where: { lower.starts(with: $0.utf8) }) { return true }
    return lower.starts(with: "<!--".utf8) && lower.contains("<html")
  }
}
