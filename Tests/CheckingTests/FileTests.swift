import DocumentModel
import Foundation
import Testing

@testable import Checking

@Suite struct FilePathTests {
  @Test(
    arguments: [
      Array("通知.docx".utf8), [0x61, 0xFF, 0x62], [0xC3], [0xE4, 0xB8], [0xED, 0xA0, 0x80],
      [0xF0, 0x9F, 0x98],
      [0xC0, 0xAF], Array("a\u{301}".utf8), [0x80, 0xFE, 0x2F, 0x2E],
    ] as [[UInt8]])
  func bytesSurviveAsAnArgument(_ bytes: [UInt8]) {
    #expect(FilePath(FilePath.argument(from: bytes)).bytes == bytes)
  }

  @Test func bytesThatAreNoTextAreShown() {
    #expect(FilePath(bytes: [0x61, 0xFF, 0x2F, 0xE4, 0xB8, 0xAD, 0x0A]).text == "a\\xFF/中\n")
  }

  @Test func knowsItsParts() {
    #expect(FilePath("a/通知.DOCX").fileExtension == "docx")
    #expect(FilePath("a/.docx").fileExtension == "")
    #expect(FilePath("a.b/c").fileExtension == "")
    #expect(FilePath("a/").appending(Array("b".utf8)).text == "a/b")
  }
}

@Suite struct InputFileTests {
  func code(_ path: FilePath, limits: ReadLimits = ReadLimits(), followsLink: Bool = true) -> String? {
    do {
      _ = try InputFile.read(path, limits: limits, followsLink: followsLink)
      return nil
    } catch {
      return error.code.rawValue
    }
  }

  @Test func readsWhatIsThere() throws {
    let scratch = try Scratch()
    #expect(try InputFile.read(scratch.write("a", "公文"), followsLink: false) == Array("公文".utf8))
    #expect(try InputFile.read(scratch.write("empty", ""), followsLink: false) == [])
  }

  @Test func refusesWhatIsNoFile() throws {
    let scratch = try Scratch()
    try scratch.write("a/b.docx")
    #expect(code(scratch.path("none.docx")) == "E_MISSING")
    #expect(code(scratch.path("a/b.docx/c")) == "E_MISSING")
    #expect(code(scratch.path("a")) == "E_UNREADABLE")
    #expect(code(FilePath("/dev/zero")) == "E_UNREADABLE")
    #expect(code(FilePath("")) == "E_MISSING")
    #expect(code(FilePath(bytes: [0x61, 0])) == "E_MISSING")
    #expect(mkfifo(scratch.path("pipe").text, 0o600) == 0)
    #expect(code(scratch.path("pipe")) == "E_UNREADABLE", "opening a pipe must not wait for a writer")
  }

  @Test func followsNoLinkThatAFolderHolds() throws {
    let scratch = try Scratch()
    try scratch.write("a.docx")
    #expect(symlink("a.docx", scratch.path("b.docx").text) == 0)
    #expect(code(scratch.path("b.docx"), followsLink: false) == "E_LINK")
    #expect(code(scratch.path("b.docx"), followsLink: true) == nil)
  }

  @Test func refusesBeforeReadingTooMuch() throws {
    let scratch = try Scratch()
    let path = try scratch.write("sparse", "")
    #expect(truncate(path.text, 8 << 30) == 0)
    #expect(code(path) == "E_TOO_LARGE")
    var limits = ReadLimits()
    limits.fileBytes = 3
    #expect(code(try scratch.write("four", "1234"), limits: limits) == "E_TOO_LARGE")
    #expect(code(try scratch.write("three", "123"), limits: limits) == nil)
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may read everything"))
  func saysWhatMayNotBeRead() throws {
    let scratch = try Scratch()
    let path = try scratch.write("secret")
    #expect(chmod(path.text, 0) == 0)
    #expect(code(path) == "E_UNREADABLE")
  }
}

@Suite struct InputListTests {
  func paths(_ inputs: [Input], below scratch: Scratch) -> [String] {
    inputs.map { $0.path.replacingOccurrences(of: scratch.url.path + "/", with: "") }
  }

  @Test func walksFoldersInOrder() throws {
    let scratch = try Scratch()
    for name in [
      "b.docx", "a.DOCX", "é.docx", "c/二.docx", "c/一.docx", "~$b.docx", ".hidden.docx", ".git/x.docx",
      "notes.txt", "d.pdf", "e.wps", "B.docx",
    ] { try scratch.write(name) }
    let inputs = InputList.inputs(of: [scratch.path.text])
    #expect(
      paths(inputs, below: scratch)
        == ["B.docx", "a.DOCX", "b.docx", "c/一.docx", "c/二.docx", "d.pdf", "e.wps", "é.docx"])
    #expect(!inputs.contains { $0.isNamed })
  }

  @Test func namedFilesAreTakenAsTheyAre() throws {
    let scratch = try Scratch()
    try scratch.write(".x.txt")
    let inputs = InputList.inputs(of: [scratch.path(".x.txt").text, "/none/a.docx", "-"])
    #expect(inputs.map(\.path) == [scratch.path(".x.txt").text, "/none/a.docx", "-"])
    #expect(inputs.allSatisfy { $0.isNamed })
  }

  @Test func followsNoLinksAndOpensNoPipes() throws {
    let scratch = try Scratch()
    try scratch.write("a.docx")
    #expect(symlink(".", scratch.path("loop").text) == 0)
    #expect(symlink("a.docx", scratch.path("b.docx").text) == 0)
    #expect(mkfifo(scratch.path("c.docx").text, 0o600) == 0)
    let inputs = InputList.inputs(of: [scratch.path.text])
    #expect(paths(inputs, below: scratch) == ["a.docx", "b.docx", "c.docx"])
    guard case .refused(_, let link) = inputs[1].source, case .refused(_, let pipe) = inputs[2].source else {
      Issue.record("a link or a pipe was taken for a file")
      return
    }
    #expect(link.code.rawValue == "E_LINK" && pipe.code == .unreadable)
  }

  @Test func readsLists() {
    let list = Array("a.docx\r\n\n乙.docx\n".utf8)
    #expect(InputList.arguments(in: list, partedByNUL: false) == ["a.docx", "乙.docx"])
    #expect(InputList.arguments(in: Array("a\nb\0c".utf8), partedByNUL: true) == ["a\nb", "c"])
  }
}

@Suite struct OutputFileTests {
  @Test func putsTheNewInThePlaceOfTheOld() throws {
    let scratch = try Scratch()
    let path = try scratch.write("报告.html", "old")
    #expect(chmod(path.text, 0o640) == 0)
    try OutputFile.replace(path, with: Array("new".utf8))
    #expect(try scratch.text("报告.html") == "new")
    #expect(scratch.names == ["报告.html"])
    let mode = try FileManager.default.attributesOfItem(atPath: path.text)[.posixPermissions] as? Int
    #expect(mode == 0o640)
    try OutputFile.replace(scratch.path("second.json"), with: [])
    #expect(scratch.names == ["second.json", "报告.html"])
  }

  @Test func aFailureLeavesTheOldOne() throws {
    let scratch = try Scratch()
    try scratch.write("folder/inside", "old")
    #expect(throws: OutputFile.WriteError.self) { try OutputFile.replace(scratch.path("folder"), with: [1]) }
    #expect(throws: OutputFile.WriteError.self) {
      try OutputFile.replace(scratch.path("none/report.html"), with: [1])
    }
    #expect(throws: OutputFile.WriteError.self) {
      // There is room for no byte.
      try OutputFile.replace(FilePath("/dev/full"), with: [1])
    }
    #expect(try scratch.text("folder/inside") == "old" && scratch.names == ["folder"])
  }
}

@Suite struct OrderedWorkersTests {
  @Test(arguments: [1, 2, 3, 16]) func resultsComeInInputOrder(_ jobs: Int) {
    var seen: [Int] = []
    OrderedWorkers.run(
      Array(0..<300), jobs: jobs,
      makeWork: {
        { number in
          if number % 7 == 0 { usleep(500) }
          return number * 2
        }
      },
      deliver: { input, output in
        #expect(output == input * 2)
        seen.append(input)
        return true
      })
    #expect(seen == Array(0..<300))
  }

  @Test(arguments: [1, 4]) func stopsWhenNobodyWantsMore(_ jobs: Int) {
    var count = 0
    OrderedWorkers.run(
      Array(0..<1000), jobs: jobs, makeWork: { { $0 } },
      deliver: { _, _ in
        count += 1
        return count < 10
      })
    #expect(count == 10)
  }

  @Test func nothingToDoIsDone() {
    OrderedWorkers.run([Int](), jobs: 4, makeWork: { { $0 } }, deliver: { _, _ in true })
  }
}
