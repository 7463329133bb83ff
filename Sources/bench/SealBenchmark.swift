import Conformance
import DocumentModel
import Findings
import Foundation
import Rasters
import Rules

/// How many of the seals and of the decoys that `bin/support/make_seals.py` wrote are told for what they are, and
/// what a picture costs.
struct SealBenchmark {
  let folder: URL

  struct Sample {
    var name: String
    var isSeal: Bool
    var variant: String
    var place: String
    var width: Double
    var height: Double
  }

  func run(lists: Bool) {
    guard let rule = try? JSONDecoder().decode(SealPresentRule.self, from: Data("{}".utf8)) else {
      refuse("the rule does not take its own defaults")
    }
    let samples = self.samples
    if samples.isEmpty { refuse("\(folder.path): no manifest.csv with pictures") }
    var tallies: [String: [Outcome: Int]] = [:]
    var times: [Double] = []
    for sample in samples {
      guard let data = try? Data(contentsOf: folder.appending(path: sample.name)) else { continue }
      let bytes = [UInt8](data)
      let picture = Picture(encoding: Picture.Encoding(of: bytes), bytes: bytes)
      let start = CPUTime.now
      let ink = (try? Raster(picture)).map { PictureInk($0) }
      times.append(CPUTime.now - start)
      let outcome = outcome(of: document(with: sample, ink), rule)
      for key in [
        sample.isSeal ? "seals" : "decoys", "\(sample.isSeal ? "seal" : "decoy") \(sample.variant)",
      ] {
        tallies[key, default: [:]][outcome, default: 0] += 1
      }
      if lists, (outcome == .passed) == sample.isSeal {
        print("  \(sample.name)  \(sample.place)  \(outcome.rawValue)  \(Self.words(ink))")
      }
    }
    for (key, tally) in tallies.sorted(by: { $0.key < $1.key }) { print(line(key, tally)) }
    let ordered = times.sorted()
    print(
      "  a picture: \(times.median.milliseconds), nine of ten below \(ordered[ordered.count * 9 / 10].milliseconds)"
    )
    goal("seals found", tallies["seals"] ?? [:], [.failed, .cantTell], least: 0.98)
    goal("decoys not failed", tallies["decoys"] ?? [:], [.passed, .cantTell], least: 1)
    goal("decoys decided", tallies["decoys"] ?? [:], [.passed, .failed], least: 0.98)
  }

  private func goal(_ name: String, _ tally: [Outcome: Int], _ good: [Outcome], least: Double) {
    let all = tally.values.reduce(0, +)
    let share = Double(good.reduce(0) { $0 + (tally[$1] ?? 0) }) / Double(max(1, all))
    ResultLine(
      name: name, amount: (share * 100).formatted(1) + " %", goal: "≥ \((least * 100).formatted(0)) %",
      isReached: share >= least
    ).print()
  }

  private func line(_ key: String, _ tally: [Outcome: Int]) -> String {
    let counts = [Outcome.failed, .cantTell, .passed].map { "\($0.rawValue) \(tally[$0] ?? 0)" }
    return "  \(key): \(counts.joined(separator: ", "))"
  }

  private static func words(_ ink: PictureInk?) -> String {
    guard let patch = ink?.patches.first else { return ink == nil ? "not decoded" : "no patch" }
    return "ring \(patch.ringSectors) runs \(patch.glyphRuns) coverage \(patch.coverage.formatted(2))"
      + " aspect \(patch.aspect.formatted(2)) centre \(patch.centreShare.formatted(2))"
      + (patch.isFaded ? " faded" : "") + (patch.isRed ? "" : " dark")
  }

  private func outcome(of document: StructuredDocument, _ rule: SealPresentRule) -> Outcome {
    rule.check(on: [.document], in: document).first?.outcome ?? .untested
  }

  /// A notice with the picture where the sample says: at the sign-off, in the text, above the title, in an annex,
  /// or as a page of its own.
  private func document(with sample: Sample, _ ink: PictureInk?) -> StructuredDocument {
    let text = SamplePart.body(String(repeating: "各校要逐项排查消防、用电、燃气和校车隐患。", count: 6))
    var document = StructuredDocument.sample(
      [.title("云岭县教育体育局关于开学工作的通知")] + Array(repeating: text, count: 6)
        + [.issuer("云岭县教育体育局"), .date("2025年3月3日", iso: "2025-03-03")]
        + Array(repeating: SamplePart(.annexBody, text.paragraph.text, TextStyle("宋体", 12)), count: 6))
    let paragraph =
      switch sample.place {
      case "top": 0
      case "inline", "page": 4
      case "annex": 13
      default: 7
      }
    let isFloating = sample.place == "float" || sample.place == "top"
    var figure = Figure(kind: .picture, anchor: isFloating ? .floating : .inline, paragraph: paragraph)
    figure.width = .mm(sample.width)
    figure.height = .mm(sample.height)
    figure.ink = ink
    figure.isUndecodable = ink == nil
    document.document.figures = [figure]
    return document
  }

  private var samples: [Sample] {
    guard let text = try? String(contentsOf: folder.appending(path: "manifest.csv"), encoding: .utf8) else {
      return []
    }
    return text.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
      let fields = line.split(separator: ",").map(String.init)
      guard fields.count == 6, let width = Double(fields[4]), let height = Double(fields[5]) else {
        return nil
      }
      return Sample(
        name: fields[0], isSeal: fields[1] == "seal", variant: fields[2], place: fields[3], width: width,
        height: height)
    }
  }
}
