import Charsets

/// A CMap that files refer to by name (ISO 32000-1, table 118).
///
/// For text the shortest way is taken: what a code of `GBK-EUC-H` reads is what the bytes are in GBK, and the
/// codes of `UniGB-UCS2-H` are Unicode. CIDs are needed for widths only, and for Identity.
struct PredefinedCMap: Sendable {
  /// What the bytes of a code are.
  enum Coding: Sendable {
    /// The CID itself, two bytes.
    case identity
    /// One or two bytes of a charset, with the CID of the space among the codes of one byte and of the
    /// exclamation mark behind it.
    case doubleByte(DoubleByteTable)
    case eucJP
    /// Rows and cells of seven bits (`GB-H`, `H`, `KSC-H`).
    case sevenBit(DoubleByteTable, isJIS: Bool)
    case utf8
    case utf16
    case utf32
  }

  var coding: Coding
  var isVertical: Bool
  /// `nil` for Identity.
  var collection: CharacterCollection?
  /// The CIDs of a space and an exclamation mark of one byte; the next ones follow.
  var spaceCID = 1
  var exclamationCID = 2

  /// `nil` for a name that is not known.
  init?(name: PDFName) {
    var text = name.text
    guard text != "H", text != "V" else {
      self.init(coding: .sevenBit(.shiftJIS, isJIS: true), isVertical: text == "V", collection: .adobeJapan1)
      (spaceCID, exclamationCID) = (231, 232)
      return
    }
    guard text.hasSuffix("-H") || text.hasSuffix("-V") else { return nil }
    let isVertical = text.hasSuffix("V")
    text = String(text.dropLast(2))
    if text == "Identity" || text == "Identity-UTF16" {
      self.init(coding: .identity, isVertical: isVertical, collection: nil)
      return
    }
    if text.hasPrefix("Uni") {
      guard let unicode = Self.unicode(text) else { return nil }
      self.init(coding: unicode.coding, isVertical: isVertical, collection: unicode.collection)
      return
    }
    guard let legacy = Self.legacy[text] else { return nil }
    self = legacy
    self.isVertical = isVertical
  }

  private init(coding: Coding, isVertical: Bool, collection: CharacterCollection?) {
    self.coding = coding
    self.isVertical = isVertical
    self.collection = collection
  }

  private static func unicode(_ name: String) -> (coding: Coding, collection: CharacterCollection)? {
    let families: [(String, CharacterCollection)] = [
      ("UniGB", .adobeGB1), ("UniCNS", .adobeCNS1), ("UniJIS", .adobeJapan1), ("UniKS", .adobeKorea1),
    ]
    guard let family = families.first(where: { name.hasPrefix($0.0) }) else { return nil }
    if name.contains("-UTF8") { return (.utf8, family.1) }
    if name.contains("-UTF32") { return (.utf32, family.1) }
    return name.contains("-UCS2") || name.contains("-UTF16") ? (.utf16, family.1) : nil
  }

  private static let legacy: [String: PredefinedCMap] = {
    func map(
      _ coding: Coding, _ collection: CharacterCollection, space: Int = 1, exclamation: Int = 2
    ) -> PredefinedCMap {
      var map = PredefinedCMap(coding: coding, isVertical: false, collection: collection)
      (map.spaceCID, map.exclamationCID) = (space, exclamation)
      return map
    }
    let half = map(.doubleByte(.gb18030), .adobeGB1, space: 7716, exclamation: 814)
    let gb = map(.doubleByte(.gb18030), .adobeGB1)
    let big5 = map(.doubleByte(.big5), .adobeCNS1)
    let big5Half = map(.doubleByte(.big5), .adobeCNS1, space: 13648, exclamation: 13649)
    let jis = map(.doubleByte(.shiftJIS), .adobeJapan1)
    let jisHalf = map(.doubleByte(.shiftJIS), .adobeJapan1, space: 231, exclamation: 232)
    let ks = map(.doubleByte(.eucKR), .adobeKorea1)
    let ksHalf = map(.doubleByte(.eucKR), .adobeKorea1, space: 8094, exclamation: 8095)
    return [
      "GB-EUC": half, "GBT-EUC": half, "GBK-EUC": half, "GBpc-EUC": gb, "GBTpc-EUC": gb, "GBKp-EUC": gb,
      "GBK2K": gb, "GB": map(.sevenBit(.gb18030, isJIS: false), .adobeGB1),
      "GBT": map(.sevenBit(.gb18030, isJIS: false), .adobeGB1), "B5pc": big5, "HKscs-B5": big5,
      "ETenms-B5": big5, "ETen-B5": big5Half, "ETHK-B5": big5, "B5": big5Half, "90ms-RKSJ": jisHalf,
      "90msp-RKSJ": jis, "90pv-RKSJ": jis, "83pv-RKSJ": jis, "Add-RKSJ": jisHalf, "Ext-RKSJ": jisHalf,
      "RKSJ": jisHalf, "EUC": map(.eucJP, .adobeJapan1, space: 231, exclamation: 232),
      "KSC-EUC": ksHalf, "KSCms-UHC": ks, "KSCms-UHC-HW": ksHalf, "KSCpc-EUC": ks,
      "KSC": map(.sevenBit(.eucKR, isJIS: false), .adobeKorea1),
    ]
  }()

  /// The collection of a `CIDSystemInfo` ordering.
  static func collection(ordering: [UInt8]?) -> CharacterCollection? {
    guard let ordering else { return nil }
    switch String(decoding: ordering, as: UTF8.self) {
    case "GB1": return .adobeGB1
    case "CNS1": return .adobeCNS1
    case "Japan1": return .adobeJapan1
    case "Korea1": return .adobeKorea1
    default: return nil
    }
  }
}
