import Conformance
import DOCReader
import DOCXReader
import DocumentModel
import Foundation
import Messages
import PDFReader
import Structure
import Testing

/// Measures on real documents that people have labelled.
@Suite(.serialized) struct CorpusLabelsTests {
  /// Reads the files that the labels name under `labelled`, from a folder that holds them as DOCX, or as what
  /// `fileExtension` says.
  static func score(
    labelled: String, in folder: String, by labels: String? = SharedFiles.labels, isPlain: Bool = false,
    as fileExtension: String = "docx"
  ) throws -> (score: Score, count: Int) {
    var score = Score()
    var count = 0
    let isVerbose = ProcessInfo.processInfo.environment["HEGUI_SHOW"] != nil
    for label in try Label.all(labels ?? "") where label.path.hasPrefix(labelled) {
      let name = ((label.path as NSString).lastPathComponent as NSString).deletingPathExtension
      let path = folder + "/" + name + "." + fileExtension
      guard let data = FileManager.default.contents(atPath: path) else { continue }
      let readers: [String: any DocumentReader] = ["doc": DOCReader(), "pdf": PDFReader()]
      let reader = readers[fileExtension] ?? DOCXReader()
      let document = try reader.read([UInt8](data))
      let result = StructureReader().elements(of: isPlain ? plain(document) : document)
      score.add(result, label)
      count += 1
      if isVerbose { show(result, name) }
    }
    return (score, count)
  }

  /// The words alone, as if someone had pasted them.
  private static func plain(_ document: Document) -> Document {
    var plain = document
    for index in plain.paragraphs.indices {
      let count = plain.paragraphs[index].text.utf8.count
      plain.paragraphs[index].runs = count == 0 ? [] : [Run(utf8Count: count, style: TextStyle())]
      plain.paragraphs[index].format = ParagraphFormat()
      plain.paragraphs[index].styleName = nil
    }
    return plain
  }

  /// Words alone convince less: the answers may be fewer, never certain and wrong.
  @Test(.enabled(if: SharedFiles.labels != nil, "no shared/corpus beside the checkout and no HEGUI_SHARED"))
  func wordFilesWithoutFormatting() throws {
    let folder = (SharedFiles.root ?? "") + "/corpus/docx"
    let (score, _) = try Self.score(labelled: "docx/", in: folder, isPlain: true)
    print(score.table)
    for note in score.notes { print(note) }
    #expect(score.overconfident.isEmpty, "\(score.overconfident)")
    #expect(score.share("title") >= 0.9)
  }

  private static func show(_ result: StructuredDocument, _ name: String) {
    print("=== \(name)")
    var last = ""
    for element in result.elements {
      let role = element.role.rawValue
      if role == last, ["body", "annexBody", "tableText", "contents"].contains(role) { continue }
      last = role
      print(
        "  \(element.pieces.first?.paragraph ?? -1) \(role) \(element.certainty) \(element.text.prefix(60))")
    }
    for (role, doubt) in result.doubts { print("  ? \(role) \(doubt.text(in: .zh))") }
  }

  @Test(.enabled(if: SharedFiles.labels != nil, "no shared/corpus beside the checkout and no HEGUI_SHARED"))
  func wordFilesOfTheCorpus() throws {
    let folder = (SharedFiles.root ?? "") + "/corpus/docx"
    let (score, count) = try Self.score(labelled: "docx/", in: folder)
    print(score.table)
    for note in score.notes { print(note) }
    #expect(count >= 19)
    #expect(score.share("number") >= 0.99, "\(score.notes)")
    #expect(score.share("date") >= 0.99, "\(score.notes)")
    #expect(score.share("title") >= 0.98, "\(score.notes)")
    #expect(score.share("issuer") >= 0.95, "\(score.notes)")
    #expect(score.overconfident.isEmpty, "\(score.overconfident)")
  }

  @Test(.enabled(if: SharedFiles.labels != nil, "no shared/corpus beside the checkout and no HEGUI_SHARED"))
  func pdfFilesOfTheCorpus() throws {
    let folder = (SharedFiles.root ?? "") + "/corpus/pdf"
    let (score, count) = try Self.score(labelled: "pdf/", in: folder, as: "pdf")
    print(score.table)
    for note in score.notes { print(note) }
    #expect(count >= 8)
    #expect(score.share("number") >= 0.99, "\(score.notes)")
    #expect(score.share("date") >= 0.95, "\(score.notes)")
    #expect(score.share("title") >= 0.95, "\(score.notes)")
    #expect(score.overconfident.isEmpty, "\(score.overconfident)")
  }

  @Test(.enabled(if: SharedFiles.labels != nil, "no shared/corpus beside the checkout and no HEGUI_SHARED"))
  func oldWordFilesOfTheCorpus() throws {
    let folder = (SharedFiles.root ?? "") + "/corpus/doc"
    let (score, count) = try Self.score(labelled: "doc/", in: folder, as: "doc")
    print(score.table)
    for note in score.notes { print(note) }
    #expect(count >= 99)
    #expect(score.share("number") >= 0.99, "\(score.notes)")
    #expect(score.share("date") >= 0.99, "\(score.notes)")
    #expect(score.share("title") >= 0.98, "\(score.notes)")
    #expect(score.share("issuer") >= 0.95, "\(score.notes)")
    #expect(score.overconfident.isEmpty, "\(score.overconfident)")
  }

  /// `HEGUI_CONVERTED` names a folder with the `.doc` files of the corpus, converted to DOCX.
  @Test(
    .enabled(
      if: SharedFiles.labels != nil && ProcessInfo.processInfo.environment["HEGUI_CONVERTED"] != nil,
      "no HEGUI_CONVERTED"))
  func convertedFilesOfTheCorpus() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["HEGUI_CONVERTED"])
    let (score, count) = try Self.score(labelled: "doc/", in: folder)
    print(score.table)
    for note in score.notes { print(note) }
    #expect(count >= 90)
    #expect(score.share("number") >= 0.99)
    #expect(score.share("date") >= 0.99)
    #expect(score.share("title") >= 0.98)
    #expect(score.share("issuer") >= 0.95)
    #expect(score.overconfident.isEmpty, "\(score.overconfident)")
  }

  /// `HEGUI_LABELLED` is `labels.csv:folder` for labelled files of one's own: measured, never certain and
  /// wrong at once.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["HEGUI_LABELLED"] != nil, "no HEGUI_LABELLED"))
  func labelledFilesOfOnesOwn() throws {
    let parts = (ProcessInfo.processInfo.environment["HEGUI_LABELLED"] ?? "").split(separator: ":").map(
      String.init)
    try #require(parts.count == 2)
    let (score, count) = try Self.score(
      labelled: "", in: parts[1], by: parts[0],
      isPlain: ProcessInfo.processInfo.environment["HEGUI_PLAIN"] != nil)
    print(score.table)
    for note in score.notes { print(note) }
    #expect(count > 0)
    #expect(score.overconfident.isEmpty, "\(score.overconfident)")
  }
}
