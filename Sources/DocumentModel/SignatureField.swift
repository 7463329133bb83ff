/// A container of a digital signature that belongs to the document: a PDF signature field (ISO 32000-1,
/// 12.7.4.5), an OFD signature, the signature of an OPC package.
public struct SignatureField: Hashable, Sendable {
  /// The name of the field, or of the part.
  public var name: String
  /// The handler or the form of the signature as the file names it: `adbe.pkcs7.detached` …
  public var method: String?
  /// Whether a signature is there, and not only the room for one.
  public var isSigned: Bool
  /// Whether it paints something on a page.
  public var isVisible: Bool
  /// 1-based.
  public var page: Int?
  public var box: Box?

  public init(
    name: String, method: String? = nil, isSigned: Bool = false, isVisible: Bool = false, page: Int? = nil,
    box: Box? = nil
  ) {
    self.name = name
    self.method = method
    self.isSigned = isSigned
    self.isVisible = isVisible
    self.page = page
    self.box = box
  }
}
