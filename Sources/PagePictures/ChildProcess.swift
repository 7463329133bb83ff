import Glibc

/// A program that runs beside this one under limits: no shell, no environment, no file but its input, a
/// process group of its own that is ended as a whole when time or output pass the limit.
struct ChildProcess {
  /// What a program may use; `prlimit` of util-linux sees to the first two before it starts.
  struct Limits: Sendable {
    var addressBytes = 1 << 30
    var cpuSeconds = 10
    var wallMilliseconds = 15_000
    var outputBytes = 8 << 20
  }

  enum Failure: Error, Sendable, Hashable {
    /// It could not be started.
    case start
    /// It took too long, or wrote too much.
    case limit
    /// It ended with another code than 0, or by a signal.
    case exit(Int32)
  }

  /// What a program wrote.
  struct Output: Sendable {
    var bytes: [UInt8] = []
    /// The beginning of what it had to say: standard error.
    var messages: [UInt8] = []
  }

  let executable: String
  var limits = Limits()

  /// Runs the program with its input as `/dev/stdin`, which it may read from anywhere.
  func run(_ arguments: [String], input: [UInt8]) throws(Failure) -> Output {
    let source = try Self.memory(input)
    defer { close(source) }
    let output = try Self.channel()
    defer { close(output.ours) }
    guard let messages = try? Self.channel() else {
      close(output.theirs)
      throw .start
    }
    defer { close(messages.ours) }
    let child = spawn(arguments, input: source, output: output.theirs, messages: messages.theirs)
    close(output.theirs)
    close(messages.theirs)
    guard let child else { throw .start }
    let written = collect(from: output.ours, messages: messages.ours)
    // The group may hold more than the child itself.
    if written == nil { kill(-child, SIGKILL) }
    let status = Self.wait(for: child)
    guard let written else { throw .limit }
    guard status == 0 else { throw .exit(status) }
    return written
  }

  /// The two ends of what a child writes to.
  private static func channel() throws(Failure) -> (ours: Int32, theirs: Int32) {
    var ends: [Int32] = [-1, -1]
    // Closed in every other child from the first moment on, which a pipe would need another call for.
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .start }
    return (ends[0], ends[1])
  }

  /// A file in memory that has no name any more and that no other child sees: the bytes never touch a disk.
  private static func memory(_ bytes: [UInt8]) throws(Failure) -> Int32 {
    let name = "/hegui-\(getpid())-\(UInt64.random(in: 0...(.max)))"
    let descriptor = shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else { throw .start }
    shm_unlink(name)
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        close(descriptor)
        throw .start
      }
      done += count
    }
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }

  private func spawn(_ arguments: [String], input: Int32, output: Int32, messages: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    guard posix_spawn_file_actions_init(&actions) == 0, posix_spawnattr_init(&attributes) == 0 else {
      return nil
    }
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, messages, 2)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    posix_spawnattr_setflags(&attributes, Int16(truncatingIfNeeded: Int(flags)))
    var words: [UnsafeMutablePointer<CChar>?] = command(arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var environment: [UnsafeMutablePointer<CChar>?] = [nil]
    var child: pid_t = 0
    return posix_spawn(&child, Self.limiter, &actions, &attributes, &words, &environment) == 0 ? child : nil
  }

  /// Sets the limits and becomes the program.
  static let limiter = "/usr/bin/prlimit"

  private func command(_ arguments: [String]) -> [String] {
    [Self.limiter, "--as=\(limits.addressBytes)", "--cpu=\(limits.cpuSeconds)", "--core=0", "--", executable]
      + arguments
  }

  /// Everything up to the end of the output; `nil` past the limits.
  private func collect(from output: Int32, messages: Int32) -> Output? {
    var written = Output()
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    let deadline = Self.now + limits.wallMilliseconds
    // A descriptor below zero is passed over.
    var states = [output, messages].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    while states.contains(where: { $0.fd >= 0 }) {
      let left = deadline - Self.now
      guard left > 0 else { return nil }
      let ready = poll(&states, nfds_t(states.count), Int32(clamping: left))
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return nil }
      for index in states.indices where states[index].fd >= 0 && states[index].revents != 0 {
        let count = read(states[index].fd, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { return nil }
        if count == 0 { states[index].fd = -1 }
        if index == 0 {
          written.bytes += buffer[..<count]
        } else {
          written.messages += buffer[..<min(count, Self.mostMessages - written.messages.count)]
        }
        guard written.bytes.count <= limits.outputBytes else { return nil }
      }
    }
    return written
  }

  private static let mostMessages = 16 << 10

  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }

  /// The code that it ended with; 128 and more for a signal.
  private static func wait(for child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { guard errno == EINTR else { return -1 } }
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }
}
