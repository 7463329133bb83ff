import DocumentModel

extension StructuredDocument {
  /// Whether the words are Chinese: there are ideographs, not lost among the letters of another script, and no
  /// kana to speak of. A text without any letter or digit is not foreign.
  public var isChinese: Bool {
    var census = LanguageCensus()
    for index in document.paragraphs.indices {
      census.read(document.paragraphs[index].text)
      // A text that begins in Chinese is Chinese, whatever table of letters follows.
      if census.ideographs >= LanguageCensus.enough, census.isChinese { return true }
    }
    return census.isChinese
  }
}

/// How many characters of which script there are; digits count as letters, for alone they say nothing either.
private struct LanguageCensus {
  /// So many ideographs decide.
  static let enough = 200

  private(set) var ideographs = 0
  private var kana = 0
  private var letters = 0

  var isChinese: Bool {
    if ideographs == 0 { return letters == 0 && kana == 0 }
    return ideographs * 50 >= letters && ideographs >= kana * 4
  }

  mutating func read(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x370...0x1FFF, 0x3130...0x318F,
        0xAC00...0xD7AF:
        letters += 1
      case 0x3041...0x3096, 0x30A1...0x30FA: kana += 1
      case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: ideographs += 1
      default: break
      }
    }
  }
}
