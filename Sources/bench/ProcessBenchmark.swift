import Foundation

/// What a whole process of the program costs: its start, and its memory on the largest file.
struct ProcessBenchmark {
  let program: String
  let files: [String]

  func run() {
    print("The program as a process")
    let starts = (0..<50).compactMap { _ in Self.usage(of: [program, "--version"]).map(CPUTime.seconds) }
    let start = starts.median
    ResultLine(
      name: "start: hegui --version, median of \(starts.count)", amount: start.milliseconds,
      goal: "goal ≤ 5 ms", isReached: !starts.isEmpty && start <= 0.005
    ).print()
    let largest = files.max { size($0) < size($1) }
    guard let largest else { return }
    guard let usage = Self.usage(of: [program, "inspect", "--format", "none", largest]) else {
      print("  not measured: hegui inspect failed on \(largest)")
      return
    }
    let megabytes = Double(usage.ru_maxrss) / 1024
    ResultLine(
      name: "peak memory, largest file (\(size(largest) / 1024) KB)", amount: megabytes.formatted(1) + " MB",
      goal: "goal ≤ 64 MB", isReached: megabytes <= 64
    ).print()
  }

  private func size(_ path: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.size] as? Int ?? 0
  }

  /// Runs a command without output and asks the kernel what it used; `nil` when it fails.
  static func usage(of command: [String]) -> rusage? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor: Int32 in [1, 2] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    var arguments = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    guard posix_spawn(&child, command[0], &actions, nil, &arguments, environ) == 0 else { return nil }
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(child, &status, 0, &usage) == child, status == 0 else { return nil }
    return usage
  }
}
