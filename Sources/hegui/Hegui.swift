import ArgumentParser
import Checking
import Messages
import Reports

/// The program: arguments in, exit code out; everything else is in lower floors.
struct Hegui: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hegui",
    abstract: "检查公文是否符合发布规范 · Checks official documents against a publishing spec.",
    discussion: """
      例 Examples:
        hegui check 通知.docx
        hegui check --format html=报告.html 待公开/
        hegui explain FMT-title-font

      退出码 Exit codes: 0 没有问题 nothing found · 1 有问题 findings · 2 用法、配置有误或有文件读不了 usage,
      configuration or an unreadable input · 130 被中断 interrupted
      """,
    version: "hegui \(version)",
    subcommands: [Check.self, Inspect.self, Explain.self, Rules.self, Specs.self])

  static let version = "0.1.0"
}

/// What the program exits with.
enum ExitStatus: Int32, Error {
  case clean = 0
  case findings = 1
  /// Usage, configuration, or an input that could not be read.
  case unusable = 2
  case interrupted = 130
}

/// Why the program cannot do what it was asked, in the user's language, safe to print.
struct Failure: Error {
  let text: String

  init(_ key: String, _ gaps: [String: Message.Argument] = [:], in language: Language) {
    let prefix = Message("cli.error").text(in: language)
    text = prefix + VisibleText.escaped(Message(key, gaps).text(in: language))
  }

  /// Several lines, each escaped.
  init(lines: String) {
    text = lines.split(separator: "\n", omittingEmptySubsequences: false).map {
      VisibleText.escaped(String($0))
    }
    .joined(separator: "\n")
  }
}

extension Language: ExpressibleByArgument {}
