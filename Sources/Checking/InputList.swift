import DocumentModel
import Glibc

/// One thing to check, in the order in which it will be reported.
public struct Input: Sendable, Hashable {
  public enum Source: Sendable, Hashable {
    case file(FilePath)
    case standardInput
    /// Known to be unreadable before it was opened.
    case refused(FilePath, ReadError)
  }
  public let source: Source
  /// Whether the user named it, rather than a folder that holds it.
  public let isNamed: Bool

  public init(_ source: Source, isNamed: Bool) {
    self.source = source
    self.isNamed = isNamed
  }

  /// The path as reports show it.
  public var path: String {
    switch source {
    case .file(let path), .refused(let path, _): path.text
    case .standardInput: "-"
    }
  }
}

/// Turns what the user named into what is checked.
///
/// A file is taken whatever its name. Of a folder, everything below it is looked at, sorted by the bytes of
/// the names: Word files are checked; kinds that are known and not supported yet are reported as such, so
/// that nobody takes them for checked; other files are passed over, as are hidden ones and the lock files
/// of Word and WPS (`~$…`). Symbolic links are not followed. What only looks like a file (pipes, sockets,
/// devices) is reported, never opened.
public enum InputList {
  /// Extensions of files that are checked.
  static let supported: Set<String> = ["docx", "docm", "dotx", "dotm", "rtf"]
  /// Extensions of documents that a later version will check.
  static let known: Set<String> = [
    "doc", "dot", "wps", "wpt", "pdf", "ofd", "html", "htm", "mht", "mhtml",
  ]
  /// The deepest nesting of folders.
  private static let deepest = 128

  /// - Parameter arguments: paths as `FilePath.argument(from:)` writes them; `-` is standard input.
  public static func inputs(of arguments: [String]) -> [Input] {
    var inputs: [Input] = []
    for argument in arguments {
      if argument == "-" {
        inputs.append(Input(.standardInput, isNamed: true))
        continue
      }
      let path = FilePath(argument)
      if kind(of: path, followsLink: true) == S_IFDIR {
        walk(path, isNamed: true, depth: 0, into: &inputs)
      } else {
        inputs.append(Input(.file(path), isNamed: true))
      }
    }
    return inputs
  }

  private static func walk(_ folder: FilePath, isNamed: Bool, depth: Int, into inputs: inout [Input]) {
    guard depth < deepest else { return }
    guard let names = names(in: folder) else {
      inputs.append(Input(.refused(folder, InputFile.error(of: errno)), isNamed: isNamed))
      return
    }
    for name in names.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      if name.first == 0x2E || name.starts(with: [0x7E, 0x24]) { continue }
      let path = folder.appending(name)
      guard let kind = kind(of: path, followsLink: false) else { continue }
      let isDocument = supported.contains(path.fileExtension) || known.contains(path.fileExtension)
      switch kind {
      case S_IFDIR: walk(path, isNamed: false, depth: depth + 1, into: &inputs)
      case S_IFREG: if isDocument { inputs.append(Input(.file(path), isNamed: false)) }
      case S_IFLNK:
        if isDocument { inputs.append(Input(.refused(path, ReadError(.link)), isNamed: false)) }
      default:
        let error = ReadError(.unreadable, detail: "no regular file")
        inputs.append(Input(.refused(path, error), isNamed: false))
      }
    }
  }

  /// The names in a folder, in no order; `nil` with `errno` when it cannot be read.
  private static func names(in folder: FilePath) -> [[UInt8]]? {
    guard let stream = folder.withCString({ opendir($0) }) ?? nil else { return nil }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: UInt8.self, capacity: 256) { bytes in
          Array(UnsafeBufferPointer(start: bytes, count: 256).prefix { $0 != 0 })
        }
      }
      names.append(name)
    }
    return names
  }

  private static func kind(of path: FilePath, followsLink: Bool) -> mode_t? {
    var status = Glibc.stat()
    let result = path.withCString { fstatat(AT_FDCWD, $0, &status, followsLink ? 0 : AT_SYMLINK_NOFOLLOW) }
    return result == 0 ? status.st_mode & S_IFMT : nil
  }

  /// Paths from a list: one a line, or parted by NUL bytes; empty ones are left out.
  public static func arguments(in list: [UInt8], partedByNUL: Bool) -> [String] {
    list.split(separator: partedByNUL ? 0 : 0x0A).map { line in
      FilePath.argument(from: !partedByNUL && line.last == 0x0D ? line.dropLast() : line)
    }.filter { !$0.isEmpty }
  }
}
