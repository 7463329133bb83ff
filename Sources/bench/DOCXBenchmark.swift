import Archives
import DOCXReader
import DocumentModel
import Foundation
import Markup

/// A file in memory, with the parts that a reader of formatting cannot do without.
struct InputFile {
  let path: String
  let bytes: [UInt8]
  let parts: [String]
  /// How many runs the reader finds: a reader that does nothing is fast.
  let runs: Int

  /// Files that both sides can read; the others are named and left out.
  static func readable(_ paths: [String]) -> [InputFile] {
    paths.compactMap { path in
      guard let data = FileManager.default.contents(atPath: path) else {
        return leftOut(path, "no such file")
      }
      let bytes = [UInt8](data)
      do {
        let runs = try DOCXReader().read(bytes).paragraphs.reduce(0) { $0 + $1.runs.count }
        let parts = try ZIPArchive(bytes).entries.map(\.name).filter(isRead)
        guard runs > 0, !parts.isEmpty else { return leftOut(path, "no text") }
        return InputFile(path: path, bytes: bytes, parts: parts, runs: runs)
      } catch {
        return leftOut(path, "\(error)")
      }
    }
  }

  private static func leftOut(_ path: String, _ reason: String) -> InputFile? {
    print("left out: \(path): \(reason)")
    return nil
  }

  private static let stems = [
    "document", "styles", "numbering", "settings", "fontTable", "footnotes", "endnotes", "comments", "header",
    "footer", "theme/theme",
  ]

  /// `word/document.xml`, `word/header2.xml`, `word/theme/theme1.xml` …
  private static func isRead(_ name: String) -> Bool {
    guard name.hasPrefix("word/"), name.hasSuffix(".xml") else { return false }
    let stem = name.dropFirst(5).dropLast(4)
    let end = stem.lastIndex { !("0"..."9").contains($0) }
    guard let end else { return false }
    return stems.contains(String(stem[...end]))
  }
}

/// Bytes → resolved runs, against the least that it can cost and against other readers.
struct DOCXBenchmark {
  let inputs: [InputFile]
  let peers: [Peer]

  private static let rounds = 9
  /// How long each side works in a round, at least, in seconds of CPU.
  private static let spell = 0.2

  func run() {
    let size = inputs.reduce(0) { $0 + $1.bytes.count }
    let runs = inputs.reduce(0) { $0 + $1.runs }
    print("DOCX: \(inputs.count) files, \(size / 1024) KB, \(runs) runs of text")
    print("CPU time of one pass over all files, medians of \(Self.rounds) alternating rounds")
    let repeats = max(1, Int(Self.spell / max(1e-6, CPUTime.each(of: 2, read))))
    var inflating: [Double] = []
    var floor: [Double] = []
    var reading: [Double] = []
    var others = peers.map { _ in [Double]() }
    for _ in 0..<Self.rounds {
      inflating.append(CPUTime.each(of: repeats, inflate))
      floor.append(CPUTime.each(of: repeats, passOver))
      reading.append(CPUTime.each(of: repeats, read))
      for index in peers.indices {
        if let time = peers[index].pass() { others[index].append(time) }
      }
    }
    report(inflating, floor, reading, others)
  }

  private func report(
    _ inflating: [Double], _ floor: [Double], _ reading: [Double], _ others: [[Double]]
  ) {
    ResultLine(name: "inflate alone", amount: inflating.median.milliseconds).print()
    ResultLine(name: "floor: inflate + empty SAX2 pass", amount: floor.median.milliseconds).print()
    let ratio = zip(reading, floor).map { $0 / $1 }.median
    ResultLine(
      name: "Hegui: bytes → resolved runs", amount: reading.median.milliseconds,
      ratio: ratio.formatted(2) + " × floor", goal: "goal ≤ 1.25", isReached: ratio <= 1.25
    ).print()
    for (peer, times) in zip(peers, others) where !times.isEmpty {
      let ratio = zip(times, reading).map { $0 / $1 }.median
      ResultLine(
        name: peer.title, amount: times.median.milliseconds, ratio: ratio.formatted(2) + " × Hegui",
        goal: peer.goal.map { "goal ≥ \($0.formatted(0))" } ?? "", isReached: peer.goal.map { ratio >= $0 }
      ).print()
    }
  }

  private func inflate() {
    for input in inputs {
      guard var archive = try? ZIPArchive(input.bytes) else { continue }
      for part in input.parts { _ = try? archive.read(part) }
    }
  }

  private func passOver() {
    // One context for all documents, as a worker keeps one reader.
    guard let pass = EmptyPass() else { return }
    for input in inputs {
      guard var archive = try? ZIPArchive(input.bytes) else { continue }
      for part in input.parts {
        if let bytes = try? archive.read(part) { pass.run(over: bytes) }
      }
    }
  }

  private func read() {
    let reader = DOCXReader()
    for input in inputs { _ = try? reader.read(input.bytes) }
  }
}
