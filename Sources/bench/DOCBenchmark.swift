import DOCReader
import DocumentModel
import Foundation

/// Old Word documents: bytes → resolved runs, against a reader of the text alone and a conversion.
struct DOCBenchmark {
  let files: [[UInt8]]
  let paths: [String]
  let python: String?
  let support: String?

  private static let rounds = 9
  /// How long each side works in a round, at least, in seconds of CPU.
  private static let spell = 0.2

  init(_ paths: [String], python: String?, support: String?) {
    self.python = python
    self.support = support
    var files: [[UInt8]] = []
    var readable: [String] = []
    for path in paths {
      guard let data = FileManager.default.contents(atPath: path) else { continue }
      do {
        _ = try DOCReader().read([UInt8](data))
        files.append([UInt8](data))
        readable.append(path)
      } catch {
        print("left out: \(path): \(error)")
      }
    }
    self.files = files
    self.paths = readable
  }

  func run() {
    let size = files.reduce(0) { $0 + $1.count }
    print("DOC: \(files.count) files, \(size / 1024) KB")
    print("CPU time of one pass over all files, medians of \(Self.rounds) alternating rounds")
    let peer = python.flatMap { python in
      support.flatMap { Peer(.officeOxide, python: python, script: $0 + "/bench_peer.py", paths) }
    }
    let repeats = max(1, Int(Self.spell / max(1e-6, CPUTime.each(of: 2, read))))
    var reading: [Double] = []
    var others: [Double] = []
    for _ in 0..<Self.rounds {
      reading.append(CPUTime.each(of: repeats, read))
      if let time = peer?.pass() { others.append(time) }
    }
    ResultLine(name: "Hegui: bytes → resolved runs", amount: reading.median.milliseconds).print()
    if let peer, !others.isEmpty {
      let ratio = zip(reading, others).map { $0 / $1 }.median
      ResultLine(
        name: peer.title, amount: others.median.milliseconds, ratio: "Hegui \(ratio.formatted(2)) × it",
        goal: "goal ≤ 2", isReached: ratio <= 2
      ).print()
    }
    compareWithLibreOffice(reading.median)
  }

  /// One pass: it takes a hundred times as long. UNO belongs to the system's Python.
  private func compareWithLibreOffice(_ reading: Double) {
    guard let support, FileManager.default.isExecutableFile(atPath: "/usr/bin/soffice"),
      let office = Peer(
        .libreOffice, python: "/usr/bin/python3", script: support + "/bench_libreoffice.py", paths),
      let time = office.pass()
    else {
      print("  not measured: LibreOffice (needs libreoffice-writer and python3-uno)")
      return
    }
    let ratio = time / reading
    ResultLine(
      name: office.title, amount: time.milliseconds, ratio: ratio.formatted(0) + " × Hegui",
      goal: "goal ≥ 100", isReached: ratio >= 100
    ).print()
  }

  private func read() {
    let reader = DOCReader()
    for file in files { _ = try? reader.read(file) }
  }
}
