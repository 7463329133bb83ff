import DocumentModel
import Markup

/// The faces of a theme (ECMA-376-1, 20.1.4.1).
struct FontScheme {
  /// The faces of headings (major) or of text (minor).
  struct Faces {
    var latin = ""
    var eastAsian = ""
    var complexScript = ""
    /// Faces by script, such as `Hans`.
    var scripts: [String: String] = [:]
  }
  var major = Faces()
  var minor = Faces()
}

/// Reads the theme part.
final class ThemePart: PartHandler {
  private(set) var scheme = FontScheme()
  private var inMajor = false
  private var inMinor = false

  override func start(_ rawName: UInt16, _ namespace: UInt8, _ attributes: XMLAttributes) {
    guard namespace == Namespace.a.rawValue, let name = Name(number: rawName) else { return }
    switch name {
    case .majorFont: inMajor = true
    case .minorFont: inMinor = true
    case .latin, .ea, .cs, .font: take(name, attributes)
    default: break
    }
  }

  override func end(_ rawName: UInt16, _ namespace: UInt8) {
    guard namespace == Namespace.a.rawValue else { return }
    if rawName == Name.majorFont.number { inMajor = false }
    if rawName == Name.minorFont.number { inMinor = false }
    // Behind the faces a theme has only fills, lines and effects.
    if rawName == Name.fontScheme.number { finish() }
  }

  private func take(_ name: Name, _ attributes: XMLAttributes) {
    guard inMajor || inMinor else { return }
    // Of the sixty scripts that a theme lists, four are ever asked for.
    if name == .font, attributes.value(.script)?.isEastAsianScript != true { return }
    guard let typeface = attributes.value(.typeface)?.string else { return }
    var faces = inMajor ? scheme.major : scheme.minor
    switch name {
    case .latin: faces.latin = typeface
    case .ea: faces.eastAsian = typeface
    case .cs: faces.complexScript = typeface
    default:
      guard let script = attributes.value(.script)?.string, faces.scripts.count < 256 else { return }
      faces.scripts[script] = typeface
    }
    if inMajor { scheme.major = faces } else { scheme.minor = faces }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate var isEastAsianScript: Bool {
    equals("Hans") || equals("Hant") || equals("Jpan") || equals("Hang")
  }
}

/// Reads `word/settings.xml`, as far as it changes how text looks or what must be gone before release.
final class SettingsPart: PartHandler {
  /// The East-Asian language that picks a theme's face (17.15.1.88).
  private(set) var themeLanguage: String?
  /// The relationship of an attached template (17.15.1.6).
  private(set) var attachedTemplate: String?
  private(set) var hasEvenAndOddHeaders = false

  override func start(_ rawName: UInt16, _ namespace: UInt8, _ attributes: XMLAttributes) {
    guard namespace == Namespace.w.rawValue, let name = Name(number: rawName) else { return }
    switch name {
    case .themeFontLang: themeLanguage = attributes.value(.eastAsia)?.string
    // The sessions in which the text was edited: most of the part.
    case .rsids: passContent()
    case .attachedTemplate: attachedTemplate = attributes.reference(.id)
    case .evenAndOddHeaders: hasEvenAndOddHeaders = attributes.isOn
    default: break
    }
  }
}

/// Looks faces up in the theme by the language of the document.
struct ThemeFaces {
  let scheme: FontScheme
  /// `Hans`, `Hant`, `Jpan`, `Hang`; `nil` when the file does not name a language.
  let script: String?

  init(scheme: FontScheme, language: String?) {
    self.scheme = scheme
    script = language.flatMap(Self.script)
  }

  /// The face of a place in the theme (rules for empty East-Asian entries: ECMA-376-1, 17.15.1.88).
  func face(_ place: ThemeFace) -> FontFace {
    let faces = isMajor(place) ? scheme.major : scheme.minor
    switch place {
    case .none: return .unspecified
    case .majorAscii, .minorAscii, .majorHighAnsi, .minorHighAnsi:
      return faces.latin.isEmpty ? .unspecified : FontFace(faces.latin, origin: .theme)
    case .majorBidi, .minorBidi:
      return faces.complexScript.isEmpty ? .unspecified : FontFace(faces.complexScript, origin: .theme)
    case .majorEastAsia, .minorEastAsia:
      if !faces.eastAsian.isEmpty { return FontFace(faces.eastAsian, origin: .theme) }
      guard let script else { return .unspecified }
      if let face = faces.scripts[script], !face.isEmpty { return FontFace(face, origin: .theme) }
      // A Chinese Word fills the gap with its own default; another host may not.
      return script == "Hans" ? FontFace("宋体", origin: .application) : .unspecified
    }
  }

  private func isMajor(_ place: ThemeFace) -> Bool {
    switch place {
    case .majorAscii, .majorBidi, .majorEastAsia, .majorHighAnsi: true
    default: false
    }
  }

  private static func script(_ language: String) -> String? {
    let tag = language.lowercased()
    if tag.hasPrefix("zh") {
      let traditional = ["tw", "hk", "mo", "hant"].contains { tag.hasSuffix("-" + $0) }
      return traditional ? "Hant" : "Hans"
    }
    return tag.hasPrefix("ja") ? "Jpan" : tag.hasPrefix("ko") ? "Hang" : nil
  }
}
