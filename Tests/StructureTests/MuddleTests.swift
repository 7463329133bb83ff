import Conformance
import DocumentModel
import Grammars
import Structure
import Testing

/// Documents thrown together from pieces of official documents: any answer will do, a trap will not, and
/// what is answered must point into the document.
@Suite struct MuddleTests {
  /// The same numbers on every run.
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  static let pieces = [
    "泗政办", "〔2022〕", "[2022]", "（2022）", "第", "5", "号", "令", "公告", "附件", "附", "：", "1.", "一、", "（一）", "第一条",
    "第一章", "目　录", "泗县人民政府",
    "办公室", "关于", "印发", "《", "》", "的通知", "方案", "2022年3月1日", "二〇二二年三月一日", "2022", "年", "月", "日", "通过", "修订",
    "（", "）", "(", ")", "。", "；", "，",
    "、", " ", "\u{3000}", "\u{A0}", "\n", "\t", "\u{200B}", "签发人", "抄送", "印发", "此件公开发布", "秘密", "★", "发文字号",
    "发布日期", "各单位", "😀", "é", "𠀀", "字第",
    "-", "0", "〇", "十", "特急", "文件", "各部门要高度重视，切实加强领导",
  ]

  static func text(_ dice: inout Dice, _ limit: Int) -> String {
    (0..<Int.random(in: 0...limit, using: &dice)).map { _ in pieces.randomElement(using: &dice) ?? "" }
      .joined()
  }

  @Test(arguments: 1...20) func muddle(_ seed: Int) {
    var dice = Dice(state: UInt64(seed))
    for _ in 0..<60 {
      let paragraphs = (0..<Int.random(in: 0...40, using: &dice)).map { index in
        var paragraph = Make.styled(
          Self.text(&dice, 9), [16, 22, 48].randomElement(using: &dice) ?? 16,
          [nil, .center, .right, .left].randomElement(using: &dice) ?? nil,
          story: index % 11 == 3 ? .textBox : .body)
        if Int.random(in: 0..<6, using: &dice) == 0 {
          paragraph.cell = CellPosition(table: index / 7, row: index % 7, column: index % 3)
        }
        paragraph.format.startsPage = Int.random(in: 0..<9, using: &dice) == 0
        return paragraph
      }
      let document = Make.document(paragraphs)
      for element in StructureReader().elements(of: document).elements {
        #expect(!element.pieces.isEmpty && element.certainty > 0 && element.certainty < 1)
        for piece in element.pieces {
          guard document.paragraphs.indices.contains(piece.paragraph) else {
            Issue.record("\(element.role) points nowhere")
            continue
          }
          let count = document.paragraphs[piece.paragraph].text.unicodeScalars.count
          if let range = piece.range { #expect(range.lowerBound >= 0 && range.upperBound <= count) }
        }
      }
    }
  }

  @Test(arguments: 1...10) func muddledTexts(_ seed: Int) {
    var dice = Dice(state: UInt64(seed) &+ 99)
    for _ in 0..<2_000 {
      let text = MatchText(Self.text(&dice, 8))
      let count = 400
      for defect in DocumentNumber(text)?.defects ?? [] { #expect(defect.range.upperBound <= count) }
      for found in DocumentNumber.find(in: text) { #expect(found.span.upperBound <= text.count) }
      for date in DocumentDate.find(in: text) { #expect(date.span.upperBound <= text.count) }
      if let form = TitleForm(text) { #expect(form.issuer.upperBound <= text.count) }
      if let form = CaptionForm(text) { #expect(!form.events.isEmpty) }
      if case .head(_, let name, _) = AnnexForm(text) { #expect(!name.isEmpty) }
      if let item = AnnexForm.item(text) { #expect(item.name.upperBound == text.count) }
      for name in IssuerName.split(text) { #expect(!IssuerName.clean(text, in: name).isEmpty) }
      for field in MetadataLabel.fields(in: text) { #expect(field.value.upperBound <= text.count) }
      _ = FrameForm(text)
      if let number = Enumerator(text) { #expect(number.length <= text.count) }
    }
  }
}
