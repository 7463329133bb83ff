/// A kind of file, told by its bytes and never by its name.
public enum FileFormat: String, Sendable, Hashable, CaseIterable {
  case docx, doc, pdf, ofd, html, rtf
  /// A Word document in one XML file: Flat OPC or Word 2003 XML.
  case wordXML = "word-xml"

  /// 版式文件: keeps what is printed and not what was set, so that nobody mends anything in it.
  public var isFixedLayout: Bool { self == .pdf || self == .ofd }
}
