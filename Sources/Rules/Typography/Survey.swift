import Conformance
import DocumentModel
import Fonts

/// What one character is to a rule.
enum Mark<Value: Hashable & Sendable>: Hashable, Sendable {
  /// Not what the rule is about: punctuation, spaces.
  case skipped
  case fits
  /// Fits, and deserves a remark.
  case noted(Value)
  case doubtful(Value)
  case wrong(Value)
}

/// What a walk over the characters of some text found.
struct Survey<Value: Hashable & Sendable>: Sendable {
  /// Characters in a row that are marked alike, skipped characters between them included.
  struct Stretch: Sendable {
    var piece: Element.Piece
    var value: Value
    /// Judged characters.
    var characters: Int
  }
  private(set) var judged = 0
  /// Characters that fit, those with a remark included.
  private(set) var fitting = 0
  private(set) var judgedParagraphs = 0
  private(set) var noted: [Stretch] = []
  private(set) var doubtful: [Stretch] = []
  private(set) var wrong: [Stretch] = []

  /// What a format makes of the characters that count.
  struct Judgement: Sendable {
    var mark: Mark<Value>
    /// Whether the format is not answerable for ideographs outside GB/T 2312, which its face lacks.
    var sparesRare: Bool

    init(_ mark: Mark<Value>, sparingRare sparesRare: Bool = false) {
      self.mark = mark
      self.sparesRare = sparesRare
    }
  }

  /// Looks at the pieces of elements, run by run; the characters themselves are only walked over where one
  /// paragraph holds different marks.
  ///
  /// - Parameter judge: what a format is for the text of a role; asked once for every format of a role.
  init(
    of elements: [Element], counting sort: CharacterSort, in context: CheckContext,
    judge: @escaping (ElementRole, TextStyle) -> Judgement
  ) {
    let paragraphs = context.document.document.paragraphs
    let census = context.view(TextCensus.self)
    var judgements = Judgements(judge: judge)
    // By index: a loop over elements would copy every one of them.
    for index in elements.indices {
      let role = elements[index].role
      for piece in elements[index].pieces where paragraphs.indices.contains(piece.paragraph) {
        let line = census.line(piece.paragraph)
        guard sort.count(line.counts) > 0 else { continue }
        if piece.range == nil,
          addWhole(piece, paragraphs[piece.paragraph], line, census, sort, role, &judgements)
        {
          continue
        }
        add(piece, of: paragraphs[piece.paragraph], sort, role, &judgements)
      }
    }
  }

  /// Looks at paragraphs as wholes; each counts by its visible characters, blank ones not at all.
  init(ofParagraphs elements: [Element], in context: CheckContext, judge: (Paragraph) -> Mark<Value>) {
    let paragraphs = context.document.document.paragraphs
    let census = context.view(TextCensus.self)
    var seen = [Bool](repeating: false, count: paragraphs.count)
    for index in elements.indices {
      for piece in elements[index].pieces where paragraphs.indices.contains(piece.paragraph) {
        let characters = Int(census.line(piece.paragraph).counts.visible)
        guard characters > 0, !seen[piece.paragraph] else { continue }
        seen[piece.paragraph] = true
        judgedParagraphs += 1
        add(judge(paragraphs[piece.paragraph]), Element.Piece(paragraph: piece.paragraph), characters)
      }
    }
  }

  /// A paragraph whose runs are all marked alike: their counts say it.
  /// - Returns: whether they are.
  private mutating func addWhole(
    _ piece: Element.Piece, _ paragraph: Paragraph, _ line: TextCensus.Line, _ census: TextCensus,
    _ sort: CharacterSort, _ role: ElementRole, _ judgements: inout Judgements
  ) -> Bool {
    var only: Int?
    var characters = 0
    for (index, run) in paragraph.runs.enumerated() {
      guard census.runs.indices.contains(line.firstRun + index) else { return false }
      let counts = census.runs[line.firstRun + index]
      var count = sort.count(counts)
      if count == 0 || (sort.isLevelOnly && run.style.verticalPosition != .baseline) { continue }
      let found = judgements.number(of: run.style, role)
      if judgements.sparesRare(found) { count -= Int(counts.rare) }
      if count == 0 { continue }
      if only ?? found != found { return false }
      only = found
      characters += count
    }
    guard let only, characters > 0 else { return true }
    if case .skipped = judgements.mark(only) { return true }
    judgedParagraphs += 1
    add(judgements.mark(only), piece, characters)
    return true
  }

  private mutating func add(
    _ piece: Element.Piece, of paragraph: Paragraph, _ sort: CharacterSort, _ role: ElementRole,
    _ judgements: inout Judgements
  ) {
    var stretches: [(mark: Int, range: Range<Int>, characters: Int)] = []
    var offset = 0
    let end = piece.range?.upperBound ?? .max
    for (text, style) in paragraph.spans {
      // What stands behind the piece is another's.
      guard offset < end else { break }
      let mark = judgements.number(of: style, role)
      let sparesRare = judgements.sparesRare(mark)
      let isOut: Bool
      if case .skipped = judgements.mark(mark) { isOut = true } else { isOut = false }
      let isSkipped = isOut || (sort.isLevelOnly && style.verticalPosition != .baseline)
      if isSkipped {
        offset += text.unicodeScalars.count
        continue
      }
      var found: (first: Int, last: Int, characters: Int)?
      for scalar in text.unicodeScalars {
        defer { offset += 1 }
        guard sort.holds(scalar), piece.range?.contains(offset) ?? true,
          !(sparesRare && scalar.isHan && !GB2312.contains(scalar))
        else { continue }
        found = (found?.first ?? offset, offset, (found?.characters ?? 0) + 1)
      }
      guard let found else { continue }
      if let last = stretches.indices.last, stretches[last].mark == mark {
        stretches[last].range = stretches[last].range.lowerBound..<(found.last + 1)
        stretches[last].characters += found.characters
      } else {
        stretches.append((mark, found.first..<(found.last + 1), found.characters))
      }
    }
    guard !stretches.isEmpty else { return }
    judgedParagraphs += 1
    for stretch in stretches {
      // One look throughout: the whole piece is meant, its punctuation included.
      let place =
        stretches.count == 1 ? piece : Element.Piece(paragraph: piece.paragraph, range: stretch.range)
      add(judgements.mark(stretch.mark), place, stretch.characters)
    }
  }

  /// The judgements on formats, each made once; equal marks have one number.
  private struct Judgements {
    private struct Key: Hashable {
      let style: ObjectIdentifier
      let role: ElementRole
    }
    let judge: (ElementRole, TextStyle) -> Judgement
    private var known: [Key: Int] = [:]
    private var all: [Judgement] = []
    private var last: (key: Key, number: Int)?

    init(judge: @escaping (ElementRole, TextStyle) -> Judgement) { self.judge = judge }

    mutating func number(of style: TextStyle, _ role: ElementRole) -> Int {
      let key = Key(style: ObjectIdentifier(style), role: role)
      if let last, last.key == key { return last.number }
      let number = known[key] ?? add(judge(role, style))
      known[key] = number
      last = (key, number)
      return number
    }

    private mutating func add(_ judgement: Judgement) -> Int {
      let equal = all.firstIndex {
        $0.mark == judgement.mark && $0.sparesRare == judgement.sparesRare
      }
      if let equal { return equal }
      all.append(judgement)
      return all.count - 1
    }

    func mark(_ number: Int) -> Mark<Value> { all.indices.contains(number) ? all[number].mark : .skipped }

    func sparesRare(_ number: Int) -> Bool { all.indices.contains(number) && all[number].sparesRare }
  }

  private mutating func add(_ mark: Mark<Value>, _ piece: Element.Piece, _ characters: Int) {
    let found = { (value: Value) in Stretch(piece: piece, value: value, characters: characters) }
    switch mark {
    case .skipped: return
    case .fits: fitting += characters
    case .noted(let value):
      fitting += characters
      noted.append(found(value))
    case .doubtful(let value): doubtful.append(found(value))
    case .wrong(let value): wrong.append(found(value))
    }
    judged += characters
  }

  /// What the shares make of the counts.
  func outcome(_ shares: Shares) -> (wrong: Int, outcome: OutcomeOfShares) {
    let bad = wrong.reduce(0) { $0 + $1.characters }
    // A hair's breadth, so that 0.95 of 100 characters is 95.
    let slack = 1e-9 * Double(judged)
    if Double(bad) > (1 - shares.review) * Double(judged) + slack { return (bad, .broken) }
    return (bad, Double(fitting) >= shares.pass * Double(judged) - slack ? .met : .open)
  }
}

/// The characters that a survey counts.
enum CharacterSort: Sendable {
  case ideographs
  /// Letters and digits of ASCII.
  case latin
  /// Ideographs, letters and digits: characters whose size and weight readers notice.
  case words
  /// The same, without what is raised or lowered: that is drawn smaller than its size says.
  case levelWords
  /// Everything but white space.
  case visible

  var isLevelOnly: Bool { self == .levelWords }

  func count(_ counts: TextCensus.Counts) -> Int {
    switch self {
    case .ideographs: Int(counts.han)
    case .latin: Int(counts.letters) + Int(counts.digits)
    case .words, .levelWords: Int(counts.han) + Int(counts.letters) + Int(counts.digits)
    case .visible: Int(counts.visible)
    }
  }

  func holds(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .ideographs: scalar.isHan
    case .latin: scalar.isLatinLetterOrDigit
    case .words, .levelWords: scalar.isLetterOrHan
    case .visible: !scalar.properties.isWhitespace
    }
  }
}

/// What the shares of a survey say.
enum OutcomeOfShares { case met, open, broken }

extension Unicode.Scalar {
  /// A character whose size and weight readers notice: ideographs, letters and digits.
  var isLetterOrHan: Bool { isHan || isLatinLetterOrDigit }

  var isLatinLetterOrDigit: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
