/// Reads CMap files: those that map to CIDs and those that map to text (`ToUnicode`). What is broken in one
/// is left out; the rest counts.
struct CMapParser {
  private var tokens: CMapTokenizer
  private var map = CMap()
  /// Codes that ranges have been unfolded to: bounds the work on hostile files.
  private var unfolded = 0

  static func parse(_ bytes: [UInt8]) -> CMap {
    bytes.withUnsafeBufferPointer { buffer in
      var parser = CMapParser(tokens: CMapTokenizer(buffer))
      return parser.parse()
    }
  }

  private init(tokens: CMapTokenizer) { self.tokens = tokens }

  private mutating func parse() -> CMap {
    var before: CMapTokenizer.Token = .end
    var last: CMapTokenizer.Token = .end
    while true {
      let token = tokens.next()
      switch token {
      case .end:
        map.texts.finish()
        map.cidRanges.sort { $0.high < $1.high }
        return map
      case .word(let word):
        interpret(word, before, last)
      default: break
      }
      before = last
      last = token
    }
  }

  private mutating func interpret(
    _ word: Range<Int>, _ before: CMapTokenizer.Token, _ last: CMapTokenizer.Token
  ) {
    if tokens.matches(word, "beginbfchar") {
      readCharacters(toText: true)
    } else if tokens.matches(word, "beginbfrange") {
      readRanges(toText: true)
    } else if tokens.matches(word, "begincidchar") {
      readCharacters(toText: false)
    } else if tokens.matches(word, "begincidrange") {
      readRanges(toText: false)
    } else if tokens.matches(word, "begincodespacerange") {
      readCodeSpaces()
    } else if tokens.matches(word, "usecmap"), case .name(let name) = last {
      map.base = PDFName(Array(tokens.bytes[name]))
    } else if tokens.matches(word, "def"), case .name(let name) = before, case .integer(let value) = last,
      tokens.matches(name, "WMode")
    {
      map.isVertical = value == 1
    }
  }

  private mutating func readCodeSpaces() {
    while case .hex(let count, let low, _) = tokens.next(), case .hex(_, let high, _) = tokens.next() {
      guard (1...4).contains(count), map.spaces.count < 64 else { continue }
      map.spaces.append(
        .init(
          length: count, low: UInt32(truncatingIfNeeded: low), high: UInt32(truncatingIfNeeded: high)))
    }
  }

  private mutating func readCharacters(toText: Bool) {
    while case .hex(_, let code, _) = tokens.next() {
      let code = UInt32(truncatingIfNeeded: code)
      switch tokens.next() {
      case .hex(let count, let value, let digits) where toText:
        setText(code, count, value, digits, plus: 0)
      case .name(let name) where toText:
        if let scalars = GlyphNames.scalars(of: Array(tokens.bytes[name])) { map.texts.set(code, scalars) }
      case .integer(let cid):
        if toText {
          map.texts.set(code, UInt32(clamping: cid))
        } else {
          append(code, code, cid)
        }
      case .end, .word: return
      default: break
      }
    }
  }

  private mutating func readRanges(toText: Bool) {
    while case .hex(_, let low, _) = tokens.next(), case .hex(_, let high, _) = tokens.next() {
      let low = UInt32(truncatingIfNeeded: low)
      let high = UInt32(truncatingIfNeeded: high)
      switch tokens.next() {
      case .hex(let count, let value, let digits) where toText:
        unfold(low, high, count, value, digits)
      case .openArray: readArray(low, high, toText: toText)
      case .integer(let cid) where !toText: append(low, high, cid)
      case .end, .word: return
      default: break
      }
    }
  }

  private mutating func readArray(_ low: UInt32, _ high: UInt32, toText: Bool) {
    var code = low
    while true {
      switch tokens.next() {
      case .hex(let count, let value, let digits) where toText && code <= high:
        setText(code, count, value, digits, plus: 0)
      case .name(let name) where toText && code <= high:
        if let scalars = GlyphNames.scalars(of: Array(tokens.bytes[name])) { map.texts.set(code, scalars) }
      case .closeArray, .end, .word: return
      default: break
      }
      code &+= 1
    }
  }

  private mutating func unfold(
    _ low: UInt32, _ high: UInt32, _ count: Int, _ value: UInt64, _ digits: Range<Int>
  ) {
    guard low <= high else { return setText(low, count, value, digits, plus: 0) }
    let length = high - low
    if length > 0x4000, value == UInt64(low) { map.isIdentity = true }
    // More than one code space of two bytes is no range but a fault.
    guard length <= 0xFFFF, unfolded + Int(length) <= TextTable.limit else { return }
    unfolded += Int(length)
    for offset in 0...length { setText(low + offset, count, value, digits, plus: offset) }
  }

  private mutating func append(_ low: UInt32, _ high: UInt32, _ cid: Int) {
    guard low <= high, (0...0xFFFF).contains(cid), map.cidRanges.count < CMap.limit else { return }
    map.cidRanges.append(.init(low: low, high: high, cid: cid))
  }

  /// - Parameter plus: what is added to the last character: the place in a range.
  private mutating func setText(
    _ code: UInt32, _ count: Int, _ value: UInt64, _ digits: Range<Int>, plus: UInt32
  ) {
    if count <= 2 {
      let scalar = UInt32(truncatingIfNeeded: value) &+ plus
      if scalar != 0xFFFD { map.texts.set(code, CJKRadicals.ideograph(scalar)) }
      return
    }
    if count == 3 {
      return map.texts.set(code, CJKRadicals.ideograph(UInt32(truncatingIfNeeded: value) &+ plus))
    }
    map.texts.set(code, scalars(tokens.units(digits), plus: plus))
  }

  /// The scalars of UTF-16 units; halves of pairs, U+0000 and U+FFFD say nothing and are left out.
  private func scalars(_ units: [UInt16], plus: UInt32) -> [Unicode.Scalar] {
    var values: [UInt32] = []
    var index = 0
    while index < units.count {
      let unit = UInt32(units[index])
      index += 1
      if unit & 0xFC00 == 0xD800, index < units.count, units[index] & 0xFC00 == 0xDC00 {
        values.append(0x10000 + (unit & 0x3FF) << 10 + UInt32(units[index] & 0x3FF))
        index += 1
      } else {
        values.append(unit)
      }
    }
    if let last = values.last { values[values.count - 1] = last &+ plus }
    return values.compactMap { value in
      value == 0 || value == 0xFFFD ? nil : Unicode.Scalar(CJKRadicals.ideograph(value))
    }
  }
}
