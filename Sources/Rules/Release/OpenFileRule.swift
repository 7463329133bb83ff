import Conformance
import DocumentModel
import Findings
import Messages

/// A file for download opens: it is whole, asks for no password and restricts nothing (rules.md §1.3,
/// TWIN-open).
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
  private static let notes = ["W_PDF_RESTRICTED", "W_READ_BY_PDFTOTEXT"]

  public static let description = RuleDescription(
    code: "TWIN-open",
    sources: ["泗县教育体育局基层政务公开提升行动任务分解表·政府信息管理和发布制度建设", "ISO 32000-1, 7.6"],
    settings: [
      Setting("failingErrors", .list(.text), standard: listed(errors)),
      Setting("reviewedNotes", .list(.text), standard: listed(notes)),
    ],
    examples: [
      Example("能打开", on: [.document], sample(), .passed),
      Example(
        "限制打印和复制", on: [.document], sample("W_PDF_RESTRICTED").printed(), .cantTell, codes: ["TWIN-open"]),
      Example(
        "已损坏，要用别的软件才能读出文字", on: [.document], sample("W_READ_BY_PDFTOTEXT").printed(), .cantTell,
        codes: ["TWIN-open"]),
    ])

  private static func listed(_ names: [String]) -> String {
    "[" + names.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
  }

  private static func sample(_ note: String? = nil) -> StructuredDocument {
    var document = StructuredDocument.sample([.body("现将有关事项通知如下。")])
    document.document.notes = note.map { [ReadNote($0)] } ?? []
    return document
  }

  /// The sentence of a code; a spec may name codes that have none.
  private static func words(_ code: String, _ other: String) -> Message {
    Message(Catalogue.builtIn.entries[code] == nil ? other : code)
  }

  public static var grounds: Grounds { [] }

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    let wanted = reviewedNotes ?? Self.notes
    guard let note = context.document.document.notes.first(where: { wanted.contains($0.code) }) else {
      return .conforms
    }
    let message = Message("TWIN-open.review", ["what": .message(Self.words(note.code, "W_OTHER"))])
    return .cannotTell(message, [Violation(message, at: [])])
  }

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
