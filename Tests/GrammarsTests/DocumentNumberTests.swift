import Foundation
import Grammars
import Testing

@Suite struct DocumentNumberTests {
  typealias Kind = DocumentNumber.Defect.Kind

  @Test(arguments: [
    ("泗政办〔2022〕5号", "泗政办", 2022, 5), ("法〔1998〕86号", "法", 1998, 86),
    ("高检发释字〔2025〕1号", "高检发释字", 2025, 1), ("发改价检〔2004〕1428号", "发改价检", 2004, 1428),
    ("沪保监通告〔2018〕1号", "沪保监通告", 2018, 1), ("　泗政办〔2022〕5号 ", "泗政办", 2022, 5),
  ])
  func standardNumber(_ text: String, _ code: String, _ year: Int, _ sequence: Int) throws {
    let number = try #require(DocumentNumber(text))
    #expect(number.form == .standard)
    #expect(number.code == code && number.year == year && number.sequence == sequence)
    #expect(number.isRight && number.suggestion == nil)
  }

  @Test(arguments: [
    ("中华人民共和国国务院令第711号", DocumentNumber.Form.order, 711), ("中华人民共和国主席令第一〇四号", .order, 104),
    ("财政部令第6号", .order, 6), ("中国银保监会令2020年第9号", .order, 9), ("商务部公告2022年第21号", .announcement, 21),
    ("财政部 税务总局 科技部公告2022年第16号", .announcement, 16), ("〔2019〕第4号", .bare, 4), ("第711号", .bare, 711),
    ("2022年第21号", .bare, 21), ("泗政办字第5号", .old, 5),
  ])
  func otherForms(_ text: String, _ form: DocumentNumber.Form, _ sequence: Int) throws {
    let number = try #require(DocumentNumber(text))
    #expect(number.form == form && number.sequence == sequence)
  }

  @Test(
    arguments: [
      ("泗政办(2022)第05号", [Kind.bracket, .di, .zero], "泗政办〔2022〕5号"),
      ("桂政办发【2015】78 号", [.bracket, .space], "桂政办发〔2015〕78号"),
      ("国发[1993]21號", [.bracket, .hao], "国发〔1993〕21号"),
      ("泗政办〔２０２２〕５号", [.fullwidth, .fullwidth], "泗政办〔2022〕5号"),
      ("泗政办〔2022〕5 号。", [.space, .tail], "泗政办〔2022〕5号"),
      ("泗政办〔22〕5号", [.year2], nil), ("泗政办〔20222〕5号", [.year], nil), ("泗政办〔2022〕0号", [.zero], nil),
      ("泗政办〔2022〕5", [.hao], nil), ("泗政办2022〕5号", [.open], nil), ("〔2022〕5号", [.code], nil),
      ("泗政办〔2022〕五号", [.cnseq], nil), ("泗政办〔2022〕-5号", [.seq], nil), ("SZB〔2022〕5号", [.latin], nil),
      ("泗政办〔2022〕5、6号", [.multi], nil), ("泗政办字第5号", [.old], nil), ("泗政办〔2022年〕5号", [.nian], "泗政办〔2022〕5号"),
    ] as [(String, [Kind], String?)])
  func faultyNumber(_ text: String, _ kinds: [Kind], _ suggestion: String?) throws {
    let number = try #require(DocumentNumber(text))
    #expect(number.defects.map(\.kind) == kinds)
    #expect(number.suggestion == suggestion)
    #expect(!number.isRight)
  }

  @Test func rangesPointAtTheCharacters() throws {
    let number = try #require(DocumentNumber("\u{3000}泗政办[2022]第05号"))
    #expect(number.range == 1..<14)
    #expect(number.defects.map(\.range) == [4..<10, 10..<11, 11..<13])
  }

  @Test(arguments: [
    "", "号", "关于印发2022年工作要点的通知", "第一章　总则", "附件（2022）3", "2022年3月1日", "一、2022年工作", "（2022年3月1日）",
    "泗县人民政府办公室", "1号", "会议2022 5号",
  ])
  func noNumber(_ text: String) { #expect(DocumentNumber(text) == nil) }

  @Test(arguments: [
    ("泗政办〔2022〕5号　　签发人：张三", ["泗政办〔2022〕5号"], DocumentNumber.Occurrence.Context.beside),
    ("发文字号：泗政办〔2022〕5号", ["泗政办〔2022〕5号"], .beside),
    ("《关于印发工作要点的通知》（国办发〔2022〕8号）", ["国办发〔2022〕8号"], .cited),
    ("根据国办发〔2022〕8号文件精神，现通知如下。", ["国办发〔2022〕8号"], .cited),
    ("泗政办〔2022〕5号", ["泗政办〔2022〕5号"], .alone),
    (
      "（2007年4月5日中华人民共和国国务院令第492号公布　2019年4月3日中华人民共和国国务院令第711号修订）",
      ["中华人民共和国国务院令第492号", "中华人民共和国国务院令第711号"], .cited
    ),
  ])
  func numbersInsideText(
    _ text: String, _ numbers: [String], _ context: DocumentNumber.Occurrence.Context
  ) {
    let found = DocumentNumber.find(in: text)
    #expect(found.map(\.number.text) == numbers)
    #expect(found.allSatisfy { $0.context == context })
  }

  /// The examples of the rules, all of them; skipped visibly where they are absent.
  @Test(.enabled(if: SharedFiles.rules != nil, "no shared/rules beside the checkout and no HEGUI_SHARED"))
  func everyExampleOfTheRules() throws {
    let folder = try #require(SharedFiles.rules)
    let table = try String(contentsOfFile: folder + "/docnum-examples.tsv", encoding: .utf8)
    let kinds: [String: Kind] = [
      "BRACKET": .bracket, "MIXED": .bracket, "SPACE": .space, "ZERO": .zero, "TRAD": .hao, "NOHAO": .hao,
      "YEAR2": .year2, "YEAR": .year, "DI": .di, "OPEN": .open, "NIAN": .nian, "FULLWIDTH": .fullwidth,
      "CNSEQ": .cnseq, "NOCODE": .code, "TAIL": .tail, "OLD": .old, "SEQ": .seq, "LATIN": .latin,
      "MULTI": .multi,
    ]
    var counts = [0, 0]
    for line in table.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 4 else { continue }
      let number = try #require(DocumentNumber(fields[2]), "\(fields[2])")
      if fields[0].hasPrefix("ok") {
        counts[0] += 1
        #expect(number.isRight, "\(fields[2]): \(number.defects)")
        #expect(number.text == fields[3])
      } else {
        counts[1] += 1
        #expect(!number.isRight, "\(fields[2])")
        let stated = try Set(
          fields[1].split(separator: "+").map { try #require(kinds[String($0)], "\($0)") })
        // The table does not name the space of `5 号。`, which is one more fault.
        let spaced: Set<Kind> = fields[2].contains(" ") ? stated.union([.space]) : stated
        let found = Set(number.defects.map(\.kind))
        #expect(found == stated || found == spaced, "\(fields[2]): \(found)")
        #expect(number.suggestion ?? "" == fields[3], "\(fields[2])")
      }
    }
    #expect(counts == [76, 32])
  }
}
