import ArgumentParser
import Checking
import Conformance
import DocumentModel
import Findings
import Glibc
import Messages
import Reports

/// From which severity on a finding makes the exit code 1.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case error, warning, never

  func isReached(by finding: Finding) -> Bool {
    guard finding.outcome == .failed else { return false }
    switch self {
    case .error: return finding.severity >= .error
    case .warning: return finding.severity >= .warning
    case .never: return false
    }
  }
}

/// Whether reports show pictures of pages.
enum PagePictureChoice: String, ExpressibleByArgument, CaseIterable { case auto, never }

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "检查文件或文件夹 · Checks files or folders.",
    discussion: """
      文件夹里的 Word 文件逐份检查；PDF、OFD、.doc 等列为“暂不支持”，不影响退出码；隐藏文件和 ~$ 开头的锁文件跳过。
      直接指名的文件读不了时退出码为 2。
      Word files of a folder are checked; kinds not supported yet are listed and do not change the exit code.
      A file that is named and cannot be read makes it 2.
      """)

  @OptionGroup var input: InputOptions
  @Option(
    help: "报告格式，可多次给出 · Report as text, json, jsonl, html, none; =FILE writes to a file. Repeatable.")
  var format: [String] = []
  @Option(help: "规范的编号或文件 · A spec by id or file.") var spec = standardSpecification
  @Option(help: "从哪种程度起退出码为 1 · Exit 1 from: error, warning, never.") var failOn = FailOn.error
  @Option(help: "检查当天的日期，默认为今天 · The day of the check as YYYY-MM-DD; today if not given.")
  var today: String?
  @Option(help: "只看这些代码，可多次给出 · Only these codes. Repeatable.") var select: [String] = []
  @Option(help: "不看这些代码，可多次给出 · Not these codes. Repeatable.") var ignore: [String] = []
  @Option(help: "HTML 报告中的页面图片 · Pictures of pages in HTML: auto, never.") var pagePictures =
    PagePictureChoice.auto
  @Option(help: "缓存文件夹（本版接受但不起作用）· A cache folder; accepted, without effect in this version.")
  var cache: String?
  @Flag(help: "不用缓存 · Use no cache.") var noCache = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let formats = try FormatArgument.all(format, allowed: ReportFormat.allCases, in: common.lang)
    let specs = SpecificationOption(language: common.lang)
    let specification = try specs.load(spec)
    var options = Checker.Options()
    options.selection = CodeSelection(
      selected: try specs.codes(select, of: specification),
      ignored: try specs.codes(ignore, of: specification))
    // Without anybody to read it, evidence is not gathered.
    options.tracesEvidence = formats.contains { $0.format != .none && ($0.format != .text || common.verbose) }
    if pagePictures == .auto, formats.contains(where: { $0.format == .html }) {
      options.pageCrops = Checker.Options.usualPageCrops
    }
    options.today = try day()
    let inputs = try input.inputs(common)
    guard !inputs.isEmpty else { throw Failure("cli.nothingFound", in: common.lang) }
    Interrupt.listen()
    var run = CheckRun(outputs: Outputs(formats, common: common), failOn: failOn, common: common)
    try run.begin(specification, today: options.today)
    run.progress = Progress(total: inputs.count, common: common)
    let batch = BatchChecker(specification: specification, options: options, jobs: input.jobCount)
    run.progress.show()
    var problem: (any Error)?
    batch.run(inputs) { input, publication in
      do {
        return try run.take(input, publication)
      } catch {
        problem = error
        return false
      }
    }
    run.progress.clear()
    if let problem { throw problem }
    throw try run.end(of: inputs.count)
  }

  /// The day that was given, or the system's: the only clock that a verdict depends on.
  private func day() throws -> CalendarDay? {
    guard let today else { return .ofSystem }
    if let day = CalendarDay(today) { return day }
    throw Failure("cli.badDay", ["value": .text(today)], in: common.lang)
  }
}

extension CalendarDay {
  /// Today by the system's clock and zone; `nil` when it has none.
  static var ofSystem: CalendarDay? {
    var seconds = time(nil)
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil else { return nil }
    return CalendarDay(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}

/// What a run has come to so far.
private struct CheckRun {
  var outputs: Outputs
  let failOn: FailOn
  let common: CommonOptions
  var progress: Progress
  private var summary = Summary()
  private var status = ExitStatus.clean

  init(outputs: Outputs, failOn: FailOn, common: CommonOptions) {
    self.outputs = outputs
    self.failOn = failOn
    self.common = common
    progress = Progress(total: 0, common: common)
  }

  mutating func begin(_ specification: Specification, today: CalendarDay?) throws {
    let spec = SpecSummary(
      id: specification.id, title: specification.title, source: specification.source,
      sha256: specification.sha256)
    try outputs.begin(ReportHeading(toolVersion: Hegui.version, spec: spec, today: today))
  }

  /// - Returns: whether to go on.
  mutating func take(_ input: Input, _ publication: PublicationReport) throws -> Bool {
    progress.clear()
    summary.add(publication)
    if publication.findings.contains(where: failOn.isReached), status == .clean { status = .findings }
    for member in publication.members {
      guard let error = member.error else { continue }
      // What a folder holds beside Word files is no fault of the run; what the user named is.
      if input.isNamed || (error.code != .unsupported && error.code != .link) { status = .unusable }
      if !outputs.hasTextOnOutput, !common.quiet {
        let sentence = ErrorWording(error, format: member.format).sentence(path: member.path)
        Standard.error.write(VisibleText.escaped(sentence.text(in: common.lang)) + "\n")
      }
    }
    let isWanted = try outputs.publication(publication)
    progress.advance()
    progress.show()
    return isWanted && !Interrupt.isRequested
  }

  mutating func end(of total: Int) throws -> ExitStatus {
    let isComplete = summary.publications == total || !Interrupt.isRequested
    if !isComplete { status = .interrupted }
    let ending = ReportEnding(summary: summary, exitCode: status.rawValue, isComplete: isComplete)
    if let failure = try outputs.end(ending), status != .interrupted { status = failure }
    if !common.quiet {
      for file in outputs.written {
        Standard.error.write(common.say("cli.written", ["path": .text(file.text)]) + "\n")
      }
    }
    return status
  }
}
