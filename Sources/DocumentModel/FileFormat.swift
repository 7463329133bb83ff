/// A kind of file, told by its bytes and never by its name.
public enum FileFormat: String, Sendable, Hashable, CaseIterable {
  case docx, doc, pdf, ofd, html, rtf
  /// A Word document in one XML file: Flat OPC or Word 2003 XML.
  case wordXML = "word-xml"
}
