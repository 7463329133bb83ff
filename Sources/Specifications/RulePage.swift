import Conformance
import DocumentModel
import Findings
import Messages

/// The page of a rule for people: what it asks for, why, how to put it right, its settings and examples.
///
/// Rendered from the rule itself and the catalogue, so that the page cannot say what the rule does not do.
public enum RulePage {
  /// The page as Markdown, in Chinese: clerks read it.
  ///
  /// - Parameter requirements: the requirements of specs that the rule checks, for the clauses it serves.
  public static func render(
    _ rule: RuleDescription, requirements: [(spec: String, requirement: Requirement)] = []
  )
    -> String
  {
    var lines = ["# \(rule.code) \(words(rule.code, "title"))", "", words(rule.code, "summary"), ""]
    lines += ["## 为什么", "", words(rule.code, "why"), ""]
    lines += ["依据：" + rule.sources.joined(separator: "；") + "。", ""]
    lines += advice(rule.code)
    lines += subcodes(rule)
    lines += settings(rule)
    lines += uses(requirements)
    lines += ["## 示例", ""] + rule.examples.flatMap { example($0, rule) }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Words of a rule from the catalogue, in Chinese: `title`, `summary`, `why`.
  public static func words(_ code: String, _ key: String) -> String {
    Message("\(code).\(key)", ["value": .message(Message("advice.anyValue"))]).text(in: .zh)
  }

  private static func advice(_ code: String) -> [String] {
    var lines = ["## 怎样改", "", "Word：" + words(code, "word"), ""]
    if Catalogue.builtIn.entries["\(code).wps"] != nil { lines += ["WPS：" + words(code, "wps"), ""] }
    return lines
  }

  private static func subcodes(_ rule: RuleDescription) -> [String] {
    guard !rule.subcodes.isEmpty else { return corrections(rule) }
    var lines = ["## 分项代码", "", "| 代码 | 名称 | 要求 | 怎样改 |", "|---|---|---|---|"]
    lines += rule.subcodes.map {
      "| \($0) | \(cell(words($0, "title"))) | \(cell(words($0, "summary"))) | \(cell(steps($0))) |"
    }
    return lines + [""] + corrections(rule)
  }

  /// How to put right what a sub-code is about, in Word and, where it differs, in WPS.
  private static func steps(_ code: String) -> String {
    guard Catalogue.builtIn.entries["\(code).wps"] != nil else { return words(code, "word") }
    return "Word：\(words(code, "word"))<br>WPS：\(words(code, "wps"))"
  }

  /// The codes that carry no correction, and why.
  private static func corrections(_ rule: RuleDescription) -> [String] {
    let codes = ([rule.code] + rule.subcodes).filter { Catalogue.builtIn.entries["\($0).noFix"] != nil }
    guard !codes.isEmpty else { return [] }
    return ["不自动改正的：", ""] + codes.map { "* \($0)：\(words($0, "noFix"))" } + [""]
  }

  private static func settings(_ rule: RuleDescription) -> [String] {
    guard !rule.settings.isEmpty else { return [] }
    var lines = ["## 设置", "", "| 键 | 含义 | 取值 | 默认值 |", "|---|---|---|---|"]
    for setting in rule.settings {
      let meaning = Message("setting.\(setting.name)").text(in: .zh)
      let standard = setting.standard.map { $0.isEmpty ? "无" : "`\($0)`" } ?? "必填"
      let kind = setting.kind.name.text(in: .zh)
      lines.append("| `\(setting.name)` | \(cell(meaning)) | \(cell(kind)) | \(cell(standard)) |")
    }
    return lines + [""]
  }

  private static func uses(_ uses: [(spec: String, requirement: Requirement)]) -> [String] {
    guard !uses.isEmpty else { return [] }
    var lines = ["## 用在哪里", ""]
    for (spec, requirement) in uses {
      let clause = requirement.clause
      let quote = clause.quote.isEmpty ? "" : "：“\(clause.quote)”"
      let severity = Message("severity.\(requirement.severity.rawValue)").text(in: .zh)
      lines.append("* \(spec) `\(requirement.id)`（\(severity)）——\(clause.reference)\(quote)")
    }
    return lines + [""]
  }

  private static func example(_ example: Example, _ rule: RuleDescription) -> [String] {
    let outcome = Message("outcome.\(example.outcome.rawValue)").text(in: .zh)
    let codes = example.codes.filter { $0 != rule.code }
    var lines = ["### \(example.title)", ""]
    if !example.settings.isEmpty { lines += ["```yaml", example.settings, "```", ""] }
    lines += ["| 部分 | 文字 | 样式 |", "|---|---|---|"]
    for (index, paragraph) in example.document.document.paragraphs.enumerated() {
      let role = example.document.elements.first { $0.pieces.contains { $0.paragraph == index } }?.role
      let name = role.map { Message("role.\($0.rawValue)").text(in: .zh) } ?? "—"
      let looks = paragraph.spans.map { look($0.style, paragraph) }
      lines.append("| \(name) | \(cell(shortened(paragraph.text))) | \(cell(looks.joined(separator: "；"))) |")
    }
    return lines + [
      "", "结论：**\(outcome)**" + (codes.isEmpty ? "" : "（" + codes.joined(separator: "、") + "）"), "",
    ]
  }

  private static func look(_ style: TextStyle, _ paragraph: Paragraph) -> String {
    let face = style.faces.eastAsia.name.isEmpty ? "未写明字体" : style.faces.eastAsia.name
    var look = face + " " + (style.size.map(\.description) ?? "未写明字号")
    if style.isBold { look += " 加粗" }
    if let color = style.color { look += " #\(color)" }
    if style.faces.ascii.name != "Times New Roman", !style.faces.ascii.name.isEmpty {
      look += "，西文 \(style.faces.ascii.name)"
    }
    switch paragraph.format.lineSpacing {
    case .multiple(1): break
    case .multiple(let value): look += "，\(value.plain)倍行距"
    case .exact(let height): look += "，固定值 \(height)"
    case .atLeast(let height): look += "，最小值 \(height)"
    case .measured(let pitch): look += pitch.map { "，实测行距 \($0)" } ?? ""
    }
    return look
  }

  private static func shortened(_ text: String) -> String {
    text.count > 40 ? text.prefix(20) + "……" + text.suffix(10) : text
  }

  /// Text in a cell of a Markdown table.
  private static func cell(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("\n", with: " ")
  }
}
