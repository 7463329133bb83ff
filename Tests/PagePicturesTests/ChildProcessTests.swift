import Testing

@testable import PagePictures

@Suite struct ChildProcessTests {
  func program(_ path: String, _ change: (inout ChildProcess.Limits) -> Void = { _ in }) -> ChildProcess {
    var program = ChildProcess(executable: path)
    change(&program.limits)
    return program
  }

  @Test func inputGoesInAndOutputComesOut() throws {
    let input = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
    #expect(try program("/bin/cat").run(["/dev/stdin"], input: input).bytes == input)
    #expect(try program("/bin/cat").run([], input: []).bytes == [])
  }

  @Test func seesNoEnvironmentAndNoShell() throws {
    #expect(try program("/usr/bin/env").run([], input: []).bytes == [])
    #expect(try program("/bin/echo").run(["$HOME", "; ls"], input: []).bytes == Array("$HOME ; ls\n".utf8))
  }

  @Test func messagesAreKeptApart() throws {
    let output = try program("/bin/sh").run(["-c", "echo out; echo word >&2"], input: [])
    #expect(output.bytes == Array("out\n".utf8) && output.messages == Array("word\n".utf8))
    // Only their beginning: a file may call for messages without end.
    let flood = try program("/bin/sh").run(["-c", "yes | head -c 300000 >&2"], input: [])
    #expect(flood.messages.count == 16 << 10)
  }

  @Test func failureIsTold() {
    #expect(throws: ChildProcess.Failure.exit(1)) { try program("/bin/false").run([], input: []) }
    #expect(throws: ChildProcess.Failure.self) { try program("/no/such").run([], input: []) }
  }

  @Test func tooMuchOutputEndsIt() {
    #expect(throws: ChildProcess.Failure.limit) {
      try program("/usr/bin/yes") { $0.outputBytes = 1 << 20 }.run([], input: [])
    }
  }

  /// The limit is what ends it: `sleep` would go on for a day.
  @Test func tooMuchTimeEndsIt() {
    #expect(throws: ChildProcess.Failure.limit) {
      try program("/bin/sleep") { $0.wallMilliseconds = 50 }.run(["86400"], input: [])
    }
  }

  @Test func tooMuchMemoryEndsIt() {
    // `tail` keeps all of a line without an end.
    #expect(throws: ChildProcess.Failure.self) {
      try program("/usr/bin/tail") {
        $0.addressBytes = 64 << 20
        $0.wallMilliseconds = 20_000
      }.run(["-n", "1", "/dev/zero"], input: [])
    }
  }
}
