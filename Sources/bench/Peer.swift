import Foundation

/// Another reader in a process of its own, which goes over the same files whenever it is told to.
///
/// It answers each line that it is sent with the CPU seconds that one pass took, so that neither its start
/// nor the pipe is counted.
final class Peer {
  enum Kind: String, CaseIterable {
    case pythonDocx = "python-docx"
    case officeOxide = "office-oxide"
    case libreOffice = "libreoffice"
    case pdfOxide = "pdf-oxide"
    case pdfium = "pypdfium2"
    case pdfminer = "pdfminer.six"
    case pdfplumber = "pdfplumber"

    static let docx: [Kind] = [.pythonDocx, .officeOxide]
    static let pdf: [Kind] = [.pdfOxide, .pdfium, .pdfminer, .pdfplumber]

    /// How many times as long as Hegui it must take, where that is a goal.
    var goal: Double? {
      switch self {
      case .pythonDocx: 12
      case .officeOxide: 1
      case .pdfOxide: 2
      case .libreOffice, .pdfium, .pdfminer, .pdfplumber: nil
      }
    }

    var does: String {
      switch self {
      case .pythonDocx: "the same properties"
      case .officeOxide: "text only"
      case .libreOffice: "warm, to DOCX"
      case .pdfOxide, .pdfplumber: "characters with face and size"
      case .pdfium: "text"
      case .pdfminer: "layout of characters"
      }
    }
  }

  let kind: Kind
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var version = ""

  var goal: Double? { kind.goal }

  var title: String { "\(kind.rawValue) \(version): \(kind.does)" }

  init?(_ kind: Kind, python: String, script: String, _ files: [String]) {
    self.kind = kind
    process.executableURL = URL(filePath: python)
    process.arguments = [script, kind.rawValue] + files
    process.standardInput = input
    process.standardOutput = output
    guard (try? process.run()) != nil, let greeting = line() else {
      print("not measured: \(kind.rawValue) does not start")
      return nil
    }
    version = greeting
  }

  deinit {
    // End of input ends it.
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// The CPU seconds of one pass; `nil` when it has stopped.
  func pass() -> Double? {
    guard (try? input.fileHandleForWriting.write(contentsOf: Data("pass\n".utf8))) != nil else { return nil }
    return line().flatMap(Double.init)
  }

  private func line() -> String? {
    var bytes: [UInt8] = []
    while let byte = try? output.fileHandleForReading.read(upToCount: 1)?.first {
      if byte == 0x0A { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(byte)
    }
    return nil
  }
}
