import ArgumentParser
import Conformance
import Messages
import Reports
import Rules

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "列出能查的规则 · Lists the rules that there are.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let rules = RuleList.builtIn.types.map { $0.description }.sorted { $0.code < $1.code }
    let width = rules.map { Columns.width(of: $0.code) }.max() ?? 0
    var text = ""
    for rule in rules {
      let gap = String(repeating: " ", count: width - Columns.width(of: rule.code) + 2)
      text += "\(rule.code)\(gap)\(title(of: rule.code))\n"
      if common.verbose {
        for code in rule.subcodes { text += "  \(code)  \(title(of: code))\n" }
      }
    }
    if !common.quiet { text += "\n" + common.say("rules.more", ["n": .number(rules.count)]) + "\n" }
    Standard.output.write(text)
  }

  private func title(of code: String) -> String {
    Catalogue.builtIn.entries["\(code).title"] == nil ? "" : Message("\(code).title").text(in: common.lang)
  }
}
