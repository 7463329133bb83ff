import ArgumentParser
import Checking
import DocumentModel
import Findings
import Messages
import Reports

struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "显示从文件中读出了什么 · Shows what was read from files, without judging.",
    discussion: """
      要素、段落、字体字号、图片、表格、节、痕迹。--trace 逐层列出每个值从哪里来。
      Elements, paragraphs, effective formatting, figures, tables, sections, residue. --trace follows each value
      through its layers.
      """)

  @OptionGroup var input: InputOptions
  @Option(help: "text, json, jsonl, none; =FILE 写入文件 · writes to a file.") var format: [String] = []
  @Flag(help: "逐层列出每个值的来历 · List the layers of each value.") var trace = false
  @Flag(help: "不用缓存 · Use no cache.") var noCache = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let formats = try FormatArgument.all(format, allowed: [.text, .json, .jsonl, .none], in: common.lang)
    guard let chosen = formats.first, formats.count == 1 else {
      throw Failure("cli.oneFormat", in: common.lang)
    }
    let inputs = try input.inputs(common)
    guard !inputs.isEmpty else { throw Failure("cli.nothingFound", in: common.lang) }
    Interrupt.listen()
    var sink = Sink(file: chosen.file, common: common)
    var status = ExitStatus.clean
    let isArray = chosen.format == .json && inputs.count > 1
    var isFirst = true
    var problem: (any Error)?
    let batch = BatchInspector(traces: trace, isBare: chosen.format == .none, jobs: input.jobCount)
    if isArray { try sink.put("[\n") }
    batch.run(inputs, render: Self.rendering(chosen, common)) { input, isRead, text in
      if !isRead { status = .unusable }
      do {
        try sink.put(isArray && !isFirst ? ",\n" + text : text)
      } catch {
        problem = error
        return false
      }
      isFirst = false
      return !sink.isClosed && !Interrupt.isRequested
    }
    if let problem { throw problem }
    if isArray { try sink.put("\n]\n") } else if chosen.format == .json { try sink.put("\n") }
    try sink.finish()
    throw Interrupt.isRequested ? ExitStatus.interrupted : status
  }

  private static func rendering(
    _ format: FormatArgument, _ common: CommonOptions
  ) -> @Sendable (Inspection) -> String {
    switch format.format {
    case .json:
      let json = InspectJSON(language: common.lang)
      return { json.render($0) }
    case .jsonl:
      let json = InspectJSON(language: common.lang)
      return { json.render($0) + "\n" }
    case .none, .html:
      return { inspection in
        guard let error = inspection.error else { return "" }
        let sentence = ErrorWording(error, format: inspection.format).sentence(path: inspection.path)
        Standard.error.write(VisibleText.escaped(sentence.text(in: common.lang)) + "\n")
        return ""
      }
    case .text:
      let text = InspectText(language: common.lang, width: format.file == nil ? Standard.output.width : nil)
      return { text.render($0) }
    }
  }
}

/// Standard output as results come, or a file at the end.
private struct Sink {
  let file: FilePath?
  let common: CommonOptions
  private var text = ""
  private(set) var isClosed = false

  init(file: FilePath?, common: CommonOptions) {
    self.file = file
    self.common = common
  }

  mutating func put(_ piece: String) throws {
    if file != nil {
      text += piece
      return
    }
    guard !isClosed, !piece.isEmpty else { return }
    switch Standard.output.write(piece) {
    case .written: break
    case .closed: isClosed = true
    case .failed(let reason): throw Failure("cli.badOutput", ["reason": .text(reason)], in: common.lang)
    }
  }

  func finish() throws {
    guard let file else { return }
    do throws(OutputFile.WriteError) {
      try OutputFile.replace(file, with: Array(text.utf8))
    } catch {
      throw Failure(
        "cli.notWritten", ["path": .text(error.path), "reason": .text(error.reason)], in: common.lang)
    }
  }
}
