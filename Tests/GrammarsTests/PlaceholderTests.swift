import Grammars
import Testing

@Suite struct GrammarsPlaceholderTests {}
