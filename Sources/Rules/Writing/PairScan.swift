import DocumentModel
import Grammars

/// Marks that come in pairs: each half has its other half, at most a few paragraphs away.
///
/// Walks over bytes: most halves have their other half, and only for those that have none it matters which
/// character of the paragraph they are.
struct PairScan {
  /// Half of a pair.
  private struct Half {
    var kind: Int
    var place: WritingPlace
    /// Where it stands, in bytes of the paragraph.
    var byte: Int
  }
  private static let quote = 4
  /// How far apart, in paragraphs, the halves of a pair may stand.
  private static let reach = 30

  private let document: Document
  /// What is open, innermost last, by kind: so a muddle of kinds costs no search.
  private var open: [[Half]] = Array(repeating: [], count: 5)
  /// The halves that are alone.
  private var alone: [Half] = []

  init(_ document: Document) { self.document = document }

  /// Goes on with the next paragraph.
  mutating func read(_ place: WritingPlace) {
    var text = document.paragraphs[place.paragraph].text
    text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let length = ScalarWalk.length(bytes[index])
        if let (kind, opens) = Self.pair(bytes, index) {
          let half = Half(kind: kind, place: place, byte: index)
          if opens { open(half, in: bytes) } else { close(half, in: bytes) }
        }
        index += length
      }
    }
  }

  private mutating func open(_ half: Half, in bytes: UnsafeBufferPointer<UInt8>) {
    // A quotation of several paragraphs opens each of them and closes once.
    let goesOn = half.kind == Self.quote && !open[half.kind].isEmpty && Self.isBlank(bytes, before: half.byte)
    if !goesOn { open[half.kind].append(half) }
  }

  private mutating func close(_ half: Half, in bytes: UnsafeBufferPointer<UInt8>) {
    if let last = open[half.kind].last, half.place.order - last.place.order <= Self.reach {
      open[half.kind].removeLast()
      return
    }
    if half.kind == 0, Self.isEnumerator(bytes, before: half.byte) { return }
    alone.append(half)
  }

  /// The halves that are alone.
  mutating func finish() -> [(WritingFault, WritingText)] {
    let all = alone + open.flatMap(\.self)
    let swapped = swappedKinds
    alone = []
    open = Array(repeating: [], count: 5)
    var faults: [(WritingFault, WritingText)] = []
    // They come in rows from one paragraph, from front to back.
    var text: WritingText?
    var reached = (byte: 0, scalar: 0)
    for half in all {
      let known = text?.paragraph == half.place.paragraph ? text : nil
      if known == nil || half.byte < reached.byte { reached = (0, 0) }
      let writing = known ?? WritingText(half.place, in: document)
      text = writing
      let bytes = document.paragraphs[half.place.paragraph].text.utf8
      let skipped = bytes.dropFirst(reached.byte).prefix(half.byte - reached.byte)
      reached = (half.byte, reached.scalar + skipped.count { $0 & 0xC0 != 0x80 })
      let fault = WritingFault(
        code: "PUNC-pair",
        outcome: half.kind == Self.quote || swapped.contains(half.kind) ? .cantTell : .failed,
        ranges: [reached.scalar..<reached.scalar + 1])
      faults.append((fault, writing))
    }
    return faults
  }

  /// The kinds of which a half that closes stands before one that opens, in a document whose reading order is
  /// found by the places of the characters: two columns that were taken for one give such halves, and authors
  /// hardly do.
  private var swappedKinds: Set<Int> {
    guard document.format == .pdf else { return [] }
    let first = alone.map { (kind: $0.kind, order: $0.place.order) }
    return Set(
      first.filter { close in
        open[close.kind].contains { (0...Self.reach).contains($0.place.order - close.order) }
      }.map(\.kind))
  }

  // MARK: Bytes

  /// The pair that a mark belongs to, and whether it opens it. Half-width brackets count as their
  /// full-width twins: their width is another matter.
  private static func pair(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (kind: Int, opens: Bool)? {
    let lead = bytes[index]
    if lead == 0x28 { return (0, true) }
    if lead == 0x29 { return (0, false) }
    // Nearly all characters of a text begin with E4 to E9.
    guard lead == 0xE2 || lead == 0xE3 || lead == 0xEF, index + 2 < bytes.count else { return nil }
    switch (lead, bytes[index + 1], bytes[index + 2]) {
    case (0xEF, 0xBC, 0x88): return (0, true)  // （
    case (0xEF, 0xBC, 0x89): return (0, false)  // ）
    case (0xE3, 0x80, 0x8A): return (1, true)  // 《
    case (0xE3, 0x80, 0x8B): return (1, false)  // 》
    case (0xE3, 0x80, 0x94): return (2, true)  // 〔
    case (0xE3, 0x80, 0x95): return (2, false)  // 〕
    case (0xE3, 0x80, 0x90): return (3, true)  // 【
    case (0xE3, 0x80, 0x91): return (3, false)  // 】
    case (0xE2, 0x80, 0x9C): return (quote, true)  // “
    case (0xE2, 0x80, 0x9D): return (quote, false)  // ”
    default: return nil
    }
  }

  private static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>, before index: Int) -> Bool {
    var walk = ScalarWalk(bytes, 0..<index)
    while let scalar = walk.next() { if !scalar.isBlank { return false } }
    return true
  }

  /// `1）`, `a)`, `一）`: a bracket that needs no other half.
  private static func isEnumerator(_ bytes: UnsafeBufferPointer<UInt8>, before index: Int) -> Bool {
    var walk = ScalarWalk(bytes, 0..<index)
    guard let last = walk.previous() else { return false }
    return last.isASCIIDigit || last.isASCIILetter || last.isHanNumeral
      || (0xFF10...0xFF5A).contains(last.value) || (0x2460...0x24FF).contains(last.value)
  }
}
