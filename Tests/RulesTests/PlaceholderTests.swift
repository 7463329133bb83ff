import Rules
import Testing

@Suite struct RulesPlaceholderTests {}
