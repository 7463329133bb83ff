/// A family of Chinese typefaces that readers take for one style.
public enum FontClass: String, Sendable, Hashable, CaseIterable, Codable {
  /// 宋体, the face of books.
  case song
  /// 小标宋, the heavy Song of headings in GB/T 9704.
  case xbs
  /// 楷体, brush script.
  case kai
  /// 仿宋, the body face of GB/T 9704.
  case fang
  /// 黑体, sans serif.
  case hei
  /// Times New Roman and its metric twins: a Latin face.
  case tnr

  /// The name that people know the style by: `宋体`, `小标宋`.
  public var displayName: String {
    switch self {
    case .song: "宋体"
    case .xbs: "小标宋"
    case .kai: "楷体"
    case .fang: "仿宋"
    case .hei: "黑体"
    case .tnr: "Times New Roman"
    }
  }

  /// The face that Word and WPS list for the style, for writing it into a document.
  public var commonFace: String { self == .xbs ? "方正小标宋简体" : displayName }

  /// The class that a spec means by `宋体`, `song` or any name of the table; `nil` for an unknown name.
  public init?(specName: String) {
    if let named = Self(rawValue: specName) ?? Self.allCases.first(where: { $0.displayName == specName }) {
      self = named
    } else if let known = FontTable.builtIn.lookUp(specName) {
      self = known.fontClass
    } else {
      return nil
    }
  }
}

/// How near a face is to the family that its class names.
public enum FontTier: String, Sendable, Hashable, CaseIterable, Codable {
  /// The family itself, or its vendor's own GB2312, GB18030 or monospaced edition.
  case strict = "S"
  /// Another foundry's face of the same style.
  case equivalent = "E"
  /// A substitute: a near style or a metric stand-in.
  case substitute = "T"
}

/// What a face's name says of it.
public struct FontIdentity: Sendable, Hashable {
  /// The name of the table that was met, such as `仿宋_GB2312` or `SimSun`.
  public let name: String
  public let fontClass: FontClass
  public let tier: FontTier
  /// The GB 2312 edition, which lacks every ideograph outside that set.
  public let isGB2312Edition: Bool

  /// The name as a reader of Chinese knows it: the Chinese name itself, or `SimSun（宋体）`.
  public var chineseName: String {
    if name.unicodeScalars.contains(where: { $0.value >= 0x4E00 }) || fontClass == .tnr { return name }
    return tier == .strict
      ? fontClass.displayName + (isGB2312Edition ? "_GB2312" : "") : "\(name)（\(fontClass.displayName)）"
  }
}
