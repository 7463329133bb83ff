import CLibXML2
import DocumentModel

/// Reads markup into events with libxml2's SAX2 interface: no DTD, no entities beyond the five, no network.
///
/// Keep one for many parts: its table of interned names is then built once. Not for use by two tasks at once.
public final class XMLParser {
  public init(names: XMLNames, limits: ReadLimits = ReadLimits()) {}

  /// Reads one part.
  /// - Parameter part: the name for errors.
  /// - Throws: `E_XML_DTD`, `E_XML_LIMIT`, `E_XML_MALFORMED` with line and column.
  public func parse(_ bytes: [UInt8], part: String, handler: XMLHandler) throws(ReadError) {}
}
