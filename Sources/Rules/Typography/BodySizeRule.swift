import Conformance
import DocumentModel

/// The body text is set in the required size.
public struct BodySizeRule: SizeRule {
  let size: LengthSetting
  let tolerance: LengthSetting?
  let measuredTolerance: LengthSetting?
  let standardSize: LengthSetting?
  let passShare: Share?
  let reviewShare: Share?
  let certainty: Share?

  static var isWhole: Bool { false }

  public static let grounds: Grounds = [.text, .looks]
  public static let description = RuleDescription(
    code: "FMT-body-size",
    sources: ["泗县教育体育局基层政务公开提升行动任务分解表·政府信息管理和发布制度建设", "GB/T 9704-2012, 5.2.2"],
    settings: sizeSettings,
    examples: [
      Example(
        "正文为小四", settings: "size: 小四", on: [.element(.body)],
        .sample([.body("各乡镇人民政府，县政府各部门。")]), .passed),
      Example(
        "正文为三号", settings: "size: 小四\nstandardSize: 三号", on: [.element(.body)],
        .sample([.body("第一段。", TextStyle("宋体", 16)), .body("第二段。", TextStyle("宋体", 16))]), .failed,
        codes: ["FMT-body-size"]),
      Example(
        "十个字里有一个字号不同，请人工复核", settings: "size: 小四", on: [.element(.body)],
        .sample([
          SamplePart(.body, [("一二三四五六七八九", TextStyle("宋体", 12)), ("十", TextStyle("宋体", 14))])
        ]), .cantTell, codes: ["FMT-body-size"]),
      Example(
        "一百个字里有一个字号不同，符合，另作说明", settings: "size: 小四", on: [.element(.body)],
        .sample([
          SamplePart(
            .body,
            [(String(repeating: "字", count: 99), TextStyle("宋体", 12)), ("异", TextStyle("宋体", 14))])
        ]), .passed, codes: ["FMT-body-size"]),
    ])

  public func check(_ text: RoleText, in context: CheckContext) -> Verdict { checkSize(text, in: context) }
}
