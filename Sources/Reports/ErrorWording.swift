import DocumentModel
import Findings
import Messages

/// Why a file could not be read, for people: what happened, and what to do.
public struct ErrorWording: Sendable {
  /// `文件已加密`.
  public let what: Message
  /// `请在 Word 中取消密码后重试。`
  public let toDo: Message
  /// The code with the place in the file: `E_XML_MALFORMED，word/document.xml 第 1 行第 5 列`.
  public let place: Message

  /// - Parameter format: what the bytes look like, where that is known; it picks the better sentence.
  public init(_ error: ReadError, format: FileFormat?) {
    let code = error.code.rawValue
    let entries = Catalogue.builtIn.entries
    func key(_ suffix: String) -> String {
      if let format, entries["\(code).\(format.rawValue)\(suffix)"] != nil {
        return "\(code).\(format.rawValue)\(suffix)"
      }
      return entries["\(code)\(suffix)"] == nil ? "E_OTHER\(suffix)" : "\(code)\(suffix)"
    }
    what = Message(key(""))
    toDo = Message(key(".do"))
    var gaps: [String: Message.Argument] = ["code": .text(code)]
    var name = "error.code"
    if let part = error.part {
      name = "error.part"
      gaps["part"] = .text(part)
      if let line = error.line, line > 0 {
        name = "error.line"
        gaps["line"] = .number(line)
        if let column = error.column, column > 0 {
          name = "error.column"
          gaps["column"] = .number(column)
        }
      }
    }
    place = Message(name, gaps)
  }

  /// The whole line: `通知.docx：文件已加密（E_ENCRYPTED），无法检查。请在 Word 中取消密码后重试。`
  public func sentence(path: String) -> Message {
    Message(
      "error.sentence",
      ["path": .text(path), "what": .message(what), "place": .message(place), "do": .message(toDo)])
  }
}

extension Wording {
  /// What a note says: the sentence of its code, or its English detail where the catalogue has none.
  func note(_ note: ReadNote) -> String {
    if Catalogue.builtIn.entries[note.code] != nil { return self(note.code) }
    return note.detail.isEmpty ? self("W_OTHER") : note.detail
  }
}
