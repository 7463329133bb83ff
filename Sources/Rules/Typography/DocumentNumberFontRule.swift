import Conformance
import DocumentModel
import Fonts

/// The ideographs of the document number are set in the required face.
public struct DocumentNumberFontRule: FaceRule {
  let face: FaceSetting
  let tiers: [FontTier]?
  let reviewTiers: [FontTier]?
  let standardFace: FaceSetting?
  let standIns: [String]?
  let converters: [String]?
  let passShare: Share?
  let reviewShare: Share?
  let certainty: Share?

  public static let grounds: Grounds = [.text, .looks]
  public static let description = RuleDescription(
    code: "FMT-docnum-font",
    sources: ["泗县教育体育局基层政务公开提升行动任务分解表·政府信息管理和发布制度建设", "GB/T 9704-2012, 7.2.5"],
    settings: faceSettings,
    examples: [
      Example(
        "文号为楷体", settings: "face: 楷体", on: [.element(.number)], .sample([.number("泗政办〔2022〕5号")]),
        .passed),
      Example(
        "文号为楷体_GB2312；年份和括号不按汉字字体判断", settings: "face: 楷体", on: [.element(.number)],
        .sample([.number("泗政办〔2022〕5号", TextStyle("楷体_GB2312", 12))]), .passed),
      Example(
        "文号为仿宋", settings: "face: 楷体", on: [.element(.number)],
        .sample([.number("泗政办〔2022〕5号", TextStyle("仿宋_GB2312", 12))]), .failed,
        codes: ["FMT-docnum-font"]),
      Example(
        "字体不在对照表中", settings: "face: 楷体", on: [.element(.number)],
        .sample([.number("泗政办〔2022〕5号", TextStyle("某某艺术字", 12))]), .cantTell,
        codes: ["FMT-docnum-font"]),
    ])

  public func check(_ text: RoleText, in context: CheckContext) -> Verdict { checkFace(text, in: context) }
}
