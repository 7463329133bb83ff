import Markup
import Testing

@Suite struct MarkupPlaceholderTests {}
