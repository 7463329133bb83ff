import Conformance
import DocumentModel
import Findings
import Messages

/// A file for download opens for everybody: it is whole, asks for no password, restricts nothing, and is what
/// the ending of its name says (rules.md §1.3, TWIN-open and 伪 DOC).
public struct OpenFileRule: Rule {
  /// The codes of reading errors that break the requirement; a code that ends in `*` stands for all that begin
  /// so. Errors of other codes say nothing of it: that there is no such file, that it passes a limit of this
  /// program.
  let failingErrors: [String]?
  /// The codes of reading notes that a person must look at.
  let reviewedNotes: [String]?

  private static let errors = [
    "E_EMPTY", "E_ENCRYPTED", "E_ZIP_ENCRYPTED", "E_ZIP_CORRUPT", "E_ZIP_CRC", "E_XML_MALFORMED", "E_DOCX_*",
    "E_PDF_*",
  ]
  private static let notes = [
    "W_PDF_RESTRICTED", "W_PDF_LOST", "W_PDF_TEXT_MODE", "W_PDF_XREF_REBUILT", "W_READ_BY_PDFTOTEXT",
  ]

  public static let description = RuleDescription(
    code: "TWIN-open", subcodes: ["TWIN-open-name"],
    sources: ["泗县教育体育局基层政务公开提升行动任务分解表·政府信息管理和发布制度建设", "ISO 32000-1, 7.6"],
    settings: [
      Setting("failingErrors", .list(.text), standard: listed(errors)),
      Setting("reviewedNotes", .list(.text), standard: listed(notes)),
    ],
    examples: [
      Example("能打开，名实相符", on: [.document], sample(.docx, "docx"), .passed),
      Example("没有扩展名", on: [.document], sample(.docx, nil), .passed),
      Example("旧版 Word 文档", on: [.document], sample(.doc, "doc"), .passed),
      Example("WPS 文字的文件与旧版 Word 相同", on: [.document], sample(.doc, "wps"), .passed),
      Example(
        "限制打印和复制", on: [.document], sample(.pdf, "pdf", "W_PDF_RESTRICTED").printed(), .cantTell,
        codes: ["TWIN-open"]),
      Example(
        "已损坏，有的内容丢失了", on: [.document], sample(.pdf, "pdf", "W_PDF_LOST").printed(), .cantTell,
        codes: ["TWIN-open"]),
      Example(
        "已损坏，要用别的软件才能读出文字", on: [.document],
        sample(.pdf, "pdf", "W_READ_BY_PDFTOTEXT").printed(), .cantTell, codes: ["TWIN-open"]),
      Example(
        "扩展名是 .doc，内容是 RTF", on: [.document], sample(.rtf, "doc"), .cantTell, codes: ["TWIN-open-name"]),
      Example(
        "扩展名是 .doc，内容是 DOCX", on: [.document], sample(.docx, "doc"), .cantTell,
        codes: ["TWIN-open-name"]),
      Example(
        "扩展名是 .docx，内容是 Word XML", on: [.document], sample(.wordXML, "docx"), .cantTell,
        codes: ["TWIN-open-name"]),
    ])

  private static func listed(_ names: [String]) -> String {
    "[" + names.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
  }

  private static func sample(
    _ format: FileFormat, _ name: String?, _ note: String? = nil
  ) -> StructuredDocument {
    var document = StructuredDocument.sample([.body("现将有关事项通知如下。")])
    document.document.format = format
    document.document.nameExtension = name
    document.document.notes = note.map { [ReadNote($0)] } ?? []
    return document
  }

  /// The sentence of a code; a spec may name codes that have none.
  private static func words(_ code: String, _ other: String) -> Message {
    Message(Catalogue.builtIn.entries[code] == nil ? other : code)
  }

  public static var grounds: Grounds { [] }

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    let document = document.document.document
    let doubts = [noteDoubt(document), nameDoubt(document)].compactMap { $0 }
    return doubts.first.map { .cannotTell($0.message, doubts) } ?? .conforms
  }

  private func noteDoubt(_ document: Document) -> Violation? {
    let wanted = reviewedNotes ?? Self.notes
    guard let note = document.notes.first(where: { wanted.contains($0.code) }) else { return nil }
    return Violation(
      Message("TWIN-open.review", ["what": .message(Self.words(note.code, "W_OTHER"))]), at: [])
  }

  private func nameDoubt(_ document: Document) -> Violation? {
    guard let name = document.nameExtension, let claimed = Self.claims[name], claimed != document.format
    else {
      return nil
    }
    let kind = Message("format.\(document.format.rawValue)")
    return Violation(
      code: "TWIN-open-name", outcome: .cantTell,
      Message("TWIN-open-name.failed", ["name": .text(name), "kind": .message(kind)]), actual: kind,
      expected: Message("TWIN-open-name.expected", ["name": .text(name)]), at: [])
  }

  /// What the endings of names say. WPS Writer writes `.wps` and `.wpt` as Word writes `.doc`.
  private static let claims: [String: FileFormat] = [
    "docx": .docx, "docm": .docx, "dotx": .docx, "dotm": .docx,
    "doc": .doc, "dot": .doc, "wps": .doc, "wpt": .doc,
    "rtf": .rtf, "pdf": .pdf, "ofd": .ofd, "html": .html, "htm": .html, "xml": .wordXML,
  ]

  public func check(refusal: ReadError) -> Verdict? {
    let code = refusal.code.rawValue
    let isFailing = (failingErrors ?? Self.errors).contains { known in
      known.hasSuffix("*") ? code.hasPrefix(known.dropLast()) : code == known
    }
    guard isFailing else { return nil }
    let message = Message("TWIN-open.failed", ["what": .message(Self.words(code, "E_OTHER"))])
    return .violates([Violation(message, at: [])])
  }
}
