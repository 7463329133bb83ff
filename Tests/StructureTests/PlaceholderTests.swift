import Structure
import Testing

@Suite struct StructurePlaceholderTests {}
