import ArgumentParser
import Checking
import Conformance
import Findings
import Messages
import Reports
import Rules
import Specifications

struct Specs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "specs", abstract: "列出、查看、校验规范 · Lists, shows and validates specs.",
    subcommands: [SpecsList.self, SpecsShow.self, SpecsValidate.self])
}

struct SpecsList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "列出内置规范 · Lists the built-in specs.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let specs = SpecificationOption(language: common.lang)
    for entry in SpecLibrary.builtIn.entries {
      let spec = try specs.load(entry.id)
      let counts = common.say(
        "specs.counts",
        ["n": .number(spec.requirements.count), "checked": .number(spec.requirements.count { $0.isChecked })])
      Standard.output.write("\(spec.id)  \(VisibleText.escaped(spec.title))  \(counts)\n")
    }
  }
}

struct SpecsShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "查看一个规范的全部要求 · Shows the requirements of a spec.")

  @Argument(help: "编号或文件 · Id or file.") var name = standardSpecification
  @Flag(help: "原样给出 YAML · The YAML as it is.") var yaml = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let specs = SpecificationOption(language: common.lang)
    if yaml {
      let source = try SpecLibrary.builtIn[name]?.text ?? specs.text(of: name)
      Standard.output.write(source)
      return
    }
    let spec = try specs.load(name)
    var text = "\(spec.id)  \(spec.title)\n\(spec.source)\nSHA-256 \(spec.sha256)\n\n"
    let idWidth = spec.requirements.map { Columns.width(of: $0.id) }.max() ?? 0
    let codeWidth = spec.requirements.map { Columns.width(of: $0.code) }.max() ?? 0
    for item in spec.requirements {
      let mark = item.isChecked ? "✓" : "–"
      let severity = Message("severity.\(item.severity.rawValue)").text(in: common.lang)
      text += "\(mark) \(padded(item.id, idWidth))  \(padded(item.code, codeWidth))  \(severity)  "
      text += item.title.text(in: common.lang)
      let words = item.clause.quote.isEmpty ? item.clause.reference : "“\(item.clause.quote)”"
      text += "  \(words)\n"
      if common.verbose, case .notYet(_, _, let reason) = item.check { text += "    \(reason)\n" }
    }
    text += "\n✓ \(common.say("specs.checked"))  – \(common.say("specs.unchecked"))\n"
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    Standard.output.write(lines.map { VisibleText.escaped(String($0)) }.joined(separator: "\n"))
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - Columns.width(of: text)))
  }
}

struct SpecsValidate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "校验规范文件 · Validates spec files.")

  @Argument(help: "规范文件 · Spec files.") var files: [String]
  @OptionGroup var common: CommonOptions

  func run() throws {
    let specs = SpecificationOption(language: common.lang)
    var isFaulty = false
    for file in files {
      do {
        let text = try specs.text(of: file)
        let spec = try SpecLibrary.builtIn.load(text: text, file: FilePath(file).text, rules: .builtIn)
        let line = common.say(
          "specs.valid",
          [
            "path": .text(FilePath(file).text), "n": .number(spec.requirements.count),
            "checked": .number(spec.requirements.count { $0.isChecked }),
          ])
        if !common.quiet { Standard.output.write(line + "\n") }
      } catch let errors as SpecErrors {
        isFaulty = true
        let failure = Failure(lines: SpecificationOption.lines(errors, in: common.lang))
        Standard.output.write(failure.text + "\n")
      } catch let failure as Failure {
        isFaulty = true
        Standard.error.write(failure.text + "\n")
      }
    }
    if isFaulty { throw ExitStatus.unusable }
  }
}

extension Requirement {
  /// Whether a rule checks it in this version.
  var isChecked: Bool {
    if case .rule = check { true } else { false }
  }
}
