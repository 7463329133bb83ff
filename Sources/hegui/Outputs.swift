import Checking
import Findings
import Glibc
import Messages
import Reports

/// `--format F[=FILE]`, taken apart.
struct FormatArgument {
  let format: ReportFormat
  let file: FilePath?

  /// - Throws: for a format that there is not.
  init(_ text: String, allowed: [ReportFormat], in language: Language) throws {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, let format = ReportFormat(rawValue: String(name)), allowed.contains(format)
    else {
      let known = allowed.map(\.rawValue).joined(separator: ", ")
      throw Failure("cli.badFormat", ["value": .text(text), "known": .text(known)], in: language)
    }
    self.format = format
    guard parts.count == 2, let path = parts.last, path != "-" else {
      file = nil
      return
    }
    guard !path.isEmpty else { throw Failure("cli.noFile", ["value": .text(text)], in: language) }
    file = FilePath(String(path))
  }

  /// All `--format` of a command line; one of them at most writes to standard output.
  static func all(
    _ texts: [String], allowed: [ReportFormat], in language: Language
  ) throws -> [FormatArgument] {
    let formats = try texts.map { try FormatArgument($0, allowed: allowed, in: language) }
    let files = formats.compactMap { $0.file?.bytes }
    guard formats.count - files.count < 2, Set(files).count == files.count else {
      throw Failure("cli.sameOutput", in: language)
    }
    return formats.isEmpty ? [try FormatArgument("text", allowed: allowed, in: language)] : formats
  }
}

/// Where the reports of a run go as they grow: one to standard output, others into files.
struct Outputs {
  private struct Output {
    var reporter: any Reporter
    let path: FilePath?
    /// Open from the first text to the last; `nil` when it could not be opened, which the end tells.
    var file: OutputFile?
    var failure: OutputFile.WriteError?
  }

  private var outputs: [Output] = []
  private let common: CommonOptions
  /// Whether a text report tells of unreadable files already.
  let hasTextOnOutput: Bool
  private(set) var isClosed = false
  private(set) var written: [FilePath] = []

  init(_ formats: [FormatArgument], common: CommonOptions) {
    self.common = common
    hasTextOnOutput = formats.contains { $0.format == .text && $0.file == nil }
    outputs = formats.map { Output(reporter: Self.reporter($0, common), path: $0.file) }
  }

  private static func reporter(_ format: FormatArgument, _ common: CommonOptions) -> any Reporter {
    switch format.format {
    case .text:
      var options = TextReporter.Options()
      options.language = common.lang
      options.width = format.file == nil ? Standard.output.width : nil
      options.usesColor = format.file == nil && common.usesColor
      options.isVerbose = common.verbose
      options.isQuiet = common.quiet
      return TextReporter(options: options)
    case .json: return JSONReporter(language: common.lang)
    case .jsonl: return JSONLinesReporter(language: common.lang)
    case .html: return HTMLReporter(language: common.lang)
    case .none: return SilentReporter()
    }
  }

  mutating func begin(_ heading: ReportHeading) throws {
    for index in outputs.indices {
      guard let path = outputs[index].path else { continue }
      do throws(OutputFile.WriteError) {
        outputs[index].file = try OutputFile(path)
      } catch {
        outputs[index].failure = error
      }
    }
    try each { $0.begin(heading) }
  }

  /// - Returns: whether anybody still wants more.
  mutating func publication(_ publication: PublicationReport) throws -> Bool {
    try each { $0.publication(publication) }
    return !(isClosed && outputs.allSatisfy { $0.path == nil })
  }

  /// Files first: whether they could be written is part of how the run ended.
  mutating func end(_ ending: ReportEnding) throws -> ExitStatus? {
    var failure: ExitStatus?
    for index in outputs.indices {
      guard let path = outputs[index].path else { continue }
      do throws(OutputFile.WriteError) {
        if let error = outputs[index].failure { throw error }
        outputs[index].file?.write(outputs[index].reporter.end(ending))
        try outputs[index].file?.commit()
        written.append(path)
      } catch {
        Standard.error.write(
          common.say("cli.error")
            + common.say("cli.notWritten", ["path": .text(error.path), "reason": .text(error.reason)]) + "\n")
        failure = .unusable
      }
    }
    var last = ending
    if let failure { last.exitCode = failure.rawValue }
    for index in outputs.indices where outputs[index].path == nil {
      try put(outputs[index].reporter.end(last))
    }
    return failure
  }

  private mutating func each(_ body: (inout any Reporter) -> String) throws {
    for index in outputs.indices {
      let text = body(&outputs[index].reporter)
      if outputs[index].path == nil { try put(text) } else { outputs[index].file?.write(text) }
    }
  }

  private mutating func put(_ text: String) throws {
    guard !isClosed, !text.isEmpty else { return }
    switch Standard.output.write(text) {
    case .written: break
    case .closed: isClosed = true
    case .failed(let reason): throw Failure("cli.badOutput", ["reason": .text(reason)], in: common.lang)
    }
  }
}
