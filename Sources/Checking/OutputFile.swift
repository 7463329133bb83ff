import Glibc

/// Writes a report file so that a reader finds the old one or the new one, never half of one.
public enum OutputFile {
  /// Why a file could not be written; the old one is as it was.
  public struct WriteError: Error, Sendable, Hashable {
    public let path: String
    /// The system's words for it.
    public let reason: String
  }

  /// Writes beside the target, brings it to the disk, and puts it in the target's place.
  ///
  /// What is no regular file, such as `/dev/stdout`, is written to directly.
  public static func replace(_ path: FilePath, with bytes: [UInt8]) throws(WriteError) {
    var status = Glibc.stat()
    let isThere = path.withCString { stat($0, &status) } == 0
    if isThere, status.st_mode & S_IFMT != S_IFREG {
      guard status.st_mode & S_IFMT != S_IFDIR else { throw failure(path, EISDIR) }
      return try write(bytes, to: path, flags: O_WRONLY, mode: 0, path)
    }
    let folder = path.bytes.dropLast(path.name.count)
    let name = Array(".".utf8) + path.name.prefix(200) + Array(".\(getpid()).tmp".utf8)
    let draft = FilePath(bytes: folder + name)
    do throws(WriteError) {
      // A file of an earlier run that was killed; nobody else uses the name.
      _ = draft.withCString { unlink($0) }
      let mode = isThere ? status.st_mode & 0o777 : 0o666
      try write(bytes, to: draft, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode, path)
      let renamed = draft.withCString { from in path.withCString { rename(from, $0) } ?? -1 } ?? -1
      guard renamed == 0 else { throw failure(path, errno) }
    } catch {
      _ = draft.withCString { unlink($0) }
      throw error
    }
    sync(folder: Array(folder))
  }

  private static func write(
    _ bytes: [UInt8], to file: FilePath, flags: Int32, mode: mode_t, _ path: FilePath
  ) throws(WriteError) {
    let descriptor = file.withCString { open($0, flags | O_CLOEXEC, mode) } ?? -1
    guard descriptor >= 0 else { throw failure(path, errno) }
    var problem = bytes.withUnsafeBytes { write($0, to: descriptor) } ? 0 : errno
    if problem == 0, fsync(descriptor) != 0, errno != EINVAL, errno != EROFS { problem = errno }
    if close(descriptor) != 0, problem == 0 { problem = errno }
    guard problem == 0 else { throw failure(path, problem) }
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
