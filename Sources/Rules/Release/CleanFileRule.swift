import Conformance
import DocumentModel
import Findings
import Grammars
import Messages

/// A file for download carries nothing beside its text: no revisions, comments, hidden text, names of people,
/// macros, links and originals of its making (rules.md §1.2, TWIN-clean). One violation for each kind.
public struct CleanFileRule: Rule {
  /// What a file may carry; the sub-code is `TWIN-clean-` and the name.
  enum Trace: String, Codable, CaseIterable {
    case revision, comment, hidden, author, manager, template, embedded, macro, link, placeholder, crop,
      script, launch
  }
  /// The kinds that break the requirement.
  let fails: [Trace]?
  /// The kinds that are for a person to see; those in neither list do not matter.
  let reviews: [Trace]?
  /// The share of a picture's area from which what is cut off counts: less than it shows nothing.
  let leastCrop: Share?

  private static let standardReviews: [Trace] = [
    .hidden, .author, .manager, .template, .embedded, .link, .placeholder, .crop, .script,
  ]

  public static let description = RuleDescription(
    code: "TWIN-clean", subcodes: Trace.allCases.map(\.code),
    sources: ["中华人民共和国政府信息公开条例, 第十七条"],
    settings: [
      Setting(
        "fails", .list(.choice(Trace.allCases.map(\.rawValue))),
        standard: "[revision, comment, macro, launch]"),
      Setting(
        "reviews", .list(.choice(Trace.allCases.map(\.rawValue))),
        standard: "[hidden, author, manager, template, embedded, link, placeholder, crop, script]"),
      Setting("leastCrop", .share, standard: "0.05"),
    ],
    examples: [
      Example("干净的文件", on: [.document], sample { _ in }, .passed),
      Example(
        "留有修订", on: [.document], sample { $0.residue.insertions = 2 }, .failed,
        codes: ["TWIN-clean-revision"]),
      Example(
        "留有批注", on: [.document], sample { $0.residue.comments = 1 }, .failed, codes: ["TWIN-clean-comment"]),
      Example(
        "带有宏", on: [.document], sample { $0.residue.hasMacros = true }, .failed, codes: ["TWIN-clean-macro"]),
      Example(
        "有隐藏文字", on: [.document],
        sample {
          $0.residue.hiddenRuns = 1
          $0.residue.hiddenText = ["内部掌握"]
        }, .cantTell, codes: ["TWIN-clean-hidden"]),
      Example(
        "属性里有姓名", on: [.document], sample { $0.metadata.creator = "张三" }, .cantTell,
        codes: ["TWIN-clean-author"]),
      Example(
        "属性里有经理姓名", on: [.document], sample { $0.metadata.manager = "李四" }, .cantTell,
        codes: ["TWIN-clean-manager"]),
      Example("作者是系统的默认值", on: [.document], sample { $0.metadata.creator = "Administrator" }, .passed),
      Example(
        "附有模板的路径", on: [.document],
        sample { $0.residue.attachedTemplate = "file:///D:/公文/红头.dotx" }, .cantTell,
        codes: ["TWIN-clean-template"]),
      Example(
        "嵌入了原始表格", on: [.document],
        sample { $0.residue.embeddedParts = ["word/embeddings/Sheet1.xlsx"] }, .cantTell,
        codes: ["TWIN-clean-embedded"]),
      Example(
        "图片链接到文件以外", on: [.document], sample { $0.residue.externalTargets = ["file:///D:/a.png"] },
        .cantTell, codes: ["TWIN-clean-link"]),
      Example(
        "图片裁剪过，裁掉的部分还在文件里", on: [.document], sample { $0.figures = [cropped(0.3)] }, .cantTell,
        codes: ["TWIN-clean-crop"]),
      Example("只裁去图片的细边", on: [.document], sample { $0.figures = [cropped(0.01)] }, .passed),
      Example(
        "PDF 带有脚本", on: [.document], sample { $0.residue.scripts = 1 }.printed(), .cantTell,
        codes: ["TWIN-clean-script"]),
      Example(
        "PDF 会启动别的程序", on: [.document], sample { $0.residue.launchActions = 1 }.printed(), .failed,
        codes: ["TWIN-clean-launch"]),
      Example(
        "有未填写的占位文字", on: [.document], sample { $0.residue.placeholders = 1 }, .cantTell,
        codes: ["TWIN-clean-placeholder"]),
    ])

  private static func cropped(_ share: Double) -> Figure {
    var figure = Figure(kind: .picture)
    figure.mediaPart = "word/media/image1.png"
    figure.hiddenShare = share
    return figure
  }

  private static func sample(_ change: (inout Document) -> Void) -> StructuredDocument {
    var document = StructuredDocument.sample([.body("现将有关事项通知如下。")])
    change(&document.document)
    return document
  }

  public static var grounds: Grounds { .surroundings }

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    let document = context.document.document
    let broken = violations(fails ?? [.revision, .comment, .macro, .launch], .failed, in: document)
    let open = violations(reviews ?? Self.standardReviews, .cantTell, in: document)
    if !broken.isEmpty { return .violates(broken + open) }
    return open.first.map { .cannotTell($0.message, open) } ?? .conforms
  }

  private func violations(_ traces: [Trace], _ outcome: Outcome, in document: Document) -> [Violation] {
    traces.compactMap { trace in
      let cropped = trace == .crop ? document.croppedPictures(from: leastCrop?.value ?? 0.05) : []
      let evidence = trace == .crop ? Trace.count(cropped.count) : trace.evidence(in: document)
      guard let gaps = evidence else { return nil }
      let pieces = cropped.map { Element.Piece(paragraph: $0.paragraph) }
      return Violation(
        code: trace.code, outcome: outcome, Message("\(trace.code).failed", gaps),
        at: trace == .comment ? document.commentPieces : pieces, fix: trace.fix(in: document))
    }
  }
}

extension Document {
  /// The pictures in the file of which at least a share does not show.
  fileprivate func croppedPictures(from share: Double) -> [Figure] {
    figures.filter { $0.mediaPart != nil && $0.hiddenShare ?? 0 >= share }
  }

  /// The text of comments.
  fileprivate var commentPieces: [Element.Piece] {
    paragraphs.indices.filter { paragraphs[$0].story == .comment && !paragraphs[$0].isBlank }
      .map { Element.Piece(paragraph: $0) }
  }
}
