import ArgumentParser
import Checking
import DocumentModel
import Messages
import Reports

/// When something that is for people is done.
enum When: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// Flags that hold everywhere.
struct CommonOptions: ParsableArguments {
  @Option(help: "语言 · Language: zh, en.") var lang = Language.zh
  @Option(help: "颜色 · Colour: auto, always, never; 也看 NO_COLOR.") var color = When.auto
  @Option(help: "进度 · Progress on stderr: auto, always, never.") var progress = When.auto
  @Flag(name: .shortAndLong, help: "只说有问题的 · Say only what is wrong.") var quiet = false
  @Flag(name: .shortAndLong, help: "多说一些：证据链、全部位置、未检查的要求 · Evidence, all places, what was not checked.")
  var verbose = false

  var usesColor: Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: Standard.output.isTerminal && !isSet("NO_COLOR")
    }
  }

  var showsProgress: Bool {
    switch progress {
    case .always: true
    case .never: false
    case .auto: Standard.error.isTerminal && !quiet
    }
  }

  func say(_ key: String, _ gaps: [String: Message.Argument] = [:]) -> String {
    VisibleText.escaped(Message(key, gaps).text(in: lang))
  }
}

/// What is read: paths, lists of paths, and how many at a time.
struct InputOptions: ParsableArguments {
  @Argument(help: "文件或文件夹，- 为标准输入 · Files or folders; - is standard input.") var paths: [String] = []
  @Option(
    name: .long,
    help: "从文件读取路径清单，一行一个，- 为标准输入 · A file of paths, one a line; - is standard input.")
  var pathsFrom: String?
  @Flag(name: .customShort("0"), help: "清单以 NUL 分隔 · The list is parted by NUL.") var nul = false
  @Option(name: .shortAndLong, help: "同时检查几份文件，默认为处理器数 · How many at a time.") var jobs: Int?

  func inputs(_ common: CommonOptions) throws -> [Input] {
    if let jobs, jobs < 1 { throw Failure("cli.badJobs", ["value": .number(jobs)], in: common.lang) }
    var arguments = paths
    if let pathsFrom {
      do throws(ReadError) {
        let list =
          pathsFrom == "-"
          ? try InputFile.readStandardInput() : try InputFile.read(FilePath(pathsFrom), followsLink: true)
        arguments += InputList.arguments(in: list, partedByNUL: nul)
      } catch {
        let what = ErrorWording(error, format: nil).what
        throw Failure(
          "cli.badList", ["path": .text(FilePath(pathsFrom).text), "what": .message(what)], in: common.lang)
      }
    }
    guard !arguments.isEmpty else { throw Failure("cli.noPaths", in: common.lang) }
    guard arguments.count(where: { $0 == "-" }) + (pathsFrom == "-" ? 1 : 0) < 2 else {
      throw Failure("cli.stdinTwice", in: common.lang)
    }
    return InputList.inputs(of: arguments)
  }

  var jobCount: Int { jobs ?? BatchChecker.defaultJobs }
}
