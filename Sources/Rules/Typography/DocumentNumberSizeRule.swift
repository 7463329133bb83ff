import Conformance
import DocumentModel

/// The document number is set in the required size.
public struct DocumentNumberSizeRule: SizeRule {
  let size: LengthSetting
  let tolerance: LengthSetting?
  let measuredTolerance: LengthSetting?
  let standardSize: LengthSetting?
  let passShare: Share?
  let reviewShare: Share?
  let certainty: Share?

  public static let grounds: Grounds = [.text, .looks]
  public static let description = RuleDescription(
    code: "FMT-docnum-size",
    sources: ["泗县教育体育局基层政务公开提升行动任务分解表·政府信息管理和发布制度建设", "GB/T 9704-2012, 7.2.5"],
    settings: sizeSettings,
    examples: [
      Example(
        "文号为小四", settings: "size: 小四", on: [.element(.number)], .sample([.number("泗政办〔2022〕5号")]),
        .passed),
      Example(
        "文号为三号", settings: "size: 小四", on: [.element(.number)],
        .sample([.number("泗政办〔2022〕5号", TextStyle("楷体", 16))]), .failed, codes: ["FMT-docnum-size"]),
      Example(
        "认不准哪一段是文号", settings: "size: 小四", on: [.element(.number)],
        .sample([.number("泗政办〔2022〕5号", TextStyle("楷体", 16), certainty: 0.4)]), .cantTell),
    ])

  public func check(_ text: RoleText, in context: CheckContext) -> Verdict { checkSize(text, in: context) }
}
