import Messages

/// The line on standard error that says how far a run is.
struct Progress {
  private let total: Int
  private let common: CommonOptions
  private var done = 0
  private var isShown = false
  private let isOn: Bool

  init(total: Int, common: CommonOptions) {
    self.total = total
    self.common = common
    isOn = common.showsProgress && (total > 1 || common.progress == .always)
  }

  mutating func show() {
    guard isOn else { return }
    isShown = true
    let text = common.say("cli.progress", ["n": .number(done), "total": .number(total)])
    Standard.error.write(Standard.error.isTerminal ? "\r\u{1B}[K" + text : text + "\n")
  }

  mutating func advance() { done += 1 }

  /// Makes room for a result on the same terminal.
  mutating func clear() {
    guard isShown else { return }
    isShown = false
    if Standard.error.isTerminal { Standard.error.write("\r\u{1B}[K") }
  }
}
