import Conformance
import DocumentModel

/// The title is set in the required size.
public struct TitleSizeRule: SizeRule {
  let size: LengthSetting
  let tolerance: LengthSetting?
  let measuredTolerance: LengthSetting?
  let standardSize: LengthSetting?
  let passShare: Share?
  let reviewShare: Share?
  let certainty: Share?

  public static let grounds: Grounds = [.text, .looks]
  public static let description = RuleDescription(
    code: "FMT-title-size",
    sources: ["泗县教育体育局基层政务公开提升行动任务分解表·政府信息管理和发布制度建设", "GB/T 9704-2012, 7.3.1"],
    settings: sizeSettings,
    examples: [
      Example(
        "标题为小二", settings: "size: 小二", on: [.element(.title)],
        .sample([.title("关于做好政务公开工作的通知")]), .passed),
      Example(
        "标题用了公文常用的二号", settings: "size: 小二\nstandardSize: 二号", on: [.element(.title)],
        .sample([.title("关于做好政务公开工作的通知", TextStyle("宋体", 22, bold: true))]), .failed,
        codes: ["FMT-title-size"]),
      Example(
        "标题里有两种字号", settings: "size: 18pt", on: [.element(.title)],
        .sample([
          SamplePart(
            .title,
            [
              ("关于做好政务公开", TextStyle("宋体", 18, bold: true)), ("工作的通知", TextStyle("宋体", 16, bold: true)),
            ])
        ]), .failed, codes: ["FMT-title-size"]),
      Example(
        "PDF 的字号有微小误差", settings: "size: 小二", on: [.element(.title)],
        .sample([.title("关于做好政务公开工作的通知", TextStyle("SimSun", 18.02, bold: true))]).printed(), .passed),
      Example(
        "PDF 的标题为三号，写成15.96磅", settings: "size: 小二", on: [.element(.title)],
        .sample([.title("关于做好政务公开工作的通知", TextStyle("SimSun", 15.96, bold: true))]).printed(), .failed,
        codes: ["FMT-title-size"]),
      Example(
        "文件没有写明字号", settings: "size: 小二", on: [.element(.title)],
        .sample([.title("通知", TextStyle(faces: FaceSlots(eastAsia: FontFace("宋体"))))]), .cantTell,
        codes: ["FMT-title-size"]),
    ])

  public func check(_ text: RoleText, in context: CheckContext) -> Verdict { checkSize(text, in: context) }
}
