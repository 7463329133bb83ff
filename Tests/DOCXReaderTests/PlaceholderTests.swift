import DOCXReader
import Testing

@Suite struct DOCXReaderPlaceholderTests {}
