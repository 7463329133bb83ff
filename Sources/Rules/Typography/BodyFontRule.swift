import Conformance
import DocumentModel
import Findings
import Fonts
import Messages

/// The ideographs of the body text are set in the required face.
public struct BodyFontRule: FaceRule {
  let face: FaceSetting
  let tiers: [FontTier]?
  let reviewTiers: [FontTier]?
  let standardFace: FaceSetting?
  let standIns: [String]?
  let converters: [String]?
  /// Headings are no body text. Where they are not exempt, those in a heading face are for a person to see.
  let headingExempt: Bool?
  /// The faces that headings have by GB/T 9704-2012, 7.3.3.
  let headingFaces: [FaceSetting]?
  let passShare: Share?
  let reviewShare: Share?
  let certainty: Share?

  static var isWhole: Bool { false }

  public static let grounds: Grounds = [.text, .looks]
  public static let description = RuleDescription(
    code: "FMT-body-font",
    sources: ["泗县教育体育局基层政务公开提升行动任务分解表·政府信息管理和发布制度建设", "GB/T 9704-2012, 7.3.3"],
    settings: faceSettings + [
      Setting("headingExempt", .flag, standard: "true"),
      Setting("headingFaces", .list(.face), standard: "[黑体, 楷体]"),
    ],
    examples: [
      Example(
        "正文为宋体，一级标题为黑体", settings: "face: 宋体", on: [.element(.body)],
        .sample([.heading("一、工作目标"), .body("各乡镇人民政府，县政府各部门。")]), .passed),
      Example(
        "正文两段为仿宋", settings: "face: 宋体\nstandardFace: 仿宋", on: [.element(.body)],
        .sample([
          .body("第一段。", TextStyle("仿宋_GB2312", 12)), .body("第二段。"),
          .body("第三段。", TextStyle("仿宋_GB2312", 12)),
        ]), .failed, codes: ["FMT-body-font"]),
      Example(
        "仿宋_GB2312 没有的字由别的字体代替，不算", settings: "face: 仿宋", on: [.element(.body)],
        .sample([.body("二〇二二年，朱镕基。", TextStyle("仿宋_GB2312", 12))]), .passed),
      Example(
        "标题不豁免时，黑体的一级标题请人工复核", settings: "face: 宋体\nheadingExempt: false", on: [.element(.body)],
        .sample([.heading("一、工作目标任务要求"), .body("各乡镇人民政府，县政府各部门。")]), .cantTell,
        codes: ["FMT-body-font"]),
      Example(
        "一级标题用了小标宋，正文仍符合，另作说明", settings: "face: 宋体", on: [.element(.body)],
        .sample([
          .heading("一、工作目标", TextStyle("方正小标宋简体", 12)), .body("各乡镇人民政府，县政府各部门。"),
        ]), .passed, codes: ["FMT-body-font"]),
      Example(
        "文件没有写明字体", settings: "face: 宋体", on: [.element(.body)],
        .sample([.body("各乡镇人民政府。", TextStyle(size: .pt(12)))]), .cantTell, codes: ["FMT-body-font"]),
    ])

  public func check(_ text: RoleText, in context: CheckContext) -> Verdict {
    let headings = context.text(of: Self.headings)
    guard headingExempt ?? true else {
      let all = RoleText(
        roles: text.roles + Self.headings, all: text.all, places: text.places + headings.places)
      return checkFace(all, in: context)
    }
    var verdict = checkFace(text, in: context)
    if verdict.outcome == .passed, let remark = remark(on: headings, in: context) {
      verdict.violations.append(remark)
    }
    return verdict
  }

  private static let headings: [ElementRole] = [.heading1, .heading2, .heading3, .heading4]

  private var acceptedHeadings: [FontClass] {
    headingFaces?.map(\.fontClass) ?? [.hei, .kai]
  }

  func mark(_ value: FaceValue, of role: ElementRole) -> Mark<FaceValue> {
    let mark = plainMark(value)
    guard Self.headings.contains(role), case .wrong = mark else { return mark }
    guard let identity = value.identity, acceptedHeadings.contains(identity.fontClass) else { return mark }
    var value = value
    value.isHeading = true
    return .doubtful(value)
  }

  /// Headings in a face that is neither the body's nor a heading's: no breach, but worth a word.
  private func remark(on headings: RoleText, in context: CheckContext) -> Violation? {
    let survey = survey(headings, in: context)
    guard let first = survey.wrong.first else { return nil }
    return Violation(
      outcome: .passed,
      Message(
        "FMT-body-font.heading",
        [
          "actual": .message(survey.value(of: first).name),
          "place": .message(context.document.document.placeName(of: first.piece.paragraph)),
        ]),
      at: survey.wrong.map(\.piece), proving: [.eastAsianFace])
  }
}
