/// Text from documents and paths, made safe to look at.
///
/// The one place where control characters are taken out of what people see: a terminal would obey
/// them, and a bidirectional override would show other words than those that stand in the file.
public enum VisibleText {
  /// The text with every dangerous character written as `\u{202E}`; tabs and line breaks as a space.
  public static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var output = ""
    for scalar in text.unicodeScalars { output += escaped(scalar) }
    return output
  }

  /// One character, as in `escaped(_:)`.
  static func escaped(_ scalar: Unicode.Scalar) -> String {
    guard isUnsafe(scalar) else { return String(scalar) }
    if scalar == "\t" || scalar == "\n" || scalar == "\r" { return " " }
    return "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
  }

  /// Controls (C0, DEL, C1), line separators, and what changes the direction of the text around it or
  /// hides in it: U+061C, U+200B, U+200E–F, U+202A–E, U+2066–9, U+FEFF.
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069,
      0xFEFF, 0xFFF9...0xFFFB, 0xE_0000...0xE_007F:
      true
    default: false
    }
  }
}

/// Columns of a terminal (UAX 11): ideographs and full-width forms take two, combining marks none.
///
/// Characters of ambiguous width, such as “ and …, count one, as terminals in UTF-8 locales have it.
public enum Columns {
  /// The columns that a text takes.
  public static func width(of text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  /// The columns that one character takes: 0, 1 or 2.
  public static func width(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    if isCombining(scalar) { return 0 }
    switch value {
    case 0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x25FD...0x25FE,
      0x2614...0x2615, 0x2648...0x2653, 0x26A1, 0x26AA...0x26AB, 0x2705, 0x274C, 0x2753...0x2755,
      0x2795...0x2797, 0x2B1B...0x2B1C, 0x2B50, 0x2B55, 0x2E80...0x303E, 0x3041...0x4DBF,
      0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
      0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1_6FE0...0x1_8CFF, 0x1_B000...0x1_B2FF,
      0x1_F200...0x1_F320, 0x1_F32D...0x1_F64F, 0x1_F680...0x1_F6FC, 0x1_F7E0...0x1_F7EB,
      0x1_F90C...0x1_FAFF, 0x2_0000...0x3_FFFD:
      return 2
    default: return 1
    }
  }

  private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0300...0x036F, 0x1160...0x11FF, 0x200B...0x200F, 0x20D0...0x20FF, 0x302A...0x302D,
      0x3099...0x309A, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFEFF, 0xE_0100...0xE_01EF:
      return true
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xAC00...0xD7A3: return false
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: return true
      default: return false
      }
    }
  }
}
