/// PDF twins: what Word samples say in words, and what only a PDF can do.
enum PDFSamples {
  struct PDFSample: Sendable {
    let name: String
    let notice: PrintedNotice

    init(_ name: String, _ change: (inout PrintedNotice) -> Void = { _ in }) {
      self.name = name
      notice = PrintedNotice(Notice(Dress()), change)
    }

    init(_ name: String, _ notice: PrintedNotice) {
      self.name = name
      self.notice = notice
    }
  }

  static let all = typography + layer + release + seals + words + lines + afterwords + tables

  /// The same notice with other words: each first sample of a verdict that is about words alone.
  private static let words: [PDFSample] = {
    let groups = [
      ElementSamples.all, PrivacySamples.all, MarkSamples.all, WritingSamples.all,
      SealSamples.all.filter { $0.name.hasPrefix("seal-wording") },
    ]
    return groups.joined().filter { $0.name.hasSuffix("-a") }.compactMap { sample in
      let printed = PrintedNotice(sample.notice)
      return printed.paragraphs == nil ? nil : PDFSample(sample.name, printed)
    }
  }()

  private static let typography: [PDFSample] = [
    // The name in GB 18030, as old drivers write it (#CB#CE#CC#E5 is 宋体).
    PDFSample("title-font-pass-a") { $0.title.font = PDFFont(name: "#CB#CE#CC#E5") },
    PDFSample("title-font-fail-a") { $0.title.font = .hei },
    // What LibreOffice puts in the place of 宋体 where there is none.
    PDFSample("title-font-review-a") {
      $0.title.font = PDFFont(name: "ABCDEF+NotoSansCJKjp-Regular-VKana", coding: .glyphs)
      $0.extras.producer = "LibreOffice 7.4"
    },
    // The size is in the text matrix and the operator says 1.
    PDFSample("title-size-pass-a") { $0.title.isScaled = true },
    PDFSample("title-size-fail-a") { $0.title.size = 22 },
    PDFSample("title-bold-pass-a"),
    PDFSample("title-bold-pass-b") { $0.title.weight = .struckTwice },
    PDFSample("title-bold-fail-a") { $0.title.weight = .regular },
    PDFSample("docnum-font-pass-a") { $0.number.font = PDFFont(name: "KaiTi_GB2312") },
    PDFSample("docnum-font-fail-a") { $0.number.font = .fang },
    PDFSample("docnum-size-pass-a") { $0.number.isScaled = true },
    PDFSample("docnum-size-fail-a") { $0.number.size = 16 },
    PDFSample("body-font-pass-a") { $0.body.font = PDFFont(name: "SimSun", coding: .glyphs) },
    PDFSample("body-font-fail-a") { $0.body.font = .fang },
    PDFSample("body-size-pass-a") { $0.body.size = 12.02 },
    PDFSample("body-size-fail-a") { $0.body.size = 16 },
    PDFSample("body-spacing-pass-a"),
    PDFSample("body-spacing-review-b") { $0.body.pitch = 28 },
    // Exactly 20 points, which a grid may have made of single lines.
    PDFSample("body-spacing-review-c") { $0.body.pitch = 20 },
    // Twice the pitch of the document grid, where LibreOffice puts single lines.
    PDFSample("body-spacing-review-a") { $0.body.pitch = 31.2 },
    PDFSample("text-color-pass-a") { $0.body.color = "0.1 g" },
    PDFSample("text-color-review-a") {
      $0.lines[4] = $0.body
      $0.lines[4]?.color = "1 0 0 rg"
    },
  ]

  private static let layer: [PDFSample] = [
    PDFSample("text-layer-pass-a"),
    PDFSample("text-layer-fail-a") {
      $0.extras.isScan = true
      $0.extras.isWordless = true
    },
    // A scan with the words that a machine read laid under it.
    PDFSample("text-layer-review-a") { notice in
      notice.extras.isScan = true
      for look in [\PrintedNotice.title, \.number, \.body] { notice[keyPath: look].weight = .invisible }
    },
    // A picture below the text, and one in the place of it.
    PDFSample("text-image-pass-a") { $0.extras.pictureHeight = 200 },
    PDFSample("text-image-fail-a") {
      $0.extras.pictureHeight = 320
      $0.notice.lines = []
    },
    PDFSample("text-garbled-pass-a") { $0.body.font = PDFFont(name: "SimSun", coding: .glyphs) },
    PDFSample("text-garbled-review-a") {
      $0.lines[2] = $0.body
      $0.lines[2]?.font = PDFFont(name: "SimSun", coding: .secret)
    },
  ]

  private static let lines: [PDFSample] = [
    PDFSample("punctuation-pass-c") { $0.notice.closeHeadings() },
    // A comma begins the second line of two paragraphs.
    PDFSample("punctuation-review-b") {
      $0.extras.breaksAnywhere = true
      $0.notice.lines[0] = Notice.Line(
        "春季学期将于3月10日正式开学。为做好开学各项工作，保障师生平安返校、教学有序开展，经县人民政府同意，并报市教育局备案，现就开学前后的各项准备工作和有关事项通知如下。")
      $0.notice.lines[2] = Notice.Line(
        "各校要在开学前完成校舍检修和教学设备保养工作并将检修情况书面报告，逾期不报的予以通报。检修工作要逐间登记、逐项验收，由校长签字后报县教育局，各乡镇中心学校负责汇总。")
    },
  ]

  private static let tables: [PDFSample] = [
    PDFSample("privacy-column-pass-a") {
      $0.rows = [["姓名", "身份证号"], ["张三", "110105********002X"], ["李四", "110105********0038"]]
    },
    // The check characters are wrong, so that only the header tells.
    PDFSample("privacy-column-fail-a") {
      $0.rows = [["姓名", "身份证号"], ["张三", "110105194912310021"], ["李四", "110105195001010031"]]
    },
    PDFSample("privacy-mobile-fail-a") {
      $0.rows = [["序号", "姓名", "电话"], ["1", "张三", "13800138000"], ["2", "李四", "13900139000"]]
    },
    PDFSample("privacy-minor-pass-a") {
      $0.rows = [["姓名", "任教班级", "任教学科"], ["张三", "三（1）班", "语文"], ["李四", "三（2）班", "数学"]]
    },
    PDFSample("privacy-minor-review-a") {
      $0.rows = [["姓名", "班级", "监护人"], ["张小明", "三（1）班", "张三"], ["李小红", "三（2）班", "李四"]]
    },
  ]

  /// Words behind the sign-off.
  private static let afterwords: [PDFSample] = [
    PDFSample("note-form-pass-a") { $0.afterword = "（此件公开发布）" },
    // The annex is published as a file of its own.
    PDFSample("annex-list-pass-a") { $0.notice.lines.append(.init("附件：开学工作安排表")) },
    PDFSample("note-form-fail-a") { $0.afterword = "此件公开发布" },
    PDFSample("secrecy-pass-a") {
      $0.notice.lines.append(.init("涉及国家秘密、工作秘密、商业秘密和学生个人隐私的材料，不予公开。"))
    },
    PDFSample("secrecy-review-a") { $0.afterword = "内部资料\u{3000}注意保存" },
  ]

  private static let seals: [PDFSample] = [
    // A red rule under the head, as letterheads have it.
    PDFSample("seal-present-pass-a") { $0.extras.rule = true },
    PDFSample("seal-present-fail-a") { $0.extras.seal = .drawn },
    PDFSample("seal-present-fail-b") { $0.extras.seal = .stampWithName },
    PDFSample("seal-present-review-a") { $0.extras.seal = .stamp },
    PDFSample("seal-present-review-b") { $0.extras.seal = .received },
    PDFSample("seal-signature-pass-a") { $0.extras.signature = .empty },
    PDFSample("seal-signature-fail-a") { $0.extras.signature = .visible },
    PDFSample("seal-signature-review-a") { $0.extras.signature = .hidden },
  ]

  private static let release: [PDFSample] = [
    PDFSample("twin-open-pass-a"),
    // The empty password does not fit, and nobody knows the other one.
    PDFSample("twin-open-fail-a") {
      let digest = String(repeating: "5A", count: 32)
      $0.extras.encryption = "<< /Filter /Standard /V 1 /R 2 /P -4 /O <\(digest)> /U <\(digest)> >>"
    },
    // Opens, and may be neither printed nor copied.
    PDFSample("twin-open-review-a") { $0.extras.isRestricted = true },
    PDFSample("twin-clean-pass-a") { $0.extras.author = "Administrator" },
    PDFSample("twin-clean-fail-a") {
      $0.extras.annotation =
        "/Subtype /Text /Rect [450 700 470 720] /Name /Comment /T \(PDFFile.text("审稿")) "
        + "/Contents \(PDFFile.text("此处措辞再议"))"
    },
    PDFSample("twin-clean-fail-b") { $0.extras.catalog = "/OpenAction << /S /Launch /F (calc.exe) >>" },
    PDFSample("twin-clean-review-a") { $0.extras.author = "张三" },
    PDFSample("twin-clean-review-b") {
      $0.extras.catalog = "/OpenAction << /S /JavaScript /JS (this.print\\(\\);) >>"
    },
    PDFSample("twin-clean-review-c") { $0.extras.attachment = ("内部测算.txt", Array("cost\n".utf8)) },
  ]
}
