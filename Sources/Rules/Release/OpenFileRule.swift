import Conformance
import DocumentModel
import Findings
import Messages

/// A file for download opens for everybody: it is what the ending of its name says (rules.md §1.3, TWIN-open
/// and 伪 DOC).
///
/// What cannot be read at all never comes to a rule: it is an error of its own. So what is left to judge of a
/// document that was read is its name.
public struct OpenFileRule: Rule {
  public static let description = RuleDescription(
    code: "TWIN-open", subcodes: ["TWIN-open-name"], sources: ["中华人民共和国政府信息公开条例, 第十七条"],
    examples: [
      Example("名实相符", on: [.document], sample(.docx, "docx"), .passed),
      Example("旧版 Word 文档", on: [.document], sample(.doc, "doc"), .passed),
      Example("WPS 文字的文件与旧版 Word 相同", on: [.document], sample(.doc, "wps"), .passed),
      Example(
        "扩展名是 .doc，内容是 RTF", on: [.document], sample(.rtf, "doc"), .cantTell, codes: ["TWIN-open-name"]),
      Example(
        "扩展名是 .doc，内容是 DOCX", on: [.document], sample(.docx, "doc"), .cantTell,
        codes: ["TWIN-open-name"]),
      Example(
        "扩展名是 .docx，内容是 Word XML", on: [.document], sample(.wordXML, "docx"), .cantTell,
        codes: ["TWIN-open-name"]),
      Example("没有扩展名", on: [.document], sample(.docx, nil), .inapplicable),
    ])

  private static func sample(_ format: FileFormat, _ name: String?) -> StructuredDocument {
    var document = StructuredDocument.sample([.body("现将有关事项通知如下。")])
    document.document.format = format
    document.document.nameExtension = name
    return document
  }

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    let document = document.document.document
    guard let name = document.nameExtension, let claimed = Self.claims[name] else {
      return .inapplicable(Message("TWIN-open.unnamed"))
    }
    if claimed == document.format { return .conforms }
    let kind = Message("format.\(document.format.rawValue)")
    let message = Message(
      "TWIN-open-name.failed",
      ["name": .text(name), "kind": .message(kind)])
    let violation = Violation(
      code: "TWIN-open-name", outcome: .cantTell, message, actual: kind,
      expected: Message("TWIN-open-name.expected", ["name": .text(name)]), at: [])
    return .cannotTell(message, [violation])
  }

  /// What the endings of names say. WPS Writer writes `.wps` and `.wpt` as Word writes `.doc`.
  private static let claims: [String: FileFormat] = [
    "docx": .docx, "docm": .docx, "dotx": .docx, "dotm": .docx,
    "doc": .doc, "dot": .doc, "wps": .doc, "wpt": .doc,
    "rtf": .rtf, "pdf": .pdf, "ofd": .ofd, "html": .html, "htm": .html, "xml": .wordXML,
  ]
}
