import Reports
import Testing

@Suite struct ReportsPlaceholderTests {}
