import DocumentModel
import Foundation
import PDFReader

/// Bytes → paragraphs with faces and sizes, against other readers of PDF.
struct PDFBenchmark {
  /// A file in memory.
  struct Input {
    let path: String
    let bytes: [UInt8]
    let pages: Int
    let characters: Int
  }

  let inputs: [Input]
  let peers: [any PDFPeer]

  private static let rounds = 5
  /// How long each side works in a round, at least, in seconds of CPU.
  private static let spell = 0.2

  /// Files with text that our reader reads; the others are named and left out.
  static func readable(_ paths: [String]) -> [Input] {
    paths.compactMap { path in
      guard let data = FileManager.default.contents(atPath: path) else { return nil }
      let bytes = [UInt8](data)
      do {
        let document = try PDFReader().read(bytes)
        let characters = document.pages.reduce(0) { $0 + $1.characters }
        if characters == 0 {
          print("left out: \(path): no text")
          return nil
        }
        return Input(path: path, bytes: bytes, pages: document.pages.count, characters: characters)
      } catch {
        print("left out: \(path): \(error)")
        return nil
      }
    }
  }

  func run() {
    let size = inputs.reduce(0) { $0 + $1.bytes.count }
    let pages = inputs.reduce(0) { $0 + $1.pages }
    let characters = inputs.reduce(0) { $0 + $1.characters }
    print("PDF: \(inputs.count) files, \(size / 1024) KB, \(pages) pages, \(characters) characters")
    print("CPU time of one pass over all files, medians of \(Self.rounds) alternating rounds")
    print("(one round of those without a goal)")
    let repeats = max(1, Int(Self.spell / max(1e-6, CPUTime.each(of: 1, read))))
    var reading: [Double] = []
    var others = peers.map { _ in [Double]() }
    for round in 0..<Self.rounds {
      reading.append(CPUTime.each(of: repeats, read))
      // Those without a goal are there for orientation, and some take a minute a pass.
      for index in peers.indices where round == 0 || peers[index].goal != nil {
        if let time = peers[index].pass() { others[index].append(time) }
      }
    }
    let speed = Double(pages) / max(reading.median, 1e-9)
    ResultLine(
      name: "Hegui: bytes → document", amount: reading.median.milliseconds, ratio: "\(Int(speed)) pages/s"
    ).print()
    for (peer, times) in zip(peers, others) where !times.isEmpty {
      let ratio = zip(times, reading).map { $0 / $1 }.median
      ResultLine(
        name: peer.title, amount: times.median.milliseconds, ratio: ratio.formatted(2) + " × Hegui",
        goal: peer.goal.map { "goal ≥ \($0.formatted(0))" } ?? "", isReached: peer.goal.map { ratio >= $0 }
      ).print()
    }
  }

  private func read() {
    let reader = PDFReader()
    for input in inputs { _ = try? reader.read(input.bytes) }
  }
}

/// Another reader of PDF.
protocol PDFPeer {
  var title: String { get }
  /// How many times as long as Hegui it must take, where that is a goal.
  var goal: Double? { get }
  /// The CPU seconds of one pass over all files; `nil` when it fails.
  func pass() -> Double?
}

/// A program that is run anew for each pass, over all files at once where it takes several.
struct ProgramPeer: PDFPeer {
  let title: String
  let goal: Double?
  /// The commands of one pass.
  let commands: [[String]]

  /// MuPDF's structured text; one process for all files.
  static func mutool(_ files: [String]) -> ProgramPeer? {
    program("mutool").map {
      ProgramPeer(
        title: "mutool: structured text", goal: 4,
        commands: [[$0, "draw", "-q", "-F", "stext", "-o", "/dev/null"] + files])
    }
  }

  /// Poppler's text; one process a file, which is what it takes.
  static func pdftotext(_ files: [String]) -> ProgramPeer? {
    program("pdftotext").map { path in
      ProgramPeer(
        title: "pdftotext: text, a process a file", goal: nil,
        commands: files.map { [path, "-q", $0, "/dev/null"] })
    }
  }

  func pass() -> Double? {
    var sum = 0.0
    for command in commands {
      guard let usage = ProcessBenchmark.usage(of: command) else { return nil }
      sum += CPUTime.seconds(usage)
    }
    return sum
  }

  private static func program(_ name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let path = folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    if path == nil { print("not measured: \(name) is not installed") }
    return path
  }
}

extension Peer: PDFPeer {}
