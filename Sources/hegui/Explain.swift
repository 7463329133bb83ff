import ArgumentParser
import Conformance
import DocumentModel
import Findings
import Messages
import Reports
import Rules
import Specifications

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "说明一个代码：查什么、为什么、怎么改 · Explains a code: what, why, how to change it.",
    discussion: "也说明读取错误（E_…）和读取提示（W_…）· Also read errors (E_…) and notes (W_…).")

  @Argument(help: "代码，如 FMT-title-font · A code such as FMT-title-font.") var code: String
  @OptionGroup var common: CommonOptions

  func run() throws {
    let code = Self.isReadCode(code.uppercased()) ? code.uppercased() : code
    if Self.isReadCode(code), has(code) { return print(readCode(code)) }
    let specs = SpecificationOption(language: common.lang)
    let specification = try specs.load(standardSpecification)
    if let rule = RuleList.builtIn[code] {
      return print(page(code, rule.description, specification))
    }
    let unchecked = specification.requirements.filter { $0.code == code }
    guard !unchecked.isEmpty else { throw specs.unknown(code, RuleList.builtIn.codes + specification.codes) }
    let title = unchecked.first.map { text($0.title) } ?? ""
    print("\(code)  \(title)\n" + unchecked.map(line).joined())
  }

  private func print(_ text: String) { Standard.output.write(text) }

  private static func isReadCode(_ code: String) -> Bool { code.hasPrefix("E_") || code.hasPrefix("W_") }

  private func has(_ key: String) -> Bool { Catalogue.builtIn.entries[key] != nil }

  private func text(_ message: Message) -> String { message.text(in: common.lang) }

  private func readCode(_ code: String) -> String {
    let toDo = has("\(code).do") ? section("explain.how", [text(Message("\(code).do"))]) : ""
    return "\(code)  \(text(Message(code)))\n\(toDo)"
  }

  private func page(_ code: String, _ rule: RuleDescription, _ specification: Specification) -> String {
    func known(_ suffix: String) -> String? {
      [code, rule.code].first { has($0 + suffix) }.map {
        text(Message($0 + suffix, ["value": .message(Message("advice.anyValue"))]))
      }
    }
    var page = "\(code)  \(known(".title") ?? "")\n"
    if let summary = known(".summary") { page += summary + "\n" }
    if code != rule.code {
      page += common.say("explain.partOf", ["code": .text(rule.code)]) + "\n"
    }
    if let why = known(".why") { page += section("explain.why", [why]) }
    if let word = known(".word") {
      page += section(
        "explain.how", ["Word  \(word)", "WPS   \(known(".wps") ?? text(Message("explain.same")))"])
    }
    if has("\(code).noFix") { page += section("explain.noFix", [text(Message("\(code).noFix"))]) }
    if !rule.sources.isEmpty { page += section("explain.sources", rule.sources) }
    if code == rule.code, !rule.subcodes.isEmpty {
      page += section(
        "explain.subcodes",
        rule.subcodes.map { "\($0)  " + (has("\($0).title") ? text(Message("\($0).title")) : "") })
    }
    if !rule.settings.isEmpty { page += section("explain.settings", rule.settings.map(setting)) }
    let lines = specification.requirements.filter { $0.code == rule.code }.map(line)
    if !lines.isEmpty { page += lines.joined() }
    let examples = rule.examples.filter { code == rule.code || $0.codes.contains(code) }
    if !examples.isEmpty { page += section("explain.examples", examples.flatMap(example)) }
    return page
  }

  private func setting(_ setting: Setting) -> String {
    let standard = setting.standard.map { value in
      value.isEmpty ? "" : common.say("explain.standard", ["value": .text(value)])
    }
    let what = has("setting.\(setting.name)") ? text(Message("setting.\(setting.name)")) : ""
    return "\(setting.name)  \(what)" + (standard ?? common.say("explain.required"))
  }

  /// The requirement of the built-in spec that the code belongs to.
  private func line(_ requirement: Requirement) -> String {
    var lines = [
      "\(standardSpecification) · \(requirement.id) · \(text(Message("severity.\(requirement.severity.rawValue)")))"
    ]
    let clause = requirement.clause
    lines.append(clause.quote.isEmpty ? clause.reference : "“\(clause.quote)” \(clause.reference)")
    if case .notYet(_, _, let reason) = requirement.check {
      lines.append("\(text(Message("outcome.untested")))：\(reason)")
    }
    return section("explain.spec", lines)
  }

  private func example(_ example: Example) -> [String] {
    let outcome = text(Message("outcome.\(example.outcome.rawValue)"))
    let words = example.document.elements.first { element in
      example.roles.contains(.element(element.role))
    }
    let mark = example.outcome == .passed ? "✓" : example.outcome == .failed ? "✗" : "?"
    return ["\(mark) \(outcome)  \(example.title)"] + (words.map { ["    “\($0.text.prefix(40))”"] } ?? [])
  }

  private func section(_ title: String, _ lines: [String]) -> String {
    "\n\(common.say(title))\n" + lines.map { "  \(VisibleText.escaped($0))\n" }.joined()
  }
}
