import Foundation

/// CPU time, user and system together, in seconds.
enum CPUTime {
  /// That of this process up to now.
  static var now: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return seconds(usage)
  }

  static func seconds(_ usage: rusage) -> Double {
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  /// The time of one call, averaged over as many as are given.
  static func each(of count: Int, _ work: () -> Void) -> Double {
    let start = now
    for _ in 0..<count { work() }
    return (now - start) / Double(count)
  }
}

extension [Double] {
  /// The middle value; 0 of nothing.
  var median: Double {
    let ordered = sorted()
    if ordered.isEmpty { return 0 }
    let middle = ordered.count / 2
    return ordered.count % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2
  }
}

/// One line of the result.
struct ResultLine {
  let name: String
  let amount: String
  var ratio = ""
  var goal = ""
  var isReached: Bool?

  func print() {
    let verdict = isReached.map { $0 ? "ok" : "MISSED" } ?? ""
    let columns = [
      pad(name, 42), pad(amount, 12, right: true), pad(ratio, 18, right: true), pad(goal, 16), verdict,
    ]
    var line = columns.joined(separator: "  ")
    while line.hasSuffix(" ") { line.removeLast() }
    Swift.print("  " + line)
    fflush(nil)
  }

  private func pad(_ text: String, _ width: Int, right: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return right ? space + text : text + space
  }
}

extension Double {
  func formatted(_ decimals: Int) -> String { String(format: "%.\(decimals)f", self) }
  var milliseconds: String { (self * 1000).formatted(2) + " ms" }
}
