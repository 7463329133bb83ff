import Specifications
import Testing

@Suite struct SpecificationsPlaceholderTests {}
