import DocumentModel
import Fonts

/// Faces that a conversion put in the place of missing ones (rules.md §3.3): LibreOffice without 宋体 draws it
/// in `NotoSansCJKjp-Regular-VKana`. Such a face is no choice of the author: it never conforms and never
/// breaks anything.
struct StandIns {
  private let parts: [String]
  private let isConverted: Bool
  private let isFixedLayout: Bool

  /// Free faces of servers. [X] for Noto and 文泉驿, the others from the packages of common systems.
  static let faces = [
    "Noto", "SourceHan", "思源", "WenQuanYi", "文泉驿", "ARPL", "Fandol", "DroidSans", "DejaVu", "Liberation",
    "VKana",
    "LXGW", "HanaMin", "Unifont", "Sarasa",
  ]
  static let converters = [
    "LibreOffice", "OpenOffice", "wkhtmltopdf", "Qt", "Aspose", "Spire", "docx4j", "Apache FOP", "OpenPDF",
    "iText",
  ]

  init(faces: [String], converters: [String], in document: Document) {
    // Only files of fixed layout have them.
    isFixedLayout = document.format.isFixedLayout
    guard isFixedLayout else {
      parts = []
      isConverted = false
      return
    }
    parts = faces.map(Self.folded)
    let program = Self.folded(document.metadata.application ?? "")
    isConverted = converters.contains { program.contains(Self.folded($0)) }
  }

  /// - Parameter identity: what the table of faces knows of the face.
  func contain(_ face: FontFace, _ identity: FontIdentity?) -> Bool {
    guard isFixedLayout, !face.name.isEmpty else { return false }
    let name = Self.folded(face.name)
    if parts.contains(where: { name.contains($0) }) { return true }
    return isConverted && (identity?.tier ?? .substitute) == .substitute
  }

  /// Without case, spaces and the marks that spellings differ in.
  private static func folded(_ name: String) -> String {
    name.lowercased().filter { !" _-.".contains($0) }
  }
}
