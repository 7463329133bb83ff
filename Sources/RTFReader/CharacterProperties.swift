import DocumentModel

/// The character formatting in force at a place; plain numbers, for it is copied with every group.
///
/// RTF writes formatting out: `\plain` gives the defaults, and everything else is said where it holds, the
/// formatting of styles too. A style is a name for what is written beside it.
struct CharacterProperties: Hashable {
  /// What was said since `\plain`.
  struct Fields: OptionSet, Hashable {
    let rawValue: UInt16
    static let ascii = Fields(rawValue: 1)
    static let highAnsi = Fields(rawValue: 2)
    static let eastAsia = Fields(rawValue: 4)
    static let complexScript = Fields(rawValue: 8)
    static let size = Fields(rawValue: 16)
    static let bold = Fields(rawValue: 32)
    static let color = Fields(rawValue: 64)
  }

  struct Flags: OptionSet, Hashable {
    let rawValue: UInt16
    static let bold = Flags(rawValue: 1)
    static let boldCs = Flags(rawValue: 2)
    static let italic = Flags(rawValue: 4)
    static let italicCs = Flags(rawValue: 8)
    static let underline = Flags(rawValue: 16)
    static let strike = Flags(rawValue: 32)
    static let hidden = Flags(rawValue: 64)
    static let inserted = Flags(rawValue: 128)
    static let deleted = Flags(rawValue: 256)
    static let movedFrom = Flags(rawValue: 512)
    static let movedTo = Flags(rawValue: 1024)
    static let reformatted = Flags(rawValue: 2048)
    static let rightToLeft = Flags(rawValue: 4096)
    static let complexScript = Flags(rawValue: 8192)
    /// LibreOffice gives East-Asian text a weight of its own (`\dbch\ab`): whether it does, and which.
    static let hasDoubleBold = Flags(rawValue: 16384)
    static let doubleBold = Flags(rawValue: 32768)
  }

  /// Which face the words that follow are about (RTF 1.9.1, "Associated Character Properties").
  enum Script: UInt8, Hashable { case any, low, high, double }

  /// A number of the font table, or `none` for the default of the file.
  static let none: Int32 = -1

  var fields: Fields = []
  var flags: Flags = []
  var script = Script.any
  var vertical = VerticalPosition.baseline
  var ascii = none
  var highAnsi = none
  var eastAsia = none
  var complexScript = none
  /// The face whose character set the bytes of the text are in.
  var encoding = none
  /// Half points. Without a word for it 24 (RTF 1.9.1, `\fs`).
  var size: Int32 = 24
  var sizeCs: Int32 = 24
  /// The size that LibreOffice gives to East-Asian text on its own (`\dbch\afs`); `none` without one.
  var doubleSize = none
  /// A number of the colour table; 0 is usually automatic.
  var color: Int32 = 0
  /// Twips.
  var spacing: Int32 = 0
  /// Percent.
  var scale: Int32 = 100
  /// Half points.
  var rise: Int32 = 0
  /// A number of the style sheet.
  var style = none
  /// A number of the table of authors.
  var author = none

  mutating func set(_ flag: Flags, _ isOn: Bool) {
    if isOn { flags.insert(flag) } else { flags.remove(flag) }
  }

  /// Gives a face to the script that the words before spoke of.
  /// - Parameters:
  ///   - isAssociated: `\af`, for text of another script than that which follows.
  ///   - isEastAsian: whether the face is one for Chinese, Japanese or Korean: said of no script in
  ///     particular, it is meant for them too.
  mutating func setFace(_ number: Int32, isAssociated: Bool, isEastAsian: Bool) {
    if !isAssociated { encoding = number }
    if flags.contains(.rightToLeft) || (isAssociated && script == .any) {
      complexScript = number
      fields.insert(.complexScript)
      return
    }
    switch script {
    case .low:
      ascii = number
      fields.insert(.ascii)
    case .high:
      highAnsi = number
      fields.insert(.highAnsi)
    case .double:
      eastAsia = number
      fields.insert(.eastAsia)
    case .any:
      (ascii, highAnsi) = (number, number)
      fields.formUnion([.ascii, .highAnsi])
      if isEastAsian {
        eastAsia = number
        fields.insert(.eastAsia)
      }
    }
  }

  /// `\fs` and `\afs`: Latin and East-Asian text have one size, complex scripts another. Only LibreOffice,
  /// where all three are apart, gives East-Asian text one with `\dbch\afs`.
  mutating func setSize(_ halfPoints: Int32, isAssociated: Bool) {
    if flags.contains(.rightToLeft) || (isAssociated && script == .any) {
      sizeCs = halfPoints
    } else if isAssociated {
      if script == .double { doubleSize = halfPoints }
    } else {
      size = halfPoints
      doubleSize = Self.none
    }
    if !flags.contains(.rightToLeft) { fields.insert(.size) }
  }

  /// `\b` and `\ab`, by the same rule.
  mutating func setBold(_ isOn: Bool, isAssociated: Bool) {
    if flags.contains(.rightToLeft) || (isAssociated && script == .any) {
      set(.boldCs, isOn)
      return
    }
    if isAssociated {
      guard script == .double else { return }
      flags.insert(.hasDoubleBold)
      set(.doubleBold, isOn)
    } else {
      set(.bold, isOn)
      flags.subtract([.hasDoubleBold, .doubleBold])
    }
    fields.insert(.bold)
  }

  /// Whether the text is bold, by the script that the last word before it names.
  var isBold: Bool {
    if isComplex { return flags.contains(.boldCs) }
    return flags.contains(script == .double && flags.contains(.hasDoubleBold) ? .doubleBold : .bold)
  }

  /// In half points.
  var effectiveSize: Int32 {
    isComplex ? sizeCs : script == .double && doubleSize != Self.none ? doubleSize : size
  }

  var isComplex: Bool { flags.contains(.rightToLeft) || flags.contains(.complexScript) }
}
