import Conformance
import DocumentModel
import Findings
import Messages

/// The lines of the body text have the required spacing.
///
/// Only the paragraph's own spacing is judged: a document grid does not change what Word calls single
/// spacing, and the space before and after a paragraph is another matter (rules.md §1.1, §7.5).
public struct BodySpacingRule: TypographyRule {
  /// The required multiple of the natural height: 1 is 单倍行距.
  let multiple: Double
  /// The natural height of a line as a multiple of the size; an 最小值 up to it leaves the line as it is.
  let naturalHeight: Double?
  /// Where only the result shows: up to this distance of baselines, as a multiple of the size, lines are
  /// single. Wider ones may be single on a document grid, whose pitch a result does not tell: a person looks,
  /// unless the spec says from which multiple on they are wrong (rules.md §7.10).
  let measuredSingle: Double?
  let measuredWide: Double?
  /// Pitches of document grids in points: some programs put every line on a point of the grid, so that single
  /// lines end up twice as far apart (rules.md §7.10).
  let gridPitches: [Double]?
  /// Multiples that Word itself puts into new documents, named in the message.
  let applicationDefaults: [Double]?
  let passShare: Share?
  let reviewShare: Share?
  let certainty: Share?

  static var isWhole: Bool { false }

  public static let grounds: Grounds = [.text, .looks]
  public static let description = RuleDescription(
    code: "FMT-body-spacing",
    sources: ["泗县教育体育局基层政务公开提升行动任务分解表·政府信息管理和发布制度建设", "ECMA-376-1, 17.3.1.33"],
    settings: [
      Setting("multiple", .number), Setting("naturalHeight", .number, standard: "1.3"),
      Setting("measuredSingle", .number, standard: "1.5"), Setting("measuredWide", .number, standard: ""),
      Setting("gridPitches", .list(.number), standard: "[15.6, 18]"),
      Setting("applicationDefaults", .list(.number), standard: "[1.08, 1.15, 1.16]"),
    ] + shareSettings,
    examples: [
      Example(
        "正文单倍行距", settings: "multiple: 1", on: [.element(.body)], .sample([.body("各乡镇人民政府。")]), .passed),
      Example(
        "固定值28磅", settings: "multiple: 1", on: [.element(.body)],
        .sample([.body("各乡镇人民政府。", lineSpacing: .exact(.pt(28)))]), .failed, codes: ["FMT-body-spacing"]),
      Example(
        "1.5倍行距", settings: "multiple: 1", on: [.element(.body)],
        .sample([.body("各乡镇人民政府。", lineSpacing: .multiple(1.5))]), .failed, codes: ["FMT-body-spacing"]),
      Example(
        "1.08倍，是新版 Word 的默认值", settings: "multiple: 1", on: [.element(.body)],
        .sample([.body("各乡镇人民政府。", lineSpacing: .multiple(259.0 / 240))]), .failed,
        codes: ["FMT-body-spacing"]),
      Example(
        "最小值12磅，不大于小四字的自然行高", settings: "multiple: 1", on: [.element(.body)],
        .sample([.body("各乡镇人民政府。", lineSpacing: .atLeast(.pt(12)))]), .cantTell,
        codes: ["FMT-body-spacing"]),
      Example(
        "最小值30磅", settings: "multiple: 1", on: [.element(.body)],
        .sample([.body("各乡镇人民政府。", lineSpacing: .atLeast(.pt(30)))]), .failed, codes: ["FMT-body-spacing"]),
      Example(
        "PDF 中实测行距15.6磅，是小四宋体的单倍行距", settings: "multiple: 1", on: [.element(.body)],
        .sample([.body("各乡镇人民政府。", lineSpacing: .measured(.pt(15.6)))]), .passed),
      Example(
        "PDF 中实测行距19.2磅，可能由网格造成", settings: "multiple: 1", on: [.element(.body)],
        .sample([.body("各乡镇人民政府。", lineSpacing: .measured(.pt(19.2)))]), .cantTell,
        codes: ["FMT-body-spacing"]),
      Example(
        "PDF 中实测行距31.2磅，是网格的两倍", settings: "multiple: 1", on: [.element(.body)],
        .sample([.body("各乡镇人民政府。", lineSpacing: .measured(.pt(31.2)))]), .cantTell,
        codes: ["FMT-body-spacing"]),
      Example(
        "PDF 的小字对齐到15.6磅的网格", settings: "multiple: 1", on: [.element(.body)],
        .sample([.body("各乡镇人民政府。", TextStyle("宋体", 6.5), lineSpacing: .measured(.pt(15.6)))]), .cantTell,
        codes: ["FMT-body-spacing"]),
      Example(
        "PDF 中实测行距28磅，单凭 PDF 不能断定", settings: "multiple: 1", on: [.element(.body)],
        .sample([.body("各乡镇人民政府。", lineSpacing: .measured(.pt(28)))]), .cantTell,
        codes: ["FMT-body-spacing"]),
      Example(
        "PDF 中实测行距28磅，规范定有界限", settings: "multiple: 1\nmeasuredWide: 1.8", on: [.element(.body)],
        .sample([.body("各乡镇人民政府。", lineSpacing: .measured(.pt(28)))]), .failed,
        codes: ["FMT-body-spacing"]),
    ])

  public func check(_ text: RoleText, in context: CheckContext) -> Verdict {
    switch text.judgeableText(leastCertainty, in: context) {
    case .failure(let absence): return absence.verdict
    case .success(let text):
      let document = context.document.document
      let survey = Survey(ofParagraphs: text, in: context) { index in
        mark(document.paragraphs[index].format.lineSpacing) {
          document.paragraphs[index].runs.lazy.compactMap(\.style.size).first
        }
      }
      return verdict.verdict(survey, in: document)
    }
  }

  /// - Parameter size: that of the paragraph's characters.
  private func mark(_ spacing: LineSpacing, _ size: () -> Length?) -> Mark<LineSpacing> {
    switch spacing {
    case .multiple(let found):
      // The file counts in 240ths of a line (ECMA-376-1, 17.3.1.33).
      return (found - multiple).magnitude < 0.5 / 240 ? .fits : .wrong(spacing)
    case .exact: return .wrong(spacing)
    case .atLeast(let height):
      guard let size = size(), multiple == 1 else { return .wrong(spacing) }
      // Half a point more is a matter of rounding, and nobody sees it.
      let isNatural = height.points <= size.points * (naturalHeight ?? 1.3) + 0.5
      return isNatural ? .doubtful(spacing) : .wrong(spacing)
    case .measured(let pitch):
      guard let pitch else { return .skipped }
      guard let size = size(), size.points > 0, multiple == 1 else { return .doubtful(spacing) }
      let ratio = pitch.points / size.points
      if ratio <= measuredSingle ?? 1.5 { return .fits }
      // Programs round differently from line to line; nobody sets less than half a point.
      let shown = LineSpacing.measured(.pt(gridMultiple(pitch) ?? (pitch.points * 2).rounded() / 2))
      guard let measuredWide, ratio >= measuredWide, grid(of: pitch) == nil else { return .doubtful(shown) }
      return .wrong(shown)
    }
  }

  /// The grid that a distance is a multiple of; producers round to hundredths and less.
  private func grid(of pitch: Length) -> Double? {
    (gridPitches ?? [15.6, 18]).first { grid in
      let count = (pitch.points / grid).rounded()
      return count >= 1 && (pitch.points - count * grid).magnitude < 0.15
    }
  }

  private func gridMultiple(_ pitch: Length) -> Double? {
    grid(of: pitch).map { (pitch.points / $0).rounded() * $0 }
  }

  private var verdict: TypographyVerdict<LineSpacing> {
    TypographyVerdict(
      code: Self.description.code, shares: shares, expected: LineSpacing.multiple(multiple).name,
      properties: [.lineSpacing], describe: \.name,
      doubt: doubt, remark: \.name,
      hint: hint, edit: { .setLineSpacing(.multiple(multiple), paragraph: $0.paragraph) })
  }

  private func doubt(_ spacing: LineSpacing) -> Message {
    guard case .measured(let pitch) = spacing else {
      return Message("spacing.natural", ["spacing": .message(spacing.name)])
    }
    if let grid = pitch.flatMap(grid) {
      return Message("spacing.grid", ["spacing": .message(spacing.name), "grid": .text(grid.plain)])
    }
    return Message("spacing.between", ["spacing": .message(spacing.name)])
  }

  private func hint(_ values: [LineSpacing]) -> Message? {
    let defaults = applicationDefaults ?? [1.08, 1.15, 1.16]
    for case .multiple(let found) in values where defaults.contains(where: { ($0 - found).magnitude < 0.005 })
    {
      return Message("spacing.applicationDefault", ["multiple": .text(found.plain)])
    }
    return nil
  }
}

extension LineSpacing {
  /// `单倍行距`, `1.5倍行距`, `固定值28磅`.
  var name: Message {
    switch self {
    case .multiple(1): Message("spacing.single")
    case .multiple(let value): Message("spacing.multiple", ["multiple": .text(value.plain)])
    case .exact(let height): Message("spacing.exact", ["points": .text(height.points.plain)])
    case .atLeast(let height): Message("spacing.atLeast", ["points": .text(height.points.plain)])
    case .measured(let pitch):
      pitch.map { Message("spacing.measured", ["points": .text($0.points.plain)]) }
        ?? Message("spacing.unmeasured")
    }
  }
}
