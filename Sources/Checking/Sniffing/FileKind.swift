import DocumentModel

/// What a file is by its bytes, whatever its name says.
enum FileKind: String, CaseIterable, Sendable {
  case empty
  // What readers read.
  /// A zip; whether a Word package, is for the reader to see.
  case package
  /// Word 97 to 2003, or WPS Writer, which writes the same ([MS-DOC]).
  case wordBinary
  case rtf, pdf
  /// One XML file that holds a whole Word package (`pkg:package`), or the older Word 2003 XML.
  case flatPackage, word2003XML
  // What no reader reads yet.
  case ofd, webPage, webArchive
  // What never will be read here.
  /// Word for Windows 1 to 95, and other forms from before Word 97.
  case oldWord
  case works, encrypted, workbook, presentation, openDocument, book, archive, picture
  /// A compound file of another program ([MS-CFB]), such as an installer or a mail.
  case compound
  case xml, text, unknown

  /// The format that a reader takes it as; also given for kinds that are known and have no reader yet.
  var format: FileFormat? {
    switch self {
    case .package: .docx
    case .wordBinary: .doc
    case .rtf: .rtf
    case .pdf: .pdf
    case .flatPackage, .word2003XML: .wordXML
    case .ofd: .ofd
    case .webPage, .webArchive: .html
    case .empty, .oldWord, .works, .encrypted, .workbook, .presentation, .openDocument, .book, .archive,
      .picture, .compound, .xml, .text, .unknown:
      nil
    }
  }

  /// Why nobody reads it; `nil` for what a reader is to be asked for.
  /// - Parameter nameExtension: what the name ends in, in lower case; where it tells the kind, the user knows
  ///   what the file is, and hears only that it is not checked yet.
  func refusal(nameExtension: String) -> ReadError? {
    switch self {
    case .package, .wordBinary, .rtf, .pdf, .flatPackage, .word2003XML: nil
    case .empty: ReadError(.empty)
    case .ofd: ReadError(nameExtension == "ofd" ? .unsupported : .type)
    case .webPage: ReadError(["html", "htm", "xhtml"].contains(nameExtension) ? .unsupported : .webPage)
    case .webArchive: ReadError(["mht", "mhtml"].contains(nameExtension) ? .unsupported : .webArchive)
    case .oldWord: ReadError(.oldWord)
    case .works: ReadError(.works)
    case .encrypted: ReadError(.encrypted)
    case .workbook: ReadError(.workbook)
    case .presentation: ReadError(.presentation)
    case .openDocument: ReadError(.openDocument)
    case .book: ReadError(.book)
    case .archive: ReadError(.archive)
    case .picture: ReadError(.picture)
    case .compound: ReadError(.compound)
    case .xml: ReadError(.xml)
    case .text: ReadError(.text)
    case .unknown: ReadError(.type)
    }
  }
}

extension ReadError.Code {
  /// A web page, under a name that does not say so.
  static let webPage = Self("E_HTML")
  /// A web page in one file (MHTML), under a name that does not say so.
  static let webArchive = Self("E_MHTML")
  /// A document of Word 95 or earlier.
  static let oldWord = Self("E_WORD95")
  /// A document of Microsoft Works, which shares the extension `.wps` with WPS Office.
  static let works = Self("E_WORKS")
  static let workbook = Self("E_WORKBOOK")
  static let presentation = Self("E_PRESENTATION")
  static let openDocument = Self("E_OPENDOCUMENT")
  static let book = Self("E_EPUB")
  static let archive = Self("E_ARCHIVE")
  static let picture = Self("E_PICTURE")
  /// A compound file that holds no document.
  static let compound = Self("E_COMPOUND")
  /// XML that is no Word document.
  static let xml = Self("E_XML_OTHER")
  /// Plain text without any formatting.
  static let text = Self("E_TEXT")
}
