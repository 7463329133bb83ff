import Checking
import Testing

@Suite struct CheckingPlaceholderTests {}
