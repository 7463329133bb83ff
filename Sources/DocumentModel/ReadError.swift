/// Why a file could not be read: one stable code, and the place in the file.
///
/// Damage that can be read past is a `ReadNote` in the document, not an error.
public struct ReadError: Error, Hashable, Sendable {
  /// A stable code such as `E_ZIP_BOMB`; codes are never renamed. New ones are added by extension.
  public struct Code: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ rawValue: String) { self.rawValue = rawValue }
  }

  public let code: Code
  /// The OPC part or archive entry that the error is about, when there is one.
  public let part: String?
  /// 1-based line and column in the part, for markup errors.
  public let line: Int?
  public let column: Int?
  /// What was found, for people who look closer. English, never shown without its code.
  public let detail: String

  public init(
    _ code: Code, part: String? = nil, line: Int? = nil, column: Int? = nil, detail: String = ""
  ) {
    self.code = code
    self.part = part
    self.line = line
    self.column = column
    self.detail = detail
  }
}

extension ReadError: CustomStringConvertible {
  public var description: String {
    var place = part ?? ""
    if let line { place += ":\(line)" }
    if let line, line > 0, let column { place += ":\(column)" }
    return [code.rawValue, place, detail].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension ReadError.Code {
  /// Nothing in the file.
  public static let empty = Self("E_EMPTY")
  /// The bytes are of another kind than the reader reads.
  public static let type = Self("E_TYPE")
  /// The kind is known, and no reader for it is part of this version.
  public static let unsupported = Self("E_UNSUPPORTED")
  /// A password is needed to open the file.
  public static let encrypted = Self("E_ENCRYPTED")
  /// The file is larger than the limit; nothing was read.
  public static let tooLarge = Self("E_TOO_LARGE")
  /// There is no file of that name.
  public static let missing = Self("E_MISSING")
  /// The file is there and may not be read, or is no regular file.
  public static let unreadable = Self("E_UNREADABLE")
  /// The file changed while it was read.
  public static let changed = Self("E_CHANGED")

  public static let zipBomb = Self("E_ZIP_BOMB")
  public static let zipOverlap = Self("E_ZIP_OVERLAP")
  public static let zipPath = Self("E_ZIP_PATH")
  public static let zipDuplicate = Self("E_ZIP_DUPLICATE")
  public static let zipEncrypted = Self("E_ZIP_ENCRYPTED")
  public static let zipCRC = Self("E_ZIP_CRC")
  public static let zipHeaderMismatch = Self("E_ZIP_HEADER_MISMATCH")
  public static let zipCorrupt = Self("E_ZIP_CORRUPT")
  public static let zipTooMany = Self("E_ZIP_TOO_MANY")

  public static let xmlDTD = Self("E_XML_DTD")
  public static let xmlLimit = Self("E_XML_LIMIT")
  public static let xmlMalformed = Self("E_XML_MALFORMED")

  /// No part of the package is the main document.
  public static let docxNoMain = Self("E_DOCX_NO_MAIN")
  /// The package lacks what every package has, such as `[Content_Types].xml`.
  public static let docxStructure = Self("E_DOCX_STRUCTURE")
  /// The document has more paragraphs or tables than the limit.
  public static let limit = Self("E_LIMIT")
  /// The work took longer than the limit; the part is the place that it had come to.
  public static let timeout = Self("E_TIMEOUT")
}
