import DocumentModel
import Markup

extension StoryReader {
  func startSection() {
    guard story == .body else {
      skipping = 1
      return
    }
    inSection = true
    builder.section = Section()
  }

  func endSection() {
    guard inSection else { return }
    inSection = false
    if builder.document.sections.count < 10_000 { builder.document.sections.append(builder.section) }
  }

  /// A child of `w:sectPr` (ECMA-376-1, 17.6.17).
  func startSectionProperty(_ name: Name, _ attributes: XMLAttributes) {
    func length(_ attribute: Name) -> Length? {
      measure(attributes, attribute, perPoint: 20).map { .twips($0) }
    }
    switch name {
    case .pgSz:
      builder.section.pageWidth = length(.w) ?? builder.section.pageWidth
      builder.section.pageHeight = length(.h) ?? builder.section.pageHeight
      builder.section.isLandscape = attributes.value(.orient)?.equals("landscape") ?? false
    case .pgMar: readMargins(length)
    case .cols: builder.section.columns = min(max(integer(attributes, .num) ?? 1, 1), 100)
    case .docGrid:
      builder.section.grid = DocumentGrid(
        kind: attributes.value(.type).flatMap { DocumentGrid.Kind(rawValue: $0.string) } ?? .none,
        linePitch: length(.linePitch),
        // In 4096ths of a point (17.6.5).
        characterSpace: integer(attributes, .charSpace).map { .pt(Double($0) / 4096) })
    case .titlePg: builder.section.titlePage = attributes.isOn
    case .pgNumType:
      builder.section.firstPageNumber = integer(attributes, .start)
      builder.section.pageNumberFormat = attributes.value(.fmt)?.string
    case .sectPrChange: noteFormatChange(attributes)
    default: break
    }
  }

  private func readMargins(_ length: (Name) -> Length?) {
    var margins = builder.section.margins
    margins.top = length(.top) ?? margins.top
    margins.bottom = length(.bottom) ?? margins.bottom
    margins.left = length(.left) ?? margins.left
    margins.right = length(.right) ?? margins.right
    margins.header = length(.header) ?? margins.header
    margins.footer = length(.footer) ?? margins.footer
    margins.gutter = length(.gutter) ?? margins.gutter
    builder.section.margins = margins
  }
}
