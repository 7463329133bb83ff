import Conformance
import DocumentModel
import Findings
import Messages

/// The words of every page come out as words: glyphs have a meaning, and one that can be (rules.md §1.2,
/// TXT-garbled).
public struct TextGarbledRule: Rule {
  /// The share of a page's glyphs without a meaning up to which nobody need look.
  let garbledShare: Share?
  /// Fewer such glyphs than this on a page are ornaments.
  let fewestGarbled: Int?

  public static let description = RuleDescription(
    code: "TXT-garbled",
    sources: ["泗县教育体育局基层政务公开提升行动任务分解表·政府信息管理和发布制度建设", "ISO 32000-1, 9.10.2"],
    settings: [
      Setting("garbledShare", .share, standard: "0.05"), Setting("fewestGarbled", .number, standard: "5"),
    ],
    examples: [
      Example("每个字都能提取", on: [.document], sample().printed(), .passed),
      Example(
        "第1页三成的字没有编码", on: [.document], sample().printed(pages: [.sample(characters: 280, unmapped: 120)]),
        .cantTell, codes: ["TXT-garbled"]),
      Example(
        "提取出来的是乱码", on: [.document], sample("ËÎÌåÍ¨Öª¸÷ÏØ").printed(pages: [.sample(characters: 12)]),
        .cantTell,
        codes: ["TXT-garbled"]),
      Example(
        "个别符号没有编码", on: [.document], sample().printed(pages: [.sample(characters: 396, unmapped: 4)]),
        .passed),
      Example("WORD 文件的文字不会这样", on: [.document], sample(), .inapplicable),
    ])

  private static func sample(_ text: String = "现将有关事项通知如下。") -> StructuredDocument {
    .sample([.body(text)])
  }
  public static var grounds: Grounds { .surroundings }

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    let document = context.document.document
    guard !document.pages.isEmpty else { return .inapplicable(Message("TXT-layer.noPages")) }
    var odd = [Int](repeating: 0, count: document.pages.count)
    for paragraph in document.paragraphs {
      guard let page = paragraph.page, odd.indices.contains(page - 1) else { continue }
      odd[page - 1] += paragraph.text.unicodeScalars.count(where: Self.isOdd)
    }
    let garbled = document.pages.indices.filter { isGarbled(document.pages[$0], odd: odd[$0]) }.map { $0 + 1 }
    guard !garbled.isEmpty else {
      let characters = document.pages.reduce(0) { $0 + $1.characters }
      return .conforms.judging(paragraphs: document.paragraphs.count, characters: characters)
    }
    let message = Message("TXT-garbled.failed", ["pages": .list(PageRange.all(of: garbled).map(\.name))])
    let violation = Violation(outcome: .cantTell, message, at: [], on: garbled.map { PageSpot(page: $0) })
    return .cannotTell(message, [violation])
  }

  private func isGarbled(_ page: Page, odd: Int) -> Bool {
    // A reader may put a stand-in into the text for each glyph without a meaning, or leave it out.
    let bad = max(page.unmappedCharacters, odd)
    let all = max(page.characters + page.unmappedCharacters, bad)
    return bad >= fewestGarbled ?? 5 && Double(bad) > (garbledShare?.value ?? 0.05) * Double(all)
  }

  /// What no Chinese text has: stand-ins, private characters but for those of symbol faces, which stand at
  /// U+F000–U+F0FF, and the Western letters that the two bytes of an ideograph make when they are taken apart.
  private static func isOdd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xFFFD, 0xE000...0xEFFF, 0xF100...0xF8FF, 0xF_0000...0x10_FFFF: true
    case 0xA1...0xFF: !"§°±·×÷éèêàáìíòóùúüāēīōū«»¥£©®".unicodeScalars.contains(scalar)
    default: false
    }
  }
}
