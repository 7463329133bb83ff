import DocumentModel

/// The characters that a survey counts.
enum CharacterSort: Sendable {
  case ideographs
  /// Letters and digits of ASCII.
  case latin
  /// Ideographs, letters and digits: characters whose size and weight readers notice.
  case words
  /// The same, without what is raised or lowered: that is drawn smaller than its size says.
  case levelWords
  /// Everything but white space.
  case visible

  var isLevelOnly: Bool { self == .levelWords }

  func count(_ counts: TextCensus.Counts) -> Int {
    switch self {
    case .ideographs: Int(counts.han)
    case .latin: Int(counts.letters) + Int(counts.digits)
    case .words, .levelWords: Int(counts.han) + Int(counts.letters) + Int(counts.digits)
    case .visible: Int(counts.visible)
    }
  }

  func holds(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .ideographs: scalar.isHan
    case .latin: scalar.isLatinLetterOrDigit
    case .words, .levelWords: scalar.isLetterOrHan
    case .visible: scalar.isHan || !scalar.properties.isWhitespace
    }
  }
}

extension Unicode.Scalar {
  /// A character whose size and weight readers notice: ideographs, letters and digits.
  var isLetterOrHan: Bool { isHan || isLatinLetterOrDigit }

  var isLatinLetterOrDigit: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
