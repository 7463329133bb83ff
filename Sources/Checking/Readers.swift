import DOCReader
import DOCXReader
import DocumentModel
import PDFReader
import RTFReader

/// The readers that this program has, one for each format that it reads.
///
/// A reader serves one task at a time, and so does this.
struct Readers {
  private let docx: DOCXReader
  private let doc: DOCReader
  private let pdf: PDFReader
  private let rtf: RTFReader
  let sniffer: FileSniffer

  init(limits: ReadLimits) {
    docx = DOCXReader(limits: limits)
    doc = DOCReader(limits: limits)
    pdf = PDFReader(limits: limits)
    rtf = RTFReader(limits: limits)
    sniffer = FileSniffer(limits: limits)
  }

  /// `nil` for a format that is known and not read.
  subscript(format: FileFormat) -> (any DocumentReader)? {
    switch format {
    case .docx, .wordXML: docx
    case .doc: doc
    case .pdf: pdf
    case .rtf: rtf
    case .ofd, .html: nil
    }
  }
}
