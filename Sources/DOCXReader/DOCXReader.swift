import Archives
import DocumentModel
import Markup

/// Reads WordprocessingML packages (ECMA-376, transitional and strict) into documents.
public struct DOCXReader: Sendable {
  public init() {}

  /// Reads one file.
  /// - Throws: when there is no document to check. What can be read in spite of damage is read, and the
  ///   damage is noted in `Document.notes`.
  public func read(_ bytes: [UInt8], limits: ReadLimits = ReadLimits()) throws(ReadError) -> Document {
    Document()
  }

  /// Follows properties of some paragraphs through the layers that set them.
  /// - Parameter requests: paragraph indexes of the document as `read` numbers them, and the first
  ///   character of interest in Unicode scalars.
  public func trace(
    _ bytes: [UInt8], _ requests: [TraceRequest], limits: ReadLimits = ReadLimits()
  ) throws(ReadError) -> [TraceRequest: [Trace]] { [:] }

  /// The bytes of a part of the package, such as a picture.
  public func part(
    _ name: String, of bytes: [UInt8], limits: ReadLimits = ReadLimits()
  ) throws(ReadError) -> [UInt8]? { nil }
}
