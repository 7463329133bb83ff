import CompoundFiles
import DocumentModel

/// The sections of the body: where each ends and how its pages are set up ([MS-DOC] 2.8.26, 2.6.4).
struct SectionTable {
  /// The character positions behind the sections.
  private(set) var ends: [Int] = []
  private(set) var sections: [Section] = []

  init(_ streams: Streams) {
    let table = PositionTable(streams.bytes(of: .sections) ?? [], recordSize: 12)
    for index in 0..<min(table.count, 10_000) {
      ends.append(table.position(index + 1))
      let place = table.bytes.u32(table.record(index) + 2) ?? 0xFFFF_FFFF
      sections.append(Self.section(streams.main, at: place))
    }
    if sections.isEmpty { sections = [Self.section([], at: 0xFFFF_FFFF)] }
  }

  private static func section(_ main: [UInt8], at place: Int) -> Section {
    var section = Section()
    // What holds when nothing is said is American ([MS-DOC] 2.6.4).
    section.pageWidth = .twips(12_240)
    section.pageHeight = .twips(15_840)
    guard place != 0xFFFF_FFFF, let count = main.u16(place), place + 2 + count <= main.count else {
      return section
    }
    var rest = Rest()
    main.withUnsafeBytes { bytes in
      var modifiers = SprmIterator(UnsafeRawBufferPointer(rebasing: bytes[place + 2..<place + 2 + count]))
      while let modifier = modifiers.next() { take(modifier, &section, &rest) }
    }
    if rest.grid != 0 || rest.pitch != nil {
      section.grid = DocumentGrid(
        kind: kinds[min(rest.grid, kinds.count - 1)], linePitch: rest.pitch.map { .twips($0) },
        // In 4096ths of a point.
        characterSpace: rest.space.map { .pt(Double($0) / 4_096) })
    }
    if rest.restartsPages { section.firstPageNumber = rest.firstPage }
    return section
  }

  /// What several modifiers say together.
  private struct Rest {
    var grid = 0
    var pitch: Int?
    var space: Int?
    var restartsPages = false
    var firstPage = 1
  }

  /// The values of sprmSClm.
  private static let kinds: [DocumentGrid.Kind] = [.none, .linesAndChars, .lines, .snapToChars]

  private static func take(
    _ modifier: SprmIterator.Modifier, _ section: inout Section, _ rest: inout Rest
  ) {
    switch modifier.code {
    case 0xB01F: section.pageWidth = .twips(modifier.u16)
    case 0xB020: section.pageHeight = .twips(modifier.u16)
    case 0x301D: section.isLandscape = modifier.u8 == 2
    case 0xB021: section.margins.left = .twips(modifier.u16)
    case 0xB022: section.margins.right = .twips(modifier.u16)
    case 0x9023: section.margins.top = .twips(modifier.i16)
    case 0x9024: section.margins.bottom = .twips(modifier.i16)
    case 0xB025: section.margins.gutter = .twips(modifier.u16)
    case 0xB017: section.margins.header = .twips(modifier.u16)
    case 0xB018: section.margins.footer = .twips(modifier.u16)
    case 0x500B: section.columns = min(modifier.u16, 99) + 1
    case 0x300A: section.titlePage = modifier.isOn
    case 0x300E: section.pageNumberFormat = NumberFormatCode.name(modifier.u8)
    case 0x3011: rest.restartsPages = modifier.isOn
    case 0x501C: rest.firstPage = modifier.u16
    case 0x7044: rest.firstPage = modifier.i32
    case 0x5032: rest.grid = modifier.u16
    case 0x9031: rest.pitch = modifier.i16
    case 0x7030: rest.space = modifier.i32
    default: break
    }
  }
}
