import Conformance
import DocumentModel
import Fonts

/// The ideographs of the title are set in the required face.
public struct TitleFontRule: FaceRule {
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
    code: "FMT-title-font",
    sources: ["泗县教育体育局基层政务公开提升行动任务分解表·政府信息管理和发布制度建设", "GB/T 9704-2012, 7.3.1"],
    settings: faceSettings,
    examples: [
      Example(
        "标题为宋体", settings: "face: 宋体", on: [.element(.title)],
        .sample([.title("泗县人民政府办公室关于做好政务公开工作的通知")]), .passed),
      Example(
        "标题用 SimSun，是宋体的英文名", settings: "face: 宋体", on: [.element(.title)],
        .sample([.title("关于做好政务公开工作的通知", TextStyle("SimSun", 18, bold: true))]), .passed),
      Example(
        "标题为黑体", settings: "face: 宋体", on: [.element(.title)],
        .sample([.title("关于做好政务公开工作的通知", TextStyle("黑体", 18, bold: true))]), .failed,
        codes: ["FMT-title-font"]),
      Example(
        "标题用了公文常用的小标宋", settings: "face: 宋体\nstandardFace: 小标宋", on: [.element(.title)],
        .sample([.title("关于做好政务公开工作的通知", TextStyle("方正小标宋简体", 22))]), .failed,
        codes: ["FMT-title-font"]),
      Example(
        "标题分两段，第二段为楷体", settings: "face: 宋体", on: [.element(.title)],
        .sample([.title("泗县人民政府办公室"), .title("关于做好工作的通知", TextStyle("楷体", 18, bold: true))]), .failed,
        codes: ["FMT-title-font"]),
      Example(
        "标题用别家字库的宋体，符合，另作说明", settings: "face: 宋体", on: [.element(.title)],
        .sample([.title("关于做好政务公开工作的通知", TextStyle("华文宋体", 18, bold: true))]), .passed,
        codes: ["FMT-title-font"]),
      Example(
        "标题用思源宋体，疑似字体替换", settings: "face: 宋体", on: [.element(.title)],
        .sample([.title("关于做好政务公开工作的通知", TextStyle("思源宋体", 18, bold: true))]), .cantTell,
        codes: ["FMT-title-font"]),
      Example(
        "文件没有写明字体", settings: "face: 宋体", on: [.element(.title)],
        .sample([.title("关于做好政务公开工作的通知", TextStyle(size: .pt(18), bold: true))]), .cantTell,
        codes: ["FMT-title-font"]),
      Example(
        "PDF 转换时换了字体", settings: "face: 宋体", on: [.element(.title)],
        .sample([.title("关于做好政务公开工作的通知", TextStyle("NotoSansCJKjp-Regular-VKana", 18, bold: true))])
          .printed(by: "LibreOffice 7.4"), .cantTell, codes: ["FMT-title-font"]),
      Example(
        "PDF 的字体没有可辨认的名称", settings: "face: 宋体", on: [.element(.title)],
        .sample([.title("关于做好政务公开工作的通知", TextStyle("E-BZ", 18, bold: true))])
          .printed(by: "方正排版"), .cantTell, codes: ["FMT-title-font"]),
      Example(
        "PDF 的标题为黑体", settings: "face: 宋体", on: [.element(.title)],
        .sample([.title("关于做好政务公开工作的通知", TextStyle("SimHei", 18, bold: true))])
          .printed(by: "WPS 文字"), .failed, codes: ["FMT-title-font"]),
      Example(
        "没有标题，不判断字体", settings: "face: 宋体", on: [.element(.title)],
        .sample([.body("正文一段。")]), .inapplicable),
    ])

  public func check(_ text: RoleText, in context: CheckContext) -> Verdict { checkFace(text, in: context) }
}
