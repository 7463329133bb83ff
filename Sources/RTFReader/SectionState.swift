import DocumentModel

/// The page setup that is in force.
struct SectionState {
  var section = Section()
  /// `\sectlinegrid`, twips.
  var linePitch: Int32?
  /// `\sectexpand`, 4096ths of a point.
  var characterSpace: Int32?
  var gridKind: DocumentGrid.Kind?

  /// A page of which nothing is said (RTF 1.9.1, "Page Information").
  static var letter: Section {
    var section = Section()
    section.pageWidth = .twips(12_240)
    section.pageHeight = .twips(15_840)
    return section
  }

  /// The section with its grid.
  var result: Section {
    var section = section
    if linePitch != nil || gridKind != nil {
      section.grid = DocumentGrid(
        kind: gridKind ?? .none, linePitch: linePitch.map { .twips(Int($0)) },
        characterSpace: characterSpace.map { .pt(Double($0) / 4096) })
    }
    return section
  }
}

extension Interpreter {
  /// - Returns: whether the word is about pages.
  mutating func takeSection(_ keyword: Keyword, _ parameter: Int?) -> Bool {
    let value = Self.bounded(parameter ?? 0)
    switch keyword {
    case .sectd:
      section = SectionState()
      section.section = pageDefaults
    case .cols: section.section.columns = Int(min(max(value, 1), 100))
    case .titlepg: section.section.titlePage = true
    case .pgnstarts: section.section.firstPageNumber = Int(value)
    case .pgndec: section.section.pageNumberFormat = "decimal"
    case .pgnucrm: section.section.pageNumberFormat = "upperRoman"
    case .pgnlcrm: section.section.pageNumberFormat = "lowerRoman"
    case .pgnucltr: section.section.pageNumberFormat = "upperLetter"
    case .pgnlcltr: section.section.pageNumberFormat = "lowerLetter"
    case .sectlinegrid: section.linePitch = value
    case .sectexpand: section.characterSpace = value
    case .sectdefaultcl: section.gridKind = DocumentGrid.Kind.none
    case .sectspecifyl: section.gridKind = .lines
    case .sectspecifycl: section.gridKind = .linesAndChars
    case .sectspecifygen: section.gridKind = .snapToChars
    default: return takePage(keyword, .twips(Int(value)))
    }
    return true
  }

  /// The size of the page and its margins: of the document, which sections start from, and of the section.
  private mutating func takePage(_ keyword: Keyword, _ length: Length) -> Bool {
    switch keyword {
    case .paperw: setPage(\.pageWidth, length)
    case .paperh: setPage(\.pageHeight, length)
    case .margl: setPage(\.margins.left, length)
    case .margr: setPage(\.margins.right, length)
    case .margt: setPage(\.margins.top, length)
    case .margb: setPage(\.margins.bottom, length)
    case .gutter: setPage(\.margins.gutter, length)
    case .landscape: setPage(\.isLandscape, true)
    case .pgwsxn: section.section.pageWidth = length
    case .pghsxn: section.section.pageHeight = length
    case .marglsxn: section.section.margins.left = length
    case .margrsxn: section.section.margins.right = length
    case .margtsxn: section.section.margins.top = length
    case .margbsxn: section.section.margins.bottom = length
    case .guttersxn: section.section.margins.gutter = length
    case .headery: section.section.margins.header = length
    case .footery: section.section.margins.footer = length
    case .lndscpsxn: section.section.isLandscape = true
    default: return false
    }
    return true
  }

  private mutating func setPage<Value>(_ path: WritableKeyPath<Section, Value>, _ value: Value) {
    pageDefaults[keyPath: path] = value
    section.section[keyPath: path] = value
  }

  mutating func endSection() {
    if builder.document.sections.count < 10_000 { builder.document.sections.append(section.result) }
    frames[0].paragraph.section = builder.document.sections.count
  }
}
