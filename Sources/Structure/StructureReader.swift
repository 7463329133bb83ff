import Conformance
import DocumentModel

/// Gives the parts of a document their roles.
public struct StructureReader: Sendable {
  public init() {}

  public func elements(of document: Document) -> StructuredDocument {
    StructuredDocument(document: document)
  }
}
