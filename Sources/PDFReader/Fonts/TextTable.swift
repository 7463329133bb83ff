/// What codes read: one scalar each, or several that are kept apart.
struct TextTable: Sendable {
  private var pages = PagedTable<UInt32>(standard: 0)
  /// Codes of more than 16 bits, in ascending order once `finish` was called.
  private var long: [(code: UInt32, raw: UInt32)] = []
  private(set) var sequences: [[Unicode.Scalar]] = []
  /// How many codes read something.
  private(set) var count = 0

  /// The most codes that a table takes: as many as there are of two bytes, and as many again.
  static let limit = 0x20000

  var isEmpty: Bool { count == 0 }

  @inline(__always)
  subscript(code: UInt32) -> GlyphText {
    code <= 0xFFFF ? GlyphText(raw: pages[Int(code)]) : GlyphText(raw: raw(ofLong: code))
  }

  @inline(never)
  private func raw(ofLong code: UInt32) -> UInt32 {
    var low = 0
    var high = long.count
    while low < high {
      let middle = (low + high) / 2
      if long[middle].code < code { low = middle + 1 } else { high = middle }
    }
    return low < long.count && long[low].code == code ? long[low].raw : 0
  }

  /// Says what a code reads; values that are no scalar are left out.
  mutating func set(_ code: UInt32, _ scalar: UInt32) {
    guard scalar != 0, let value = Unicode.Scalar(scalar) else { return }
    if let parts = Ligatures.parts(value) { return set(code, parts) }
    store(code, scalar)
  }

  mutating func set(_ code: UInt32, _ scalars: [Unicode.Scalar]) {
    if scalars.count == 1 {
      set(code, scalars[0].value)
    } else if !scalars.isEmpty, sequences.count < Self.limit {
      sequences.append(scalars)
      store(code, GlyphText.sequenceMark | UInt32(sequences.count - 1))
    }
  }

  private mutating func store(_ code: UInt32, _ raw: UInt32) {
    guard count < Self.limit else { return }
    count += 1
    if code <= 0xFFFF { pages.set(Int(code), raw) } else { long.append((code, raw)) }
  }

  /// To be called when nothing more is set.
  mutating func finish() { long.sort { $0.code < $1.code } }

  /// Whether the table is plainly wrong beside a meaning that is known otherwise: most codes that are
  /// ideographs read as Latin letters or as private numbers in it, or all of them as one and the same.
  func isBroken(beside meaning: (UInt32) -> UInt32) -> Bool {
    var known = 0
    var wrong = 0
    var first: UInt32 = 0
    var isUniform = true
    pages.visit { code, raw in
      guard raw != 0 else { return }
      if first == 0 { first = raw }
      if raw != first { isUniform = false }
      let other = meaning(UInt32(code))
      guard (0x3400..<0xA000).contains(other) else { return }
      known += 1
      if raw < 0x500 || (0xE000..<0xF900).contains(raw) { wrong += 1 }
    }
    return known > 0 && (wrong * 2 > known || (isUniform && known > 1))
  }

  func scalars(_ text: GlyphText) -> [Unicode.Scalar] {
    if let scalar = text.scalar { return [scalar] }
    guard let place = text.sequence, sequences.indices.contains(place) else { return [] }
    return sequences[place]
  }
}
