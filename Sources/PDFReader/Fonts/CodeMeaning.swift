import Charsets

/// What the codes of a composite font read when its `ToUnicode` says nothing of them.
struct CodeMeaning: Sendable {
  private enum Way: Sendable {
    case none
    /// The code is Unicode.
    case utf8, utf16, utf32
    /// A double-byte charset: the value of `cells`.
    case charset(isJIS: Bool, isGB: Bool)
    case sevenBit(isJIS: Bool)
    case eucJP
    /// By CID: the value of `cells`.
    case cid
  }

  private let way: Way
  private let cells: [UInt32]
  /// What the glyphs of a collection read that read several characters.
  let sequences: [[Unicode.Scalar]]

  static let none = CodeMeaning(way: .none)

  private init(way: Way, cells: [UInt32] = [], sequences: [[Unicode.Scalar]] = []) {
    self.way = way
    self.cells = cells
    self.sequences = sequences
  }

  /// By the CIDs of a collection.
  init(_ collection: CharacterCollection) {
    self.init(way: .cid, cells: collection.cells, sequences: collection.sequences)
  }

  /// By the glyphs of an embedded font, scalar values by CID.
  init(scalarsByCID: [UInt32]) {
    self.init(way: .cid, cells: scalarsByCID)
  }

  init(_ coding: PredefinedCMap.Coding) {
    switch coding {
    case .identity: self = .none
    case .utf8: self.init(way: .utf8)
    case .utf16: self.init(way: .utf16)
    case .utf32: self.init(way: .utf32)
    case .eucJP: self.init(way: .eucJP)
    case .sevenBit(let table, let isJIS): self.init(way: .sevenBit(isJIS: isJIS), cells: table.cells)
    case .doubleByte(let table):
      self.init(
        way: .charset(isJIS: table === DoubleByteTable.shiftJIS, isGB: table === DoubleByteTable.gb18030),
        cells: table.cells)
    }
  }

  /// Whether CIDs are asked for.
  var needsCID: Bool { if case .cid = way { true } else { false } }
  var isNone: Bool { if case .none = way { true } else { false } }

  /// A scalar value, 0 for none, or a mark and a place in `sequences`.
  @inline(__always)
  func raw(code: UInt32, length: Int, cid: Int) -> UInt32 {
    switch way {
    case .none: return 0
    case .cid: return cid < cells.count && cid >= 0 ? cells[cid] : 0
    case .charset(let isJIS, let isGB):
      if length == 2 {
        let index = DoubleByteTable.index(Int(code >> 8), Int(code & 0xFF))
        return index >= 0 && index < cells.count ? cells[index] : 0
      }
      return rareCharset(code, length, isJIS: isJIS, isGB: isGB)
    default: return rare(code, length)
    }
  }

  @inline(never)
  private func rareCharset(_ code: UInt32, _ length: Int, isJIS: Bool, isGB: Bool) -> UInt32 {
    switch length {
    case 1:
      if code < 0x80 { return code < 0x20 ? 0 : code }
      if isJIS { return (0xA1...0xDF).contains(code) ? code - 0xA1 + 0xFF61 : 0 }
      return isGB && code == 0x80 ? 0x20AC : 0
    case 4 where isGB:
      return GB18030FourByte.scalar(
        UInt8(truncatingIfNeeded: code >> 24), UInt8(truncatingIfNeeded: code >> 16),
        UInt8(truncatingIfNeeded: code >> 8), UInt8(truncatingIfNeeded: code))
    default: return 0
    }
  }

  @inline(never)
  private func rare(_ code: UInt32, _ length: Int) -> UInt32 {
    let high = Int(code >> 8)
    let low = Int(code & 0xFF)
    switch way {
    case .utf16: return Self.valid(length == 4 ? Self.joined(code) : code)
    case .utf32: return Self.valid(code)
    case .utf8: return Self.valid(Self.utf8(code, length))
    case .eucJP:
      if length == 1 { return code < 0x80 && code >= 0x20 ? code : 0 }
      if high == 0x8E { return (0xA1...0xDF).contains(low) ? UInt32(low) - 0xA1 + 0xFF61 : 0 }
      return DoubleByteTable.scalarOfJIS(row: high - 0xA0, cell: low - 0xA0)
    case .sevenBit(isJIS: true): return DoubleByteTable.scalarOfJIS(row: high - 0x20, cell: low - 0x20)
    case .sevenBit(isJIS: false):
      let index = DoubleByteTable.index(high | 0x80, low | 0x80)
      return cells.indices.contains(index) ? cells[index] : 0
    default: return 0
    }
  }

  private static func valid(_ value: UInt32) -> UInt32 {
    value >= 0x20 && Unicode.Scalar(value) != nil && value != 0xFFFD ? CJKRadicals.ideograph(value) : 0
  }

  private static func joined(_ code: UInt32) -> UInt32 {
    guard code >> 26 == 0x36, code >> 10 & 0x3F == 0x37 else { return 0 }
    return 0x10000 + (code >> 16 & 0x3FF) << 10 + code & 0x3FF
  }

  private static func utf8(_ code: UInt32, _ length: Int) -> UInt32 {
    switch length {
    case 1: code < 0x80 ? code : 0
    case 2: (code >> 8 & 0x1F) << 6 | code & 0x3F
    case 3: (code >> 16 & 0xF) << 12 | (code >> 8 & 0x3F) << 6 | code & 0x3F
    default: (code >> 24 & 7) << 18 | (code >> 16 & 0x3F) << 12 | (code >> 8 & 0x3F) << 6 | code & 0x3F
    }
  }
}
