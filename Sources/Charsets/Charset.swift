/// A coded character set that documents are met in, by the names of the Encoding Standard of the WHATWG.
///
/// What is decoded, byte for byte, is what browsers and Windows make of it: `gb2312` and `gbk` are read as
/// GB 18030, `iso-8859-1` as windows-1252, Shift JIS and EUC-KR with their code pages' extensions.
public enum Charset: String, Sendable, Hashable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LE = "utf-16le"
  case utf16BE = "utf-16be"
  case gb18030 = "gb18030"
  case big5 = "big5"
  case shiftJIS = "shift_jis"
  case eucJP = "euc-jp"
  case eucKR = "euc-kr"
  case windows1250 = "windows-1250"
  case windows1251 = "windows-1251"
  case windows1252 = "windows-1252"
  case windows1253 = "windows-1253"
  case windows1254 = "windows-1254"
  case windows1255 = "windows-1255"
  case windows1256 = "windows-1256"
  case windows1257 = "windows-1257"
  case windows1258 = "windows-1258"
  case windows874 = "windows-874"
  case ibm866 = "ibm866"
  case koi8R = "koi8-r"
  case macRoman = "macintosh"
  case iso8859Part2 = "iso-8859-2"
  case iso8859Part5 = "iso-8859-5"
  case iso8859Part7 = "iso-8859-7"
  case iso8859Part15 = "iso-8859-15"
}

extension Charset {
  /// The charset that a label means (`charset=GB2312`), in any case and with white space around it; `nil`
  /// for a label that is not known.
  public init?(label: String) {
    let bytes = label.utf8.drop { $0 <= 0x20 }
    var name = ""
    for byte in bytes where byte > 0x20 {
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      name.unicodeScalars.append(Unicode.Scalar(lower))
    }
    if let charset = Charset(rawValue: name) ?? Self.labels[name] {
      self = charset
    } else {
      return nil
    }
  }

  /// The charset of a Windows code page, as RTF (`\ansicpg936`) and OLE property sets number them.
  public init?(codePage: Int) {
    guard let charset = Self.codePages[codePage] else { return nil }
    self = charset
  }

  /// The charset of a font's character set number: `\fcharset134` of RTF, `chs` of [MS-DOC] 2.9.174.
  /// `nil` for symbol fonts (2) and for what depends on the machine (1, 255).
  public init?(fontCharset: Int) {
    guard let charset = Self.fontCharsets[fontCharset] else { return nil }
    self = charset
  }

  private static let labels: [String: Charset] = [
    "utf8": .utf8, "unicode-1-1-utf-8": .utf8, "utf-16": .utf16LE, "utf16": .utf16LE, "ucs-2": .utf16LE,
    "unicode": .utf16LE, "gbk": .gb18030, "gb2312": .gb18030, "gb_2312": .gb18030, "gb_2312-80": .gb18030,
    "gb2312-80": .gb18030, "x-gbk": .gb18030, "cp936": .gb18030, "936": .gb18030, "ms936": .gb18030,
    "windows-936": .gb18030, "chinese": .gb18030, "csgb2312": .gb18030, "euc-cn": .gb18030,
    "iso-ir-58": .gb18030, "gb18030-2000": .gb18030, "gb18030-2022": .gb18030, "big5-hkscs": .big5,
    "cn-big5": .big5, "csbig5": .big5, "x-x-big5": .big5, "cp950": .big5, "big-5": .big5,
    "shift-jis": .shiftJIS, "sjis": .shiftJIS, "x-sjis": .shiftJIS, "ms_kanji": .shiftJIS,
    "windows-31j": .shiftJIS, "csshiftjis": .shiftJIS, "cp932": .shiftJIS, "ms932": .shiftJIS,
    "x-euc-jp": .eucJP, "cseucpkdfmtjapanese": .eucJP, "ks_c_5601-1987": .eucKR, "ksc5601": .eucKR,
    "ksc_5601": .eucKR, "korean": .eucKR, "windows-949": .eucKR, "cseuckr": .eucKR, "cp949": .eucKR,
    "cp1250": .windows1250, "x-cp1250": .windows1250, "cp1251": .windows1251, "x-cp1251": .windows1251,
    "cp1252": .windows1252, "x-cp1252": .windows1252, "ascii": .windows1252, "us-ascii": .windows1252,
    "ansi_x3.4-1968": .windows1252, "iso-8859-1": .windows1252, "iso8859-1": .windows1252,
    "latin1": .windows1252, "l1": .windows1252, "cp819": .windows1252, "cp1253": .windows1253,
    "cp1254": .windows1254, "iso-8859-9": .windows1254, "latin5": .windows1254, "cp1255": .windows1255,
    "cp1256": .windows1256, "cp1257": .windows1257, "cp1258": .windows1258, "tis-620": .windows874,
    "iso-8859-11": .windows874, "cp866": .ibm866, "koi8": .koi8R, "mac": .macRoman,
    "x-mac-roman": .macRoman, "latin2": .iso8859Part2, "cyrillic": .iso8859Part5, "greek": .iso8859Part7,
    "latin9": .iso8859Part15,
  ]

  private static let codePages: [Int: Charset] = [
    936: .gb18030, 20936: .gb18030, 51936: .gb18030, 54936: .gb18030, 10008: .gb18030, 950: .big5,
    951: .big5, 10002: .big5, 932: .shiftJIS, 10001: .shiftJIS, 20932: .eucJP, 51932: .eucJP, 949: .eucKR,
    10003: .eucKR, 51949: .eucKR, 1250: .windows1250, 1251: .windows1251, 1252: .windows1252,
    1253: .windows1253, 1254: .windows1254, 1255: .windows1255, 1256: .windows1256, 1257: .windows1257,
    1258: .windows1258, 874: .windows874, 866: .ibm866, 20866: .koi8R, 10000: .macRoman,
    20127: .windows1252, 28591: .windows1252, 28592: .iso8859Part2, 28595: .iso8859Part5,
    28597: .iso8859Part7, 28605: .iso8859Part15, 65001: .utf8, 1200: .utf16LE, 1201: .utf16BE,
  ]

  private static let fontCharsets: [Int: Charset] = [
    0: .windows1252, 77: .macRoman, 78: .shiftJIS, 79: .eucKR, 80: .gb18030, 81: .big5, 128: .shiftJIS,
    129: .eucKR, 134: .gb18030, 136: .big5, 161: .windows1253, 162: .windows1254, 163: .windows1258,
    177: .windows1255, 178: .windows1256, 186: .windows1257, 204: .windows1251, 222: .windows874,
    238: .windows1250,
  ]
}
