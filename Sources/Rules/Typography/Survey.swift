import Conformance
import DocumentModel

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
    /// The value, by its number in `values`: a thousand places share a handful of them.
    var value: Int
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
  /// The values of the stretches, each once.
  private(set) var values: [Value] = []

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

  /// Looks at the pieces of a text, run by run; the characters themselves are only looked at where one
  /// paragraph holds different marks.
  ///
  /// - Parameter judge: what a format is for the text of a role; asked once for every format of a role.
  init(
    of text: RoleText, counting sort: CharacterSort, in context: CheckContext,
    judge: @escaping (ElementRole, TextStyle) -> Judgement
  ) {
    let census = context.view(TextCensus.self)
    let walk = StretchWalk(paragraphs: context.document.document.paragraphs, census: census, sort: sort)
    var judgements = SurveyJudgements(census: census, sort: sort, judge: judge)
    var parts: [StretchWalk.Part] = []
    // By index: a loop over elements would copy every one of them.
    for place in text.places {
      judgements.turn(to: text.all[place].role)
      for index in text.all[place].pieces.indices {
        let piece = text.all[place].pieces[index]
        guard census.lines.indices.contains(piece.paragraph),
          sort.count(census.lines[piece.paragraph].counts) > 0
        else { continue }
        if piece.range == nil, addWhole(piece, census, sort, &judgements) { continue }
        walk.parts(of: piece, &judgements, into: &parts)
        add(parts, of: piece, judgements)
      }
    }
    values = judgements.values
  }

  /// Looks at paragraphs as wholes; each counts by its visible characters, blank ones not at all.
  ///
  /// - Parameter judge: what the paragraph at an index of the document is; a paragraph itself would be copied.
  init(ofParagraphs text: RoleText, in context: CheckContext, judge: (Int) -> Mark<Value>) {
    let paragraphs = context.document.document.paragraphs
    let census = context.view(TextCensus.self)
    var seen = [Bool](repeating: false, count: paragraphs.count)
    var marks = SurveyMarks<Value>()
    for place in text.places {
      for index in text.all[place].pieces.indices {
        let paragraph = text.all[place].pieces[index].paragraph
        guard paragraphs.indices.contains(paragraph), !seen[paragraph] else { continue }
        let characters = Int(census.line(paragraph).counts.visible)
        guard characters > 0 else { continue }
        seen[paragraph] = true
        judgedParagraphs += 1
        let mark = marks.mark(judge(paragraph))
        add(mark, Element.Piece(paragraph: paragraph), characters)
      }
    }
    values = marks.values
  }

  /// A paragraph whose runs are all marked alike: their counts say it.
  /// - Returns: whether they are.
  private mutating func addWhole(
    _ piece: Element.Piece, _ census: TextCensus, _ sort: CharacterSort,
    _ judgements: inout SurveyJudgements<Value>
  ) -> Bool {
    var only: Int?
    var characters = 0
    for run in census.lines[piece.paragraph].runs {
      let counts = census.runs[run].counts
      var count = sort.count(counts)
      if count == 0 { continue }
      let found = judgements.number(of: census.runs[run].style)
      if found == SurveyJudgements<Value>.notLevel { continue }
      if counts.rare > 0, judgements.sparesRare(found) { count -= Int(counts.rare) }
      if count == 0 { continue }
      if only ?? found != found { return false }
      only = found
      characters += count
    }
    guard let only, characters > 0 else { return true }
    let mark = judgements.mark(only)
    if mark.kind == .skipped { return true }
    judgedParagraphs += 1
    add(mark, piece, characters)
    return true
  }

  private mutating func add(
    _ parts: [StretchWalk.Part], of piece: Element.Piece, _ judgements: SurveyJudgements<Value>
  ) {
    guard !parts.isEmpty else { return }
    judgedParagraphs += 1
    for part in parts {
      // One look throughout: the whole piece is meant, its punctuation included.
      let place = parts.count == 1 ? piece : Element.Piece(paragraph: piece.paragraph, range: part.range)
      add(judgements.mark(part.mark), place, part.characters)
    }
  }

  private mutating func add(_ mark: NumberedMark, _ piece: Element.Piece, _ characters: Int) {
    let found = Stretch(piece: piece, value: mark.value, characters: characters)
    switch mark.kind {
    case .skipped: return
    case .fits: fitting += characters
    case .noted:
      fitting += characters
      noted.append(found)
    case .doubtful: doubtful.append(found)
    case .wrong: wrong.append(found)
    }
    judged += characters
  }

  /// The value of a stretch.
  func value(of stretch: Stretch) -> Value { values[stretch.value] }

  /// What the shares make of the counts.
  func outcome(_ shares: Shares) -> (wrong: Int, outcome: OutcomeOfShares) {
    let bad = wrong.reduce(0) { $0 + $1.characters }
    // A hair's breadth, so that 0.95 of 100 characters is 95.
    let slack = 1e-9 * Double(judged)
    if Double(bad) > (1 - shares.review) * Double(judged) + slack { return (bad, .broken) }
    return (bad, Double(fitting) >= shares.pass * Double(judged) - slack ? .met : .open)
  }
}

/// What the shares of a survey say.
enum OutcomeOfShares { case met, open, broken }
