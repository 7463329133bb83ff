import DocumentModel
import Findings
import Messages

/// Reports made by hand: what a checker would hand over, without one.
enum Samples {
  static let spec = SpecSummary(
    id: "sixian-2022", title: "泗县教育体育局政府信息公开规范", source: "任务分解表",
    sha256: String(repeating: "ab", count: 32))

  static func text(_ text: String) -> Message { Message("fix.text", ["value": .text(text)]) }

  static let titleFont = Finding(
    code: "FMT-title-font", requirement: "title-font", severity: .error, outcome: .failed,
    title: Message("role.title"), message: Message("property.eastAsianFace"),
    actual: Message("fix.face", ["value": "黑体"]), expected: Message("fix.face", ["value": "宋体"]),
    clause: Clause(reference: "任务分解表·政府信息管理", quote: "标题小二宋体加粗"),
    places: [
      Place(
        paragraph: 1, ordinal: 2, page: 1, quote: "关于做好2026年春季学期开学工作的通知",
        look: Look(face: "黑体", size: .pt(18), isBold: true, alignment: .center))
    ],
    evidence: [
      Trace(
        property: .size, value: "22pt",
        steps: [
          TraceStep(.paragraphStyle(name: "公文标题"), value: "22pt"),
          TraceStep(.paragraphStyle(name: "标题 1"), value: "16pt"),
          TraceStep(.documentDefaults, value: "10.5pt"),
        ])
    ],
    advice: Advice(word: Message("fix.bold")),
    fix: Fix(safety: .safe, edits: [.setEastAsianFace("宋体", paragraph: 1, range: nil)]),
    fingerprint: "3a9c0123456789ab")

  static let bracket = Finding(
    code: "DN-bracket", requirement: "number-form", severity: .error, outcome: .failed,
    title: Message("role.number"), message: Message("role.number"),
    actual: Message("fix.text", ["value": "[ ]"]), expected: Message("fix.text", ["value": "〔 〕"]),
    clause: Clause(reference: "GB/T 9704-2012, 7.2.5", quote: "年份用六角括号括入"),
    places: [
      Place(
        paragraph: 0, ordinal: 1, page: 1, quote: "云教体[2026]3号", marks: [3..<4, 8..<9],
        range: 3..<9, look: Look(face: "楷体", size: .pt(12), alignment: .center))
    ], fingerprint: "77e1aa3456789abc")

  static let spacing = Finding(
    code: "FMT-body-spacing", requirement: "body-spacing", severity: .warning, outcome: .failed,
    title: Message("property.lineSpacing"), message: Message("property.lineSpacing"),
    actual: Message("lines.exact", ["n": "28"]), expected: Message("lines.single"),
    clause: Clause(reference: "任务分解表·政府信息管理", quote: "单倍行距"),
    places: (5...16).map { index in
      Place(
        paragraph: index, ordinal: index, page: index < 12 ? 1 : 2,
        quote: "各学校要高度重视春季学期开学工作，切实加强组织领导。",
        look: Look(face: "宋体", size: .pt(12), alignment: .justified))
    }, placeCount: 12, fingerprint: "90ffaa3456789abc")

  static let seal = Finding(
    code: "SEAL-present", requirement: "seal", severity: .error, outcome: .cantTell,
    title: Message("family.SEAL"), message: Message("story.textBox"),
    clause: Clause(reference: "GB/T 9704-2012, 7.3.5"),
    places: [Place(paragraph: 40, page: 3, story: .textBox, quote: "云岭县教育体育局")],
    fingerprint: "10f0aa3456789abc")

  static func outcome(_ finding: Finding, _ member: String) -> RequirementOutcome {
    RequirementOutcome(
      requirement: finding.requirement, code: finding.code, title: finding.title,
      clause: finding.clause, severity: finding.severity, outcome: finding.outcome, member: member,
      judgedParagraphs: 12, judgedCharacters: 840)
  }

  static func notice(path: String = "通知.docx", id: String = "p1") -> PublicationReport {
    let member = Member(
      path: path, role: "word", format: .docx, sha256: String(repeating: "0f", count: 32),
      status: .checked,
      elements: [
        ElementSummary(
          role: "title", text: "关于做好2026年春季学期开学工作的通知", certainty: 0.97,
          place: titleFont.places.first),
        ElementSummary(role: "number", text: "云教体〔2026〕3号", certainty: 0.99),
        ElementSummary(role: "date", text: "2026年2月20日", iso: "2026-02-20", certainty: 0.95),
        ElementSummary(role: "issuer", text: "云岭县教育体育局", certainty: 0.9),
        ElementSummary(role: "issuer", text: "云岭县财政局", certainty: 0.85),
      ],
      notes: [ReadNote("W_STYLE_CYCLE", part: "word/styles.xml", detail: "style A")],
      extent: Extent(paragraphs: 42, characters: 2310, tables: 1, figures: 1),
      application: "WPS 文字 11.8")
    let passed = RequirementOutcome(
      requirement: "title-size", code: "FMT-title-size", title: Message("property.size"),
      clause: Clause(reference: "任务分解表", quote: "标题小二宋体加粗"), severity: .error, outcome: .passed,
      member: path, judgedParagraphs: 1, judgedCharacters: 18)
    let untested = RequirementOutcome(
      requirement: "twin", code: "TWIN-same", title: Message("family.TWIN"),
      clause: Clause(reference: "任务分解表", quote: "WORD 和 PDF 双版本"), severity: .error,
      outcome: .untested, member: path, reason: Message("E_UNSUPPORTED.html"))
    let doubt = RequirementOutcome(
      requirement: "issuer", code: "SIGN-present", title: Message("role.issuer"),
      clause: Clause(reference: "GB/T 9704-2012, 7.3.5"), severity: .warning, outcome: .cantTell,
      member: path, reason: Message("W_OTHER"))
    let findings = [titleFont, bracket, spacing, seal]
    return PublicationReport(
      id: id, title: "关于做好2026年春季学期开学工作的通知", members: [member],
      outcomes: findings.map { outcome($0, path) } + [passed, untested, doubt], findings: findings)
  }

  static let clean = PublicationReport(
    id: "p2", title: "公告",
    members: [
      Member(
        path: "公告.docx", role: "word", format: .docx, sha256: String(repeating: "1e", count: 32),
        status: .checked)
    ],
    outcomes: [
      RequirementOutcome(
        requirement: "title-font", code: "FMT-title-font", title: Message("role.title"),
        clause: Clause(reference: "任务分解表"), severity: .error, outcome: .passed, member: "公告.docx")
    ])

  static let locked = PublicationReport(
    id: "p3", title: "加密.docx",
    members: [
      Member(
        path: "加密.docx", role: "word", status: .unreadable,
        error: ReadError(.encrypted, detail: "EncryptedPackage"))
    ])

  static let broken = PublicationReport(
    id: "p4", title: "损坏.docx",
    members: [
      Member(
        path: "损坏.docx", role: "word", status: .unreadable,
        error: ReadError(.xmlMalformed, part: "word/document.xml", line: 1, column: 5, detail: "tag"))
    ])

  /// What a hostile file may put into every text that is printed (d42, d43).
  static let attack = "<script>alert(1)</script>\"'&\u{1B}[31m\u{202E}\u{9B}31m\u{7}\u{0}"

  static var hostile: PublicationReport {
    var finding = titleFont
    finding.actual = Message("fix.face", ["value": .text(attack)])
    finding.clause = Clause(reference: attack, quote: attack)
    finding.places = [
      Place(
        paragraph: 0, ordinal: 1, quote: attack, marks: [0..<8],
        look: Look(face: attack + ";background:url(x)", size: .pt(12)))
    ]
    finding.evidence = [
      Trace(
        property: .eastAsianFace, value: attack,
        steps: [TraceStep(.paragraphStyle(name: attack), value: attack)])
    ]
    finding.code = attack
    finding.fingerprint = attack
    let member = Member(
      path: attack, role: "word", format: .docx, sha256: attack, status: .checked,
      elements: [ElementSummary(role: "title", text: attack, certainty: 1)],
      notes: [ReadNote("W_NEW", part: attack, detail: attack)], application: attack)
    return PublicationReport(
      id: attack, title: attack, members: [member], outcomes: [outcome(finding, attack)],
      findings: [finding])
  }

  static func report(_ publications: [PublicationReport]) -> Report {
    Report(toolVersion: "1.0.0", spec: spec, publications: publications)
  }
}
