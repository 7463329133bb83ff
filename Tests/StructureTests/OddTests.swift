import DOCXReader
import Foundation
import Structure
import Testing

/// Odd files from other projects: any answer will do, a crash or a hang will not.
@Suite struct OddTests {
  @Test(.enabled(if: SharedFiles.root != nil, "no shared/odd beside the checkout and no HEGUI_SHARED"))
  func oddFilesAreReadThrough() throws {
    let folder = (SharedFiles.root ?? "") + "/odd/docx"
    var count = 0
    let reader = DOCXReader()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      guard let data = FileManager.default.contents(atPath: folder + "/" + name),
        let document = try? reader.read([UInt8](data))
      else { continue }
      count += 1
      let result = StructureReader().elements(of: document)
      for element in result.elements {
        #expect(element.certainty > 0 && element.certainty <= 1)
        for piece in element.pieces { #expect(document.paragraphs.indices.contains(piece.paragraph)) }
        // None of these files is an official document of China.
        if element.role == .number {
          Issue.record("\(name): \(element.role) \(element.text) \(element.certainty)")
        }
      }
    }
    #expect(count > 200)
  }
}
