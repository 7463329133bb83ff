import DocumentModel
import Foundation
import Testing

@testable import PDFReader

/// Files from other projects' tests, and hostile ones: any answer will do that is one, a crash will not.
@Suite struct OddFilesTests {
  /// Reads everything that hangs on a file.
  private func readAll(_ bytes: [UInt8]) throws(ReadError) -> PDFFile {
    let file = try PDFFile(bytes)
    for page in file.pages {
      for stream in file.contents(of: page) { _ = try file.data(of: stream) }
      _ = file.annotations(of: page)
      for entry in file.dictionary(page.resources, "XObject")?.entries ?? [] {
        guard let stream = file.resolve(entry.value).stream else { continue }
        if file.name(stream.dictionary, "Subtype") == "Image" { _ = try? file.picture(stream) }
      }
    }
    _ = file.metadata
    _ = file.residue
    _ = file.signatures
    _ = file.bookmarks
    _ = file.structureTree
    return file
  }

  /// What the fuzzer starts from, and what it found.
  @Test func seedsOfTheFuzzerAreReadThrough() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Seeds/pdf-syntax").path
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(names.count >= 8)
    for name in names {
      let bytes = [UInt8](try #require(FileManager.default.contents(atPath: folder + "/" + name)))
      _ = try? readAll(bytes)
    }
  }

  @Test(.enabled(if: SharedFiles.root != nil, "no shared/odd beside the checkout and no HEGUI_SHARED"))
  func oddFilesAreReadThrough() throws {
    var refusals: [String: Int] = [:]
    var count = 0
    for file in try SharedFiles.files(in: "odd/pdf") {
      do {
        _ = try readAll(file.bytes)
        count += 1
      } catch { refusals[error.code.rawValue, default: 0] += 1 }
    }
    #expect(count >= 336)
    // Eight need a password; the rest has no header.
    #expect(refusals["E_ENCRYPTED"] == 8)
    #expect(refusals["E_LIMIT"] == nil)
  }

  @Test(.enabled(if: SharedFiles.root != nil, "no shared/corpus beside the checkout and no HEGUI_SHARED"))
  func realDocumentsAreReadWithoutComplaint() throws {
    for file in try SharedFiles.files(in: "corpus/pdf") {
      let pdf = try readAll(file.bytes)
      #expect(!pdf.pages.isEmpty, "\(file.name)")
      #expect(!pdf.noteCodes.contains("W_PDF_XREF_REBUILT"), "\(file.name): \(pdf.notes)")
    }
  }

  private struct Entry: Decodable {
    let file: String
    let kind: String
    let outcome: String
    let code: String?
  }

  /// What the manifest says of files whose fault is in syntax or structure; the rest is for those who read
  /// fonts and content.
  @Test(.enabled(if: SharedFiles.hostile != nil, "HEGUI_HOSTILE names no output of make_hostile.py"))
  func hostileFilesEndAsTheirManifestSays() throws {
    let folder = try #require(SharedFiles.hostile)
    let manifest = try #require(FileManager.default.contents(atPath: folder + "/manifest.json"))
    let entries = try JSONDecoder().decode([Entry].self, from: manifest).filter { $0.kind == "pdf" }
    #expect(entries.count > 20)
    let content = ["p04", "p05", "p25"]
    for entry in entries where !content.contains(where: { entry.file.contains($0) }) {
      let bytes = [UInt8](try #require(FileManager.default.contents(atPath: folder + "/" + entry.file)))
      do {
        let pdf = try readAll(bytes)
        #expect(entry.outcome == "report" || entry.file.contains("p15"), "\(entry.file)")
        if let code = entry.code, entry.outcome == "report" {
          #expect(pdf.noteCodes.contains(code), "\(entry.file): \(pdf.notes)")
        }
      } catch {
        #expect(entry.outcome == "reject" && error.code.rawValue == entry.code, "\(entry.file): \(error)")
      }
    }
  }
}
