import Checking
import Glibc

/// The standard streams.
struct Standard {
  static let output = Standard(descriptor: 1)
  static let error = Standard(descriptor: 2)

  let descriptor: Int32

  enum Result: Equatable {
    case written
    /// The reader has gone away, as `head` does.
    case closed
    /// Why it could not be written, in the system's words.
    case failed(String)
  }

  @discardableResult func write(_ text: String) -> Result {
    var text = text
    return text.withUTF8 { bytes in
      if OutputFile.write(UnsafeRawBufferPointer(bytes), to: descriptor) { return .written }
      let number = errno
      return number == EPIPE ? .closed : .failed(strerror(number).map { String(cString: $0) } ?? "")
    }
  }

  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// The columns of the terminal; `nil` when there is none or it does not tell.
  var width: Int? {
    guard isTerminal else { return nil }
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return max(40, Int(size.ws_col))
  }
}

/// An environment variable that is set and not empty.
func isSet(_ name: String) -> Bool { getenv(name).map { $0.pointee != 0 } ?? false }
