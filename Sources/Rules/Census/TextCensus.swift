import Conformance
import DocumentModel

/// How many characters of each sort every paragraph and run has, which marks stand in a paragraph at all, and
/// which runs look alike: one walk over the bytes of a document, so that rules look only where there is something
/// to see.
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
    /// Everything.
    var scalars: Int32 = 0

    static func += (a: inout Counts, b: Counts) {
      a.han &+= b.han
      a.rare &+= b.rare
      a.letters &+= b.letters
      a.digits &+= b.digits
      a.visible &+= b.visible
      a.scalars &+= b.scalars
    }
  }

  /// What stands somewhere in a paragraph. A bit that is not set is certain; one that is set says look.
  struct Marks: OptionSet, Hashable, Sendable {
    let rawValue: UInt32
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
    /// `…`, or two marks in a row, or 、 before 等.
    static let cluster = Marks(rawValue: 256)
    /// U+0020.
    static let space = Marks(rawValue: 512)
    /// 第, wherever it stands.
    static let ordinal = Marks(rawValue: 1024)
    /// What digits are masked with: `* × ●` and X.
    static let mask = Marks(rawValue: 2048)
    /// 住 or 户.
    static let dwelling = Marks(rawValue: 4096)
    /// The letter O, which stands in for a zero.
    static let letterO = Marks(rawValue: 8192)
    /// 、 close behind such a 第 at the beginning: 第一、
    static let ordinalStop = Marks(rawValue: 16384)
    /// White space of any kind, or a character that takes no room: what `MatchText` leaves out or changes.
    static let gap = Marks(rawValue: 32768)
    /// A character that takes no room.
    static let invisible = Marks(rawValue: 65536)
    /// A mark on one of the sides of a line end.
    static let lineStart = Marks(rawValue: 131072)
    /// 。 at the end of a paragraph no longer than a heading.
    static let endStop = Marks(rawValue: 262144)
  }

  /// A paragraph.
  struct Line: Sendable {
    var counts = Counts()
    var marks: Marks = []
    /// Digits of both widths.
    var allDigits: Int32 = 0
    /// Its runs in `runs`.
    var firstRun: Int32
    var runCount: Int32 = 0

    var runs: Range<Int> { Int(firstRun)..<Int(firstRun &+ runCount) }
  }

  /// A run.
  struct Run: Sendable {
    var counts: Counts
    /// Its length as the paragraph has it, within the text.
    var utf8Count: Int32
    /// Its look in `styles`.
    var style: Int32
  }

  /// By paragraph.
  let lines: [Line]
  /// The runs of all paragraphs, in order.
  let runs: [Run]
  /// The looks of the runs, each once.
  let styles: [TextStyle]

  init(in context: CheckContext) {
    let paragraphs = context.document.document.paragraphs
    var lines: [Line] = []
    var runs: [Run] = []
    var styles = StyleNumbers()
    lines.reserveCapacity(paragraphs.count)
    runs.reserveCapacity(paragraphs.count * 2)
    CensusSort.all.withUnsafeBufferPointer { sorts in
      // By index throughout: a loop over paragraphs would copy every one of them.
      for index in paragraphs.indices {
        var walk = TextWalk(sorts: sorts, line: Line(firstRun: Int32(truncatingIfNeeded: runs.count)))
        var text = paragraphs[index].text
        text.withUTF8 { bytes in
          var start = 0
          for run in paragraphs[index].runs.indices {
            let length = paragraphs[index].runs[run].utf8Count
            let end = max(start, min(bytes.count, start &+ max(0, length)))
            let style = styles.number(of: paragraphs[index].runs[run].style)
            let counts = walk.count(bytes, start..<end)
            runs.append(Run(counts: counts, utf8Count: Int32(truncatingIfNeeded: end - start), style: style))
            start = end
          }
          // Text that no run covers counts for the paragraph.
          if start < bytes.count { _ = walk.count(bytes, start..<bytes.count) }
          if bytes.count <= 180, Self.endsWithStop(bytes) { walk.line.marks.insert(.endStop) }
          if paragraphs[index].lineStarts.contains(where: { Self.hasMark(bytes, around: $0) }) {
            walk.line.marks.insert(.lineStart)
          }
        }
        walk.line.runCount = Int32(truncatingIfNeeded: paragraphs[index].runs.count)
        lines.append(walk.line)
      }
    }
    self.lines = lines
    self.runs = runs
    self.styles = styles.all
  }

  /// Whether 。 is the last character, white space of ASCII left out.
  private static func endsWithStop(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = bytes.count
    while end > 3, bytes[end - 1] <= 0x20 { end -= 1 }
    return end > 3 && bytes[end - 3] == 0xE3 && bytes[end - 2] == 0x80 && bytes[end - 1] == 0x82
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

/// Numbers the looks of runs in the order in which they are met.
private struct StyleNumbers {
  private(set) var all: [TextStyle] = []
  private var known: [ObjectIdentifier: Int32] = [:]
  private var last: (style: ObjectIdentifier, number: Int32)?

  mutating func number(of style: TextStyle) -> Int32 {
    let key = ObjectIdentifier(style)
    if let last, last.style == key { return last.number }
    let number = known[key] ?? Int32(truncatingIfNeeded: all.count)
    if number == Int32(truncatingIfNeeded: all.count) {
      known[key] = number
      all.append(style)
    }
    last = (key, number)
    return number
  }
}
