import Conformance

/// A document that may keep its seal, registered in the spec by its number or title, with the reason: `云教体〔2025〕3号：合同须保留公章`.
struct SealException {
  /// Empty when none is given.
  let reason: String

  /// The first entry that begins with the number or the title of a document.
  static func of(_ document: StructuredDocument, in entries: [String]) -> SealException? {
    guard !entries.isEmpty else { return nil }
    let names = [document.first(.number)?.text, document.first(.title)?.text].compactMap { $0 }
      .map(normal).filter { !$0.isEmpty }
    for entry in entries {
      let entry = normal(entry)
      for name in names where entry.starts(with: name) {
        let rest = entry.dropFirst(name.count)
        guard let mark = rest.first else { return SealException(reason: "") }
        guard marks.contains(mark) else { continue }
        var reason = String.UnicodeScalarView()
        reason.append(contentsOf: rest.drop { marks.contains($0) })
        return SealException(reason: String(reason))
      }
    }
    return nil
  }

  private static let marks: Set<Unicode.Scalar> = ["：", ":", "，", ",", "|", "｜", "—", "="]

  /// Without white space, and with the brackets of years in one form.
  private static func normal(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.compactMap { scalar in
      if scalar.properties.isWhitespace { return nil }
      switch scalar {
      case "[", "［", "(", "（", "【", "﹝": return "〔"
      case "]", "］", ")", "）", "】", "﹞": return "〕"
      default: return scalar
      }
    }
  }
}
