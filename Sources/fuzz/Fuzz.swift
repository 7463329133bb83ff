import Glibc

/// Throws mutated bytes at one parser until it breaks, by libFuzzer. Built by `bin/fuzz`, and only there.
///
/// The environment variable `HEGUI_FUZZ_TARGET` says which parser.
@main
struct Fuzz {
  static func main() {
    guard FuzzTarget.chosen != nil else {
      print("HEGUI_FUZZ_TARGET: " + FuzzTarget.all.map(\.name).joined(separator: " | "))
      exit(64)
    }
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exit(
      runDriver(&count, &arguments) { bytes, size in
        FuzzTarget.chosen?.run(Array(UnsafeBufferPointer(start: bytes, count: size)))
        return 0
      })
  }
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// A parser to be fuzzed. Each is an extension in a file of its own.
struct FuzzTarget: Sendable {
  let name: String
  /// Parses the bytes. Whatever they are, it must end, soon and without a trap.
  let run: @Sendable ([UInt8]) -> Void

  static let all: [FuzzTarget] = [
    .pdfSyntax, .pdfFonts, .pdfContent, .cfb, .doc, .rtf,
  ]

  static let chosen: FuzzTarget? = {
    guard let value = getenv("HEGUI_FUZZ_TARGET") else { return nil }
    let name = String(cString: value)
    return all.first { $0.name == name }
  }()
}
