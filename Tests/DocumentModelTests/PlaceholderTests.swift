import DocumentModel
import Testing

@Suite struct DocumentModelPlaceholderTests {}
