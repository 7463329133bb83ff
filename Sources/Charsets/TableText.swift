/// Reads the tables that `bin/support/make_charset_tables.py` writes; that script describes their form.
struct TableText {
  /// What several scalars are stored as: this mark and their place in a list.
  static let sequenceMark: UInt32 = 0x8000_0000

  /// The meanings by cell; 0 is none.
  private(set) var cells: [UInt32]
  private(set) var sequences: [[Unicode.Scalar]] = []
  /// The charset whose rows the table refers to, and how they are walked.
  private let rows: DoubleByteTable?

  init(count: Int, rows: DoubleByteTable? = nil) {
    cells = [UInt32](repeating: 0, count: count)
    self.rows = rows
  }

  /// - Parameter place: turns the number that a line begins with into the place of its first cell.
  mutating func read(_ file: String, place: (Int) -> Int) {
    var text = EmbeddedText.files.first { $0.name == file }?.text ?? ""
    text.withUTF8 { bytes in
      var scanner = Scanner(bytes: bytes)
      while !scanner.isAtEnd {
        if scanner.peek == UInt8(ascii: "#") || scanner.peek == UInt8(ascii: "\n") {
          scanner.skipLine()
        } else {
          let start = place(scanner.hexadecimal())
          scanner.at += 1
          readCells(&scanner, from: start)
        }
      }
    }
  }

  /// Reads one line's cells, from cell 0 on.
  mutating func readLine(_ line: String) {
    var line = line
    line.withUTF8 { bytes in
      var scanner = Scanner(bytes: bytes)
      readCells(&scanner, from: 0)
    }
  }

  private mutating func readCells(_ scanner: inout Scanner, from start: Int) {
    var cell = start
    while let byte = scanner.next(), byte != UInt8(ascii: "\n") {
      switch byte {
      case UInt8(ascii: "~"):
        cell += scanner.decimal()
      case UInt8(ascii: "{"):
        let code = scanner.hexadecimal()
        scanner.at += 1
        cell = copyRows(from: code, count: scanner.decimal() + 1, to: cell)
      case UInt8(ascii: "<"):
        let first = scanner.hexadecimal()
        if scanner.peek == UInt8(ascii: " ") {
          store(sequence(&scanner, first), at: cell)
          cell += 1
        } else {
          scanner.at += 1
          cell = fill(UInt32(truncatingIfNeeded: first), count: scanner.decimal() + 1, from: cell)
        }
      default:
        cell = fill(scanner.scalar(startingWith: byte), count: scanner.decimal() + 1, from: cell)
      }
    }
  }

  private mutating func store(_ value: UInt32, at cell: Int) {
    if cells.indices.contains(cell) { cells[cell] = value }
  }

  private mutating func fill(_ value: UInt32, count: Int, from cell: Int) -> Int {
    let end = min(cell + count, cells.count)
    var value = value
    for index in cell..<max(end, cell) {
      cells[index] = value
      value += 1
    }
    return end
  }

  private mutating func sequence(_ scanner: inout Scanner, _ first: Int) -> UInt32 {
    var values = [first]
    while scanner.next() == UInt8(ascii: " ") { values.append(scanner.hexadecimal()) }
    sequences.append(values.compactMap { Unicode.Scalar(UInt32(truncatingIfNeeded: $0)) })
    return Self.sequenceMark | UInt32(sequences.count - 1)
  }

  /// Copies what consecutive codes of the charset read, in the order of the collection.
  private mutating func copyRows(from code: Int, count: Int, to cell: Int) -> Int {
    guard let rows else { return cell }
    var lead = code >> 8
    var trail = code & 0xFF
    var left = count
    var cell = cell
    while left > 0, lead < 0xFF {
      let value = rows.cell(lead, trail)
      if value != 0 {
        store(value, at: cell)
        cell += 1
        left -= 1
      }
      trail += 1
      // GBK and UHC: the right lower quarter (GB 2312, KS X 1001) is an order of its own.
      let isUpper = rows.isSplit && lead >= 0xA1 && trail > 0xA1
      if trail > 0xFE || (rows.isSplit && lead >= 0xA1 && trail == 0xA1) {
        lead += 1
        trail = isUpper ? 0xA1 : 0x40
      }
    }
    return cell
  }
}

extension TableText {
  /// A place in the bytes of a table.
  private struct Scanner {
    let bytes: UnsafeBufferPointer<UInt8>
    var at = 0

    var isAtEnd: Bool { at >= bytes.count }
    var peek: UInt8 { at < bytes.count ? bytes[at] : 0 }

    mutating func next() -> UInt8? {
      guard at < bytes.count else { return nil }
      at += 1
      return bytes[at - 1]
    }

    mutating func skipLine() {
      while let byte = next(), byte != UInt8(ascii: "\n") {}
    }

    mutating func decimal() -> Int {
      var value = 0
      while case let digit = peek, digit >= 0x30, digit <= 0x39 {
        value = value &* 10 &+ Int(digit &- 0x30)
        at += 1
      }
      return value
    }

    mutating func hexadecimal() -> Int {
      var value = 0
      while true {
        let digit = peek
        switch digit {
        case 0x30...0x39: value = value &* 16 &+ Int(digit &- 0x30)
        case 0x41...0x46: value = value &* 16 &+ Int(digit &- 0x37)
        default: return value
        }
        at += 1
      }
    }

    /// The scalar whose first UTF-8 byte was taken.
    mutating func scalar(startingWith first: UInt8) -> UInt32 {
      let more = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3
      var value = more == 0 ? UInt32(first) : UInt32(first) & (0x3F >> UInt32(more))
      for _ in 0..<more { value = value << 6 | UInt32((next() ?? 0) & 0x3F) }
      return value
    }
  }
}
