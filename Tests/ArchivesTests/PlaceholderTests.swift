import Archives
import Testing

@Suite struct ArchivesPlaceholderTests {}
