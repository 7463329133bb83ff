import Foundation
import Testing

/// What the program promises to those who call it: exit codes, streams, files.
@Suite struct CommandTests {
  let scratch = FileManager.default.temporaryDirectory.appending(path: "hegui-cli-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true) }

  func path(_ name: String) -> String { scratch.appending(path: name).path }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: scratch.appending(path: name)), as: UTF8.self)
  }

  @Test func exitCodesSayHowItWent() throws {
    #expect(try Program("check", "samples/notice-clean.docx").status == 0)
    #expect(try Program("check", "samples/notice-faults.docx").status == 1)
    #expect(try Program("check", "--fail-on", "never", "samples/notice-faults.docx").status == 0)
    #expect(try Program("check", "--select", "DN-bracket", "samples/notice-faults.docx").status == 0)
    #expect(
      try Program("check", "--select", "DN-bracket", "--fail-on", "warning", "samples/notice-faults.docx")
        .status
        == 1)
    #expect(try Program("check", "none.docx").status == 2)
    #expect(try Program("check", "samples/notice-faults.docx", "none.docx").status == 2)
    #expect(try Program("--version").status == 0)
    #expect(try Program("check", "--help").status == 0)
  }

  @Test(arguments: [
    ["--bogus"], ["check"], ["check", "--format", "xml", "a"], ["check", "--jobs", "0", "a"],
    ["check", "--select", "FMT-titel-font", "a"], ["check", "--spec", "none", "a"],
    ["check", "--format", "json", "--format", "text", "a"], ["explain", "NONE"],
    ["check", "--lang", "fr", "a"], ["check", "--today", "2022-2-30", "a"],
    ["check", "--paths-from", "none"], ["specs", "validate", "none.yaml"],
  ])
  func badUsageIsTwoAndSaysWhy(_ arguments: [String]) throws {
    let program = try run(arguments)
    #expect(program.status == 2)
    #expect(program.output.isEmpty && !program.errors.isEmpty)
  }

  /// The same files, spec and day give the same bytes; another day may give another verdict.
  @Test func theDayDecidesWhatIsInTheFuture() throws {
    let file = "samples/notice-clean.docx"
    let before = try Program(
      "check", "--today", "2025-01-01", "--fail-on", "warning", "--format", "json", file)
    let again = try Program(
      "check", "--today", "2025-01-01", "--fail-on", "warning", "--format", "json", file)
    #expect(before.status == 1 && before.output.contains("\"DATE-future\"") && before.output == again.output)
    let after = try Program("check", "--today", "2030-01-01", "--format", "json", file)
    #expect(after.status == 0 && after.output.contains("\"today\":\"2030-01-01\""))
  }

  private func run(_ arguments: [String]) throws -> Program {
    switch arguments.count {
    case 1: try Program(arguments[0])
    case 2: try Program(arguments[0], arguments[1])
    case 3: try Program(arguments[0], arguments[1], arguments[2])
    case 4: try Program(arguments[0], arguments[1], arguments[2], arguments[3])
    default: try Program(arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5])
    }
  }

  @Test func aMisspeltCodeIsGuessed() throws {
    #expect(try Program("check", "--select", "FMT-titel-font", "a").errors.contains("FMT-title-font"))
  }

  @Test func aReportFileIsWrittenAndResultsStayOnOutput() throws {
    let program = try Program(
      "check", "--format", "html=\(path("报告.html"))", "--format", "json", "samples/notice-faults.docx")
    #expect(program.status == 1)
    #expect(program.output.hasPrefix("{\"schemaVersion\":1,"))
    #expect(try text("报告.html").hasPrefix("<!doctype html>"))
    #expect(program.errors.contains("报告.html"))
  }

  @Test func aReportThatCannotBeWrittenLeavesTheOldOneAndIsTwo() throws {
    try FileManager.default.createDirectory(atPath: path("r.html"), withIntermediateDirectories: true)
    let program = try Program("check", "--format", "html=\(path("r.html"))", "samples/notice-clean.docx")
    #expect(program.status == 2 && program.errors.contains("没有写成"))
    let full = try Program("check", "--format", "json=/dev/full", "samples/notice-clean.docx")
    #expect(full.status == 2)
  }

  @Test func oneBadFileCostsOnlyItself() throws {
    try Data().write(to: scratch.appending(path: "a-empty.docx"))
    let sample = Program.root.appending(path: "samples/notice-clean.docx")
    try FileManager.default.copyItem(at: sample, to: scratch.appending(path: "b.docx"))
    try Data("%PDF-1.7".utf8).write(to: scratch.appending(path: "c.pdf"))
    let program = try Program("check", scratch.path)
    #expect(program.status == 2)
    #expect(program.output.contains("文件是空的") && program.output.contains("b.docx"))
    #expect(program.output.contains("PDF 文件已损坏"))
    #expect(try Program("check", path("c.pdf")).status == 2)
  }

  @Test func pathsComeFromListsAndInput() throws {
    let list = "samples/notice-clean.docx\nsamples/notice-wps.docx\n"
    let program = try Program("check", "--format", "jsonl", "--paths-from", "-", input: list)
    #expect(program.status == 0 && program.output.split(separator: "\n").count == 2)
    let empty = try Program("check", scratch.path)
    #expect(empty.status == 2, "an empty folder is no success")
  }

  @Test func theJobsDoNotShow() throws {
    let one = try Program("check", "--format", "json", "--jobs", "1", "samples")
    let four = try Program("check", "--format", "json", "--jobs", "4", "samples")
    // Some samples cannot be read, and are there for that.
    #expect(one.output == four.output && one.status == 2)
  }

  @Test func inspectGivesObjectsInInputOrder() throws {
    let program = try Program(
      "inspect", "--format", "jsonl", "samples/notice-wps.docx", "none.docx", "samples/notice-clean.docx")
    #expect(program.status == 2)
    let paths = try program.output.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])["path"]
        as? String
    }
    #expect(paths == ["samples/notice-wps.docx", "none.docx", "samples/notice-clean.docx"])
    let none = try Program("inspect", "--format", "none", "samples/notice-clean.docx")
    #expect(none.status == 0 && none.output.isEmpty && none.errors.isEmpty)
    let trace = try Program("inspect", "--trace", "samples/notice-clean.docx")
    #expect(trace.output.contains(" ← "))
  }

  @Test func pagesOfHelpAreThere() throws {
    let explain = try Program("explain", "FMT-title-font")
    #expect(explain.status == 0 && explain.output.contains("怎么改") && explain.output.contains("Word"))
    #expect(try Program("explain", "DN-bracket", "--lang", "en").output.contains("How to change it"))
    #expect(try Program("explain", "E_ENCRYPTED").output.contains("请在 Word 中取消密码后重试"))
    #expect(try Program("rules").output.contains("FMT-title-font"))
    #expect(try Program("specs", "list").output.hasPrefix("sixian-2022"))
    #expect(try Program("specs", "show").output.contains("title-font"))
    for language in ["zh", "en"] {
      let rules = try Program("rules", "-v", "--lang", language).output
      for code in rules.split(separator: "\n").compactMap({ $0.split(separator: " ").first }).dropLast() {
        let page = try Program("explain", String(code), "--lang", language)
        #expect(page.status == 0 && !page.output.contains("[\(code)"), "\(code)")
        for prefix in ["[setting.", "[explain.", "[outcome.", "[severity."] {
          #expect(!page.output.contains(prefix), "\(code)")
        }
      }
    }
  }

  @Test func aFaultySpecIsShownWithItsLine() throws {
    let yaml = try Program("specs", "show", "--yaml").output
    try Data(yaml.replacing("severity:", with: "severety:", maxReplacements: 1).utf8)
      .write(to: scratch.appending(path: "own.yaml"))
    let program = try Program("specs", "validate", path("own.yaml"))
    #expect(program.status == 2 && program.output.contains("severety") && program.output.contains("^"))
    #expect(try Program("check", "--spec", path("own.yaml"), "samples/notice-clean.docx").status == 2)
    try Data(yaml.utf8).write(to: scratch.appending(path: "good.yaml"))
    #expect(try Program("specs", "validate", path("good.yaml")).status == 0)
  }

  @Test func namesNeedNotBeText() throws {
    let sample = try Data(contentsOf: Program.root.appending(path: "samples/notice-clean.docx"))
    let folder = open(scratch.path, O_RDONLY | O_DIRECTORY)
    defer { close(folder) }
    let name: [CChar] = [0x61, CChar(bitPattern: 0xFF), 0x2E, 0x64, 0x6F, 0x63, 0x78, 0]
    let file = openat(folder, name, O_WRONLY | O_CREAT, 0o600)
    try FileHandle(fileDescriptor: file, closeOnDealloc: true).write(contentsOf: sample)
    let program = try Program("check", "--format", "jsonl", scratch.path)
    #expect(program.status == 0 && program.output.contains("a\\\\xFF.docx"))
  }
}
