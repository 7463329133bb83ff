import DocumentModel
import Glibc

/// Reads files that others may be writing, or may have put there to harm.
public enum InputFile {
  /// The whole file.
  ///
  /// Read into a buffer of our own, never mapped: a mapped file that is cut short kills its reader.
  /// - Parameter followsLink: whether a symbolic link may be opened; a file found in a folder may not.
  /// - Throws: `E_MISSING`, `E_UNREADABLE`, `E_LINK`, `E_TOO_LARGE`, `E_CHANGED` when the file changed while
  ///   it was read, twice.
  public static func read(
    _ path: FilePath, limits: ReadLimits = ReadLimits(), followsLink: Bool
  ) throws(ReadError) -> [UInt8] {
    if let bytes = try readOnce(path, limits, followsLink) { return bytes }
    if let bytes = try readOnce(path, limits, followsLink) { return bytes }
    throw ReadError(.changed)
  }

  /// - Returns: `nil` when the file changed meanwhile.
  private static func readOnce(
    _ path: FilePath, _ limits: ReadLimits, _ followsLink: Bool
  ) throws(ReadError) -> [UInt8]? {
    let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | (followsLink ? 0 : O_NOFOLLOW)
    guard let file = path.withCString({ open($0, flags) }) else { throw ReadError(.missing) }
    guard file >= 0 else { throw error(of: errno) }
    defer { close(file) }
    let before = try status(of: file)
    guard before.st_mode & S_IFMT == S_IFREG else {
      throw ReadError(.unreadable, detail: "no regular file")
    }
    guard before.st_size <= limits.fileBytes else {
      throw ReadError(.tooLarge, detail: "\(before.st_size) bytes, the limit is \(limits.fileBytes)")
    }
    let size = Int(before.st_size)
    // One byte more than the file has shows that it grew.
    let bytes = try contents(of: file, capacity: size + 1)
    let after = try status(of: file)
    let isSame =
      bytes.count == size && before.st_size == after.st_size && before.st_ino == after.st_ino
      && before.st_mtim.tv_sec == after.st_mtim.tv_sec && before.st_mtim.tv_nsec == after.st_mtim.tv_nsec
    return isSame ? bytes : nil
  }

  /// Everything that standard input holds.
  /// - Throws: `E_TOO_LARGE`, `E_UNREADABLE`.
  public static func readStandardInput(limits: ReadLimits = ReadLimits()) throws(ReadError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let piece = try contents(of: 0, capacity: 1 << 16)
      if piece.isEmpty { return bytes }
      bytes += piece
      guard bytes.count <= limits.fileBytes else { throw ReadError(.tooLarge) }
    }
  }

  private static func contents(of file: Int32, capacity: Int) throws(ReadError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      count = 0
      while count < capacity, let base = buffer.baseAddress {
        let got = Glibc.read(file, base + count, capacity - count)
        if got < 0 {
          if errno == EINTR { continue }
          failure = errno
          return
        }
        if got == 0 { return }
        count += got
      }
    }
    guard failure == 0 else { throw error(of: failure) }
    return bytes
  }

  private static func status(of file: Int32) throws(ReadError) -> stat {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw error(of: errno) }
    return status
  }

  static func error(of number: Int32) -> ReadError {
    let detail = strerror(number).map { String(cString: $0) } ?? ""
    switch number {
    case ENOENT, ENOTDIR: return ReadError(.missing, detail: detail)
    case ELOOP: return ReadError(.link, detail: detail)
    default: return ReadError(.unreadable, detail: detail)
    }
  }
}

extension ReadError.Code {
  /// A symbolic link in a folder, which is not followed.
  public static let link = Self("E_LINK")
}
