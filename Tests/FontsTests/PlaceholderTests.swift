import Fonts
import Testing

@Suite struct FontsPlaceholderTests {}
