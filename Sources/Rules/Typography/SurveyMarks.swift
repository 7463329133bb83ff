import Conformance
import DocumentModel

/// A mark whose value has a number, so that it takes no counting of references to hand it around.
struct NumberedMark: Hashable {
  enum Kind { case skipped, fits, noted, doubtful, wrong }
  var kind: Kind
  /// In `SurveyMarks.values`; 0 where there is none.
  var value = 0
}

/// The values of a survey in the order in which they are met, each once.
struct SurveyMarks<Value: Hashable & Sendable> {
  private(set) var values: [Value] = []
  private var numbers: [Value: Int] = [:]
  private var last: Int?

  mutating func mark(_ mark: Mark<Value>) -> NumberedMark {
    switch mark {
    case .skipped: NumberedMark(kind: .skipped)
    case .fits: NumberedMark(kind: .fits)
    case .noted(let value): NumberedMark(kind: .noted, value: number(of: value))
    case .doubtful(let value): NumberedMark(kind: .doubtful, value: number(of: value))
    case .wrong(let value): NumberedMark(kind: .wrong, value: number(of: value))
    }
  }

  private mutating func number(of value: Value) -> Int {
    // Values come in rows, and to compare two is cheaper than to hash one.
    if let last, values[last] == value { return last }
    let number = numbers[value] ?? values.count
    if number == values.count {
      numbers[value] = number
      values.append(value)
    }
    last = number
    return number
  }
}

/// The judgements on formats, each made once for a role; equal ones have one number.
struct SurveyJudgements<Value: Hashable & Sendable> {
  /// The number of all formats that are raised or lowered, where those do not count.
  static var notLevel: Int { -1 }

  private struct Judged: Hashable {
    let mark: NumberedMark
    let sparesRare: Bool
  }
  private let styles: [TextStyle]
  private let isLevelOnly: Bool
  private let judge: (ElementRole, TextStyle) -> Survey<Value>.Judgement
  private var marks = SurveyMarks<Value>()
  private var all: [Judged] = []
  private var known: [Judged: Int] = [:]
  /// For each role that was met, the numbers by format; `unknown` where it was not asked about.
  private var numbers: [(role: ElementRole, byStyle: [Int])] = []
  private var current = 0
  private static var unknown: Int { -2 }

  init(
    census: TextCensus, sort: CharacterSort,
    judge: @escaping (ElementRole, TextStyle) -> Survey<Value>.Judgement
  ) {
    styles = census.styles
    isLevelOnly = sort.isLevelOnly
    self.judge = judge
  }

  var values: [Value] { marks.values }

  /// From here on the text has a role.
  mutating func turn(to role: ElementRole) {
    if numbers.indices.contains(current), numbers[current].role == role { return }
    current = numbers.firstIndex { $0.role == role } ?? numbers.count
    if current == numbers.count {
      numbers.append((role, [Int](repeating: Self.unknown, count: styles.count)))
    }
  }

  /// - Parameter style: a number in the census.
  mutating func number(of style: Int32) -> Int {
    let known = numbers[current].byStyle[Int(style)]
    if known != Self.unknown { return known }
    let number = judged(styles[Int(style)])
    numbers[current].byStyle[Int(style)] = number
    return number
  }

  private mutating func judged(_ style: TextStyle) -> Int {
    if isLevelOnly, style.verticalPosition != .baseline { return Self.notLevel }
    let found = judge(numbers[current].role, style)
    let judged = Judged(mark: marks.mark(found.mark), sparesRare: found.sparesRare)
    if let equal = known[judged] { return equal }
    known[judged] = all.count
    all.append(judged)
    return all.count - 1
  }

  func mark(_ number: Int) -> NumberedMark {
    all.indices.contains(number) ? all[number].mark : NumberedMark(kind: .skipped)
  }

  func sparesRare(_ number: Int) -> Bool { all.indices.contains(number) && all[number].sparesRare }
}
