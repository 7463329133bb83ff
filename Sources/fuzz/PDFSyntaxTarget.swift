import DocumentModel

@testable import PDFReader

extension FuzzTarget {
  /// A whole file: cross-references, objects, filters, pages, and all that hangs on the catalogue.
  static let pdfSyntax = FuzzTarget(name: "pdf-syntax") { bytes in
    var limits = ReadLimits()
    limits.partBytes = 1 << 20
    limits.totalBytes = 4 << 20
    limits.pages = 1000
    guard let file = try? PDFFile(bytes, limits: limits) else { return }
    for page in file.pages.prefix(20) {
      for stream in file.contents(of: page) { _ = try? file.data(of: stream) }
      for annotation in file.annotations(of: page) {
        if let appearance = annotation.appearance { _ = try? file.data(of: appearance) }
      }
      for entry in file.dictionary(page.resources, "XObject")?.entries.prefix(20) ?? [] {
        if let image = file.resolve(entry.value).stream { _ = try? file.picture(image) }
      }
    }
    _ = file.metadata
    _ = file.residue
    _ = file.signatures
    _ = file.bookmarks
    _ = file.structureTree
  }
}
