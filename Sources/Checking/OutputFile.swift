import Glibc

/// A report file in the making, so that a reader finds the old one or the new one, never half of one.
///
/// The text goes into a draft beside the target as it grows; `commit` brings it to the disk and puts it in the
/// target's place. Without `commit` the draft goes away and the old file is as it was. What is no regular
/// file, such as `/dev/stdout`, is written to directly.
public final class OutputFile {
  /// Why a file could not be written; the old one is as it was.
  public struct WriteError: Error, Sendable, Hashable {
    public let path: String
    /// The system's words for it.
    public let reason: String
  }

  private let path: FilePath
  /// `nil` where the target itself is written to.
  private let draft: FilePath?
  private var descriptor: Int32
  /// The first thing that went wrong.
  private var problem: Int32 = 0

  /// Opens the draft.
  /// - Throws: when nothing can be written there.
  public init(_ path: FilePath) throws(WriteError) {
    self.path = path
    var status = Glibc.stat()
    let isThere = path.withCString { stat($0, &status) } == 0
    if isThere, status.st_mode & S_IFMT != S_IFREG {
      guard status.st_mode & S_IFMT != S_IFDIR else { throw Self.failure(path, EISDIR) }
      draft = nil
      descriptor = path.withCString { open($0, O_WRONLY | O_CLOEXEC) } ?? -1
    } else {
      let name = Array(".".utf8) + path.name.prefix(200) + Array(".\(getpid()).tmp".utf8)
      let draft = FilePath(bytes: path.bytes.dropLast(path.name.count) + name)
      self.draft = draft
      // A file of an earlier run that was killed; nobody else uses the name.
      _ = draft.withCString { unlink($0) }
      let mode = isThere ? status.st_mode & 0o777 : 0o666
      descriptor =
        draft.withCString { open($0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode) } ?? -1
    }
    guard descriptor >= 0 else { throw Self.failure(path, errno) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    discard()
  }

  /// Adds text. A failure is kept for `commit`, and nothing more is written.
  public func write(_ text: String) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
  }

  private func write(_ bytes: UnsafeRawBufferPointer) {
    if problem == 0, !Self.write(bytes, to: descriptor) { problem = errno }
  }

  /// Puts the new file in the place of the old one.
  /// - Throws: when any of it could not be written; the old file is then as it was.
  public func commit() throws(WriteError) {
    if problem == 0, fsync(descriptor) != 0, errno != EINVAL, errno != EROFS { problem = errno }
    if close(descriptor) != 0, problem == 0 { problem = errno }
    descriptor = -1
    if problem == 0, let draft {
      let renamed = draft.withCString { from in path.withCString { rename(from, $0) } ?? -1 } ?? -1
      if renamed != 0 { problem = errno }
    }
    guard problem == 0 else {
      discard()
      throw Self.failure(path, problem)
    }
    if draft != nil { Self.sync(folder: Array(path.bytes.dropLast(path.name.count))) }
  }

  private func discard() {
    if let draft { _ = draft.withCString { unlink($0) } }
  }

  /// Writes a whole file at once.
  public static func replace(_ path: FilePath, with bytes: [UInt8]) throws(WriteError) {
    let file = try OutputFile(path)
    bytes.withUnsafeBytes { file.write($0) }
    try file.commit()
  }

  /// Writes everything; `false` with `errno` when that fails.
  public static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest)
      let count = Glibc.write(descriptor, piece.baseAddress, piece.count)
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// The new name is as lasting as the bytes; a system that cannot promise that still has the file.
  private static func sync(folder: [UInt8]) {
    let path = FilePath(bytes: folder.isEmpty ? [0x2E] : folder)
    guard let descriptor = path.withCString({ open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }), descriptor >= 0
    else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func failure(_ path: FilePath, _ number: Int32) -> WriteError {
    WriteError(path: path.text, reason: strerror(number).map { String(cString: $0) } ?? "errno \(number)")
  }
}
