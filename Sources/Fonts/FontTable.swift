/// Every name under which the faces of official documents are met, and what each is.
///
/// The source is `font-aliases.tsv`: class, tier, kind, name, and the forms that broken converters make of
/// the name. The table is parsed once, on first use.
public struct FontTable: Sendable {
  /// The table that the build embeds.
  public static let builtIn = FontTable(
    text: EmbeddedText.files.first { $0.name == "font-aliases.tsv" }?.text ?? "")

  /// Names as written in the table: the usual case needs no folding.
  private let exact: [String: FontIdentity]
  /// Folded names.
  private let folded: [String: FontIdentity]

  /// Parses a table: a heading line, then tab-separated lines. A line that is no entry is left out.
  public init(text: String) {
    var exact: [String: FontIdentity] = [:]
    var folded: [String: FontIdentity] = [:]
    for line in text.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count >= 4, let fontClass = FontClass(rawValue: String(fields[0])),
        let tier = FontTier(rawValue: String(fields[1]))
      else { continue }
      let name = String(fields[3])
      let key = FontName.folded(name)
      let identity = FontIdentity(
        name: name, fontClass: fontClass, tier: tier, isGB2312Edition: FontName.isGB2312(key))
      // The first entry of a name wins: a table lists the strict tier first.
      exact[name] = exact[name] ?? identity
      folded[key] = folded[key] ?? identity
      guard fields.count > 5, !fields[5].isEmpty else { continue }
      let garbled = FontName.folded(String(fields[5]))
      folded[garbled] = folded[garbled] ?? identity
    }
    self.exact = exact
    self.folded = folded
  }

  /// What a face is, by any spelling of its name; `nil` for a name that no entry matches.
  ///
  /// - Parameter alternatives: other names of faces that the document itself gives (`w:altName` of its
  ///   font table), asked when the name is not in the table.
  public func lookUp(_ name: String, alternatives: [String: String] = [:]) -> FontIdentity? {
    if let identity = exact[name] { return identity }
    if let identity = lookUpFolded(name) ?? lookUpList(name) { return identity }
    guard let other = alternatives[name], other != name else { return nil }
    // `w:altName` may list several names (ECMA-376-1, 17.8.3.1).
    for part in other.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == "、" }) {
      if let identity = lookUpFolded(String(part)) { return identity }
    }
    return nil
  }

  /// LibreOffice writes a face with those that may stand in for it: `仿宋_GB2312;仿宋`. Which one is shown depends
  /// on the machine, so the list is a face only where all of its names are of one class.
  private func lookUpList(_ name: String) -> FontIdentity? {
    let parts = name.split(separator: ";")
    guard (2...8).contains(parts.count), let first = lookUpFolded(String(parts[0])) else { return nil }
    let isOne = parts.dropFirst().allSatisfy { lookUpFolded(String($0))?.fontClass == first.fontClass }
    return isOne ? first : nil
  }

  private func lookUpFolded(_ name: String) -> FontIdentity? {
    var key = FontName.folded(name)
    guard !key.isEmpty else { return nil }
    while true {
      if let identity = folded[key] { return identity }
      guard let shorter = FontName.withoutStyleSuffix(key) else { return nil }
      key = shorter
    }
  }
}

/// The spelling of face names.
enum FontName {
  /// The longest name that is folded; longer ones are no names (Word keeps to 31 characters).
  private static let longest = 128

  /// A name without what spellings differ in: case, width, spaces, `_ - .`, the mark of vertical variants
  /// and the label of theme faces (`宋体 (中文正文)`).
  static func folded(_ name: String) -> String {
    var scalars: [Unicode.Scalar] = []
    for scalar in name.unicodeScalars.prefix(longest) {
      let value = scalar.value
      // Full-width ASCII is what NFKC makes of it.
      let narrow = (0xFF01...0xFF5E).contains(value) ? Unicode.Scalar(value - 0xFEE0) ?? scalar : scalar
      switch narrow {
      case " ", "\u{3000}", "\u{A0}", "_", "-", ".", "\t", "\u{200B}", "\u{FEFF}": continue
      case "@" where scalars.isEmpty: continue
      default: scalars.append(contentsOf: String(narrow).lowercased().unicodeScalars)
      }
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: withoutThemeLabel(scalars))
    return String(text)
  }

  private static let themeLabels: Set<String> = [
    "中文正文", "中文标题", "西文正文", "西文标题", "正文", "标题", "body", "headings", "bodyasian", "headingsasian",
    "asianbody", "asianheadings",
  ]

  private static func withoutThemeLabel(_ scalars: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
    guard scalars.last == ")", let open = scalars.lastIndex(of: "(") else { return scalars[...] }
    var label = String.UnicodeScalarView()
    label.append(contentsOf: scalars[(open + 1)..<(scalars.count - 1)])
    return themeLabels.contains(String(label)) ? scalars[..<open] : scalars[...]
  }

  static func isGB2312(_ folded: String) -> Bool { contains(folded, "gb2312") }

  private static func contains(_ text: String, _ part: String) -> Bool {
    let text = Array(text.utf8)
    let part = Array(part.utf8)
    guard text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0..<($0 + part.count)].elementsEqual(part) }
  }

  /// Style suffixes of PostScript names, folded; longest first.
  private static let styleSuffixes = [
    ",bolditalic", "boldmt", "bolditalic", ",italic", "regular", "vkana", ",bold", "psmt", "italic",
    "bold", "light",
  ]

  /// The folded name without its last style suffix; `nil` when it has none.
  static func withoutStyleSuffix(_ key: String) -> String? {
    for suffix in styleSuffixes where key.hasSuffix(suffix) && key.utf8.count > suffix.utf8.count {
      return String(key.dropLast(suffix.count))
    }
    return nil
  }
}
