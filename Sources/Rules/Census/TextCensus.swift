import Conformance
import DocumentModel
import Fonts

/// How many characters of each sort every paragraph and run has, and which marks stand in a paragraph at all:
/// one walk over the bytes of a document, so that rules look only where there is something to see.
struct TextCensus: DocumentView {
  /// Characters of one run or paragraph. White space is what Unicode calls so.
  struct Counts: Hashable, Sendable {
    /// Ideographs as `Unicode.Scalar.isHan` of the model has them.
    var han: Int32 = 0
    /// Those of them that GB/T 2312 does not have, and with it no `*_GB2312` face.
    var rare: Int32 = 0
    /// Letters and digits of ASCII.
    var letters: Int32 = 0
    var digits: Int32 = 0
    /// Everything but white space.
    var visible: Int32 = 0

    static func += (a: inout Counts, b: Counts) {
      a.han += b.han
      a.rare += b.rare
      a.letters += b.letters
      a.digits += b.digits
      a.visible += b.visible
    }
  }

  /// What stands somewhere in a paragraph. A bit that is not set is certain; one that is set says look.
  struct Marks: OptionSet, Hashable, Sendable {
    let rawValue: UInt16
    static let digit = Marks(rawValue: 1)
    /// ０ to ９.
    static let wideDigit = Marks(rawValue: 2)
    static let capital = Marks(rawValue: 4)
    static let at = Marks(rawValue: 8)
    /// 《 or 》.
    static let titleMark = Marks(rawValue: 16)
    /// Any half of a pair: brackets, quotation marks, 《》.
    static let pair = Marks(rawValue: 32)
    /// `[`.
    static let square = Marks(rawValue: 64)
    /// A mark of ASCII that may stand for a Chinese one: `, ; : ? ! . - ( ) "`.
    static let narrow = Marks(rawValue: 128)
    /// `…`, or two marks in a row, 、 before 等 included.
    static let cluster = Marks(rawValue: 256)
    /// U+0020.
    static let space = Marks(rawValue: 512)
    /// 第, wherever it stands.
    static let ordinal = Marks(rawValue: 1024)
    /// 、 close behind such a 第 at the beginning: 第一、
    static let ordinalStop = Marks(rawValue: 16384)
    /// What digits are masked with: `* × ●` and X.
    static let mask = Marks(rawValue: 2048)
    /// 住 or 户.
    static let dwelling = Marks(rawValue: 4096)
    /// The letter O, which stands in for a zero.
    static let letterO = Marks(rawValue: 8192)
    /// A mark on one of the sides of a line end.
    static let lineStart = Marks(rawValue: 32768)
  }

  /// A paragraph.
  struct Line: Sendable {
    var counts = Counts()
    var marks: Marks = []
    /// Digits of both widths.
    var allDigits: Int32 = 0
    /// The first of its runs in `runs`.
    var firstRun: Int
  }

  /// By paragraph.
  let lines: [Line]
  /// The runs of all paragraphs, in order.
  let runs: [Counts]

  init(in context: CheckContext) {
    let paragraphs = context.document.document.paragraphs
    var lines: [Line] = []
    var runs: [Counts] = []
    lines.reserveCapacity(paragraphs.count)
    runs.reserveCapacity(paragraphs.indices.reduce(0) { $0 + paragraphs[$1].runs.count })
    // By index throughout: a loop over paragraphs would copy every one of them.
    for index in paragraphs.indices {
      var line = Line(firstRun: runs.count)
      var text = paragraphs[index].text
      text.withUTF8 { bytes in
        var start = 0
        for run in paragraphs[index].runs.indices {
          let length = paragraphs[index].runs[run].utf8Count
          let end = min(bytes.count, start &+ max(0, length))
          runs.append(line.count(bytes, start..<max(start, end)))
          start = max(start, end)
        }
        if paragraphs[index].lineStarts.contains(where: { TextCensus.hasMark(bytes, around: $0) }) {
          line.marks.insert(.lineStart)
        }
        // Text that no run covers counts for the paragraph.
        if start < bytes.count { _ = line.count(bytes, start..<bytes.count) }
      }
      lines.append(line)
    }
    self.lines = lines
    self.runs = runs
  }

  /// Whether the character before or behind a place is of a block that marks are in: U+2000 to U+203F, U+3000 to
  /// U+303F, U+FF00 to U+FF3F.
  private static func hasMark(_ bytes: UnsafeBufferPointer<UInt8>, around place: Int) -> Bool {
    [place - 3, place].contains { start in
      guard start >= 0, start + 1 < bytes.count else { return false }
      switch (bytes[start], bytes[start + 1]) {
      case (0xE2, 0x80), (0xE3, 0x80), (0xEF, 0xBC): return true
      default: return false
      }
    }
  }

  /// The paragraph at an index of the document.
  func line(_ index: Int) -> Line { lines.indices.contains(index) ? lines[index] : Line(firstRun: 0) }
}

extension TextCensus.Line {
  /// Counts a stretch of bytes of the paragraph.
  fileprivate mutating func count(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> TextCensus.Counts {
    var found = TextCensus.Counts()
    var index = range.lowerBound
    while index < range.upperBound {
      let lead = bytes[index]
      if lead >= 0xE4, lead <= 0xE9, index + 2 < bytes.count {
        // U+4000 to U+9FFF, nearly all of a Chinese text.
        let value = Self.value(bytes, index)
        found.visible &+= 1
        if value >= 0x4E00 {
          found.han &+= 1
          if !GB2312.contains(codePoint: value) { found.rare &+= 1 }
        } else if value <= 0x4DBF {
          found.han &+= 1
          found.rare &+= 1
        }
        note(value)
        index += 3
      } else if lead < 0x80 {
        ascii(lead, &found)
        index += 1
      } else if lead >= 0xF0 {
        found.visible &+= 1
        // U+20000 to U+3FFFF are led by F0 A0 to F0 BF.
        if lead == 0xF0, index + 1 < bytes.count, bytes[index + 1] >= 0xA0 {
          found.han &+= 1
          found.rare &+= 1
        }
        index += 4
      } else if lead >= 0xE0, index + 2 < bytes.count {
        other(Self.value(bytes, index), bytes, index, &found)
        index += 3
      } else {
        // Two bytes: only U+0085 and U+00A0 are white space, × masks digits.
        let second = index + 1 < bytes.count ? bytes[index + 1] : 0
        if !(lead == 0xC2 && (second == 0x85 || second == 0xA0)) { found.visible &+= 1 }
        if lead == 0xC3, second == 0x97 { marks.insert(.mask) }
        index += 2
      }
    }
    counts += found
    return found
  }

  @inline(__always)
  private static func value(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32 {
    UInt32(bytes[index] & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
  }

  @inline(__always)
  private mutating func note(_ value: UInt32) {
    switch value {
    case 0x7B2C: marks.insert(.ordinal)  // 第
    case 0x4F4F, 0x6237: marks.insert(.dwelling)  // 住, 户
    default: break
    }
  }

  private mutating func ascii(_ byte: UInt8, _ found: inout TextCensus.Counts) {
    switch byte {
    case 0x30...0x39:
      found.digits &+= 1
      allDigits &+= 1
      found.visible &+= 1
      marks.insert(.digit)
      return
    case 0x41...0x5A:
      found.letters &+= 1
      marks.insert(byte == 0x58 ? [.capital, .mask] : byte == 0x4F ? [.capital, .letterO] : .capital)
    case 0x61...0x7A:
      found.letters &+= 1
      if byte == 0x78 { marks.insert(.mask) }
    case 0x20:
      marks.insert(.space)
      return
    case 0x09...0x0D: return
    case 0x40: marks.insert(.at)
    case 0x5B: marks.insert(.square)
    case 0x2A: marks.insert(.mask)
    case 0x28, 0x29: marks.insert([.narrow, .pair])
    case 0x2C, 0x3B, 0x3A, 0x3F, 0x21, 0x2E, 0x2D, 0x22: marks.insert(.narrow)
    default: break
    }
    found.visible &+= 1
  }

  /// Three bytes outside the ideographs that begin with E4 to E9: marks, wide forms, rarer ideographs.
  private mutating func other(
    _ value: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ found: inout TextCensus.Counts
  ) {
    switch value {
    case 0x3000, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F: return
    case 0x3400...0x4DBF, 0xF900...0xFAFF, 0x3007:
      found.han &+= 1
      found.rare &+= 1
    case 0x300A: marks.insert([.titleMark, .pair])
    case 0x300B:
      marks.insert([.titleMark, .pair])
      if isStop(bytes, index + 3) { marks.insert(.cluster) }
    case 0x201D:
      marks.insert(.pair)
      if isStop(bytes, index + 3) { marks.insert(.cluster) }
    case 0xFF08, 0xFF09, 0x3014, 0x3015, 0x3010, 0x3011, 0x201C: marks.insert(.pair)
    case 0x2026: marks.insert(.cluster)
    case 0x3001, 0x3002, 0xFF0C, 0xFF1A, 0xFF1B:
      if value == 0x3001, marks.contains(.ordinal), counts.visible &+ found.visible <= 9 {
        marks.insert(.ordinalStop)
      }
      // 等 behind 、 may end a list; the sort of the mark is for who looks closer.
      if isStop(bytes, index + 3) || isEtCetera(bytes, index + 3) { marks.insert(.cluster) }
    case 0xFF10...0xFF19:
      allDigits &+= 1
      marks.insert(.wideDigit)
    case 0xFF20: marks.insert(.at)
    case 0xFF0A, 0xFF38, 0x2715, 0x25CF, 0x2217, 0x25A0: marks.insert(.mask)
    default: break
    }
    found.visible &+= 1
  }

  /// Whether `，、；：。`, or a comma or semicolon of ASCII, stands at an index.
  private func isStop(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index < bytes.count else { return false }
    if bytes[index] == 0x2C || bytes[index] == 0x3B { return true }
    guard index + 2 < bytes.count, bytes[index] >= 0xE0, bytes[index] < 0xF0 else { return false }
    switch Self.value(bytes, index) {
    case 0x3001, 0x3002, 0xFF0C, 0xFF1A, 0xFF1B: return true
    default: return false
    }
  }

  private func isEtCetera(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0xE7 && bytes[index + 1] == 0xAD && bytes[index + 2] == 0x89
  }
}
