/// A CMap: how bytes become codes, and codes CIDs or text (ISO 32000-1, 9.7.5 and 9.10.3).
struct CMap: Sendable {
  /// A range of codes of one length (`begincodespacerange`). A code is in it when each of its bytes lies
  /// between those of the bounds.
  struct CodeSpace: Sendable, Hashable {
    var length: Int
    var low: UInt32
    var high: UInt32

    func contains(_ code: UInt32, length: Int) -> Bool {
      guard length == self.length else { return false }
      for shift in stride(from: UInt32(0), to: UInt32(length) * 8, by: 8) {
        let byte = code >> shift & 0xFF
        if byte < low >> shift & 0xFF || byte > high >> shift & 0xFF { return false }
      }
      return true
    }
  }

  /// Codes that become consecutive CIDs.
  struct CIDRange: Sendable {
    var low: UInt32
    var high: UInt32
    var cid: Int
  }

  var spaces: [CodeSpace] = []
  var cidRanges: [CIDRange] = []
  var texts = TextTable()
  /// `WMode`; `nil` where the file does not say.
  var isVertical: Bool?
  /// The CMap that this one builds on (`usecmap`).
  var base: PDFName?
  /// The texts are the codes themselves, over a stretch that no real font has: nothing is known by them.
  var isIdentity = false

  /// The most ranges that are kept.
  static let limit = 0x10000

  /// Whether codes become CIDs of the same numbers, beyond those of Latin letters: in a `ToUnicode`, which has no
  /// CIDs, that can only say that codes are Unicode.
  var hasScalarsForCIDs: Bool {
    guard let first = cidRanges.first, first.low >= 0x80 else { return false }
    return cidRanges.allSatisfy { Int($0.low) == $0.cid }
  }

  /// The CID of a code, 0 when no range has it; the ranges are in ascending order.
  func cid(of code: UInt32) -> Int {
    var low = 0
    var high = cidRanges.count
    while low < high {
      let middle = (low + high) / 2
      if cidRanges[middle].high < code { low = middle + 1 } else { high = middle }
    }
    guard low < cidRanges.count, cidRanges[low].low <= code else { return 0 }
    return cidRanges[low].cid &+ Int(code &- cidRanges[low].low)
  }
}
