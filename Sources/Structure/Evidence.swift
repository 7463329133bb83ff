import Messages

/// Cues that agree on a role. Each says how much it alone would convince; together they leave the doubt
/// that none of them removes: three cues of a half give 1 − ½·½·½.
struct Evidence {
  private var doubt = 1.0
  private var factor = 1.0
  private(set) var cues: [Message] = []

  /// Adds a cue.
  /// - Parameter key: the end of its key in the catalogue, `structure.cue.…`.
  mutating func add(_ weight: Double, _ key: String, if holds: Bool = true) {
    guard holds else { return }
    doubt *= 1 - weight
    cues.append(Message("structure.cue." + key))
  }

  /// Takes certainty away for something that speaks against the role.
  mutating func weaken(_ factor: Double, _ key: String, if holds: Bool = true) {
    guard holds else { return }
    self.factor *= factor
    cues.append(Message("structure.against." + key))
  }

  /// At most 0.98: nothing that is read off a page is beyond doubt. Two decimals.
  var certainty: Double {
    let value = min(0.98, (1 - doubt) * factor)
    return Double(Int(value * 100 + 0.5)) / 100
  }

  var reason: Message { Message("structure.reason", ["cues": .list(cues)]) }
}
