import DocumentModel
import Messages
import Testing

@testable import Reports

@Suite struct ErrorWordingTests {
  /// Every code that a reader or the checker gives.
  static let codes = [
    "E_EMPTY", "E_TYPE", "E_UNSUPPORTED", "E_ENCRYPTED", "E_TOO_LARGE", "E_MISSING", "E_UNREADABLE",
    "E_CHANGED", "E_LINK", "E_ZIP_BOMB", "E_ZIP_OVERLAP", "E_ZIP_PATH", "E_ZIP_DUPLICATE",
    "E_ZIP_ENCRYPTED", "E_ZIP_CRC", "E_ZIP_HEADER_MISMATCH", "E_ZIP_CORRUPT", "E_ZIP_TOO_MANY",
    "E_XML_DTD", "E_XML_LIMIT", "E_XML_MALFORMED", "E_DOCX_NO_MAIN", "E_DOCX_STRUCTURE", "E_LIMIT",
    "E_HTML", "E_MHTML", "E_WORD95", "E_WORKS", "E_WORKBOOK", "E_PRESENTATION", "E_OPENDOCUMENT", "E_EPUB",
    "E_ARCHIVE", "E_PICTURE", "E_COMPOUND", "E_XML_OTHER", "E_TEXT",
  ]

  @Test(arguments: codes) func everyCodeSaysWhatAndWhatToDo(_ code: String) {
    let entries = Catalogue.builtIn.entries
    #expect(entries[code] != nil && entries["\(code).do"] != nil)
    let wording = ErrorWording(ReadError(.init(code)), format: nil)
    #expect(wording.what.key == code)
    for language in Language.allCases {
      let line = wording.sentence(path: "a.docx").text(in: language)
      #expect(line.contains(code) && !line.contains("[E_") && !line.contains("{"))
    }
  }

  @Test func theContentPicksTheSentence() {
    let ofd = ErrorWording(ReadError(.type), format: .ofd).what.text(in: .zh)
    #expect(ofd == "文件内容是 OFD 版式文件，与文件名不符")
    #expect(ErrorWording(ReadError(.zipCRC), format: .docx).what.key == "E_ZIP_CRC")
  }

  @Test func anUnknownCodeIsStillASentence() {
    let line = ErrorWording(ReadError(.init("E_NEW")), format: nil).sentence(path: "a").text(in: .zh)
    #expect(line.hasPrefix("a：文件读不出来（E_NEW），无法检查。"))
  }
}
