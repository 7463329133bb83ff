/// The number at the head of a paragraph (GB/T 9704-2012, 7.3.3): 一、（一）1.（1）, or 第一章, 第一条.
public struct Enumerator: Sendable, Hashable {
  /// The place of the number in the order of numbers.
  public enum Kind: Sendable, Hashable {
    /// 1 to 4: 一、（一）1.（1）; 5: ①.
    case level(Int)
    /// 第一编, 第一章, 第一节, 第一条.
    case part, chapter, section, article
    /// 第一，: an enumeration in running text.
    case running
  }

  public var kind: Kind
  public var number: Int
  /// The length with its mark, in scalars, without the spaces behind it.
  public var length: Int
  /// False for forms that the standard does not have: `(一)`, `（一）、`, `1、`, `1)`, `一.`.
  public var isWellFormed: Bool

  /// Reads the first characters of a paragraph, white space in front already left out.
  ///
  /// Sixteen scalars are enough for every form.
  public init?(_ head: ArraySlice<Unicode.Scalar>) {
    guard let found = head.withUnsafeBufferPointer({ Enumerator($0[...]) }) else { return nil }
    self = found
  }

  /// The first characters of a paragraph, wherever they are held.
  typealias Head = Slice<UnsafeBufferPointer<Unicode.Scalar>>

  init?(_ head: Head) {
    guard let first = head.first else { return nil }
    if first == "第" {
      self.init(ordinal: head)
    } else if first.isOpenRound {
      self.init(bracketed: head)
    } else if (0x2460...0x2473).contains(first.value) {
      let hasMark = head.dropFirst().first == "、"
      self.init(.level(5), Int(first.value) - 0x245F, hasMark ? 2 : 1, !hasMark)
    } else if first.digit != nil {
      self.init(arabic: head)
    } else if first.chineseDigit != nil || first == "十" || first == "百" {
      self.init(chinese: head)
    } else {
      return nil
    }
  }

  /// Whether a number can begin with a character: a quick look before `init`.
  public static func canBegin(with first: Unicode.Scalar) -> Bool {
    first == "第" || first.isOpenRound || first.digit != nil || isNumeral(first)
      || (0x2460...0x2473).contains(first.value)
  }

  /// Whether what follows goes on with the next number or the next bracket, so that it may be several numbers
  /// of one sentence: `一、二年级`, `10、11月份`, `（一）、（二）项`.
  public func runsOn(into rest: ArraySlice<Unicode.Scalar>) -> Bool {
    switch kind {
    case .level(1):
      guard let next = chineseNumber(rest.prefix(while: Self.isNumeral)) else { return false }
      return next == number + 1
    case .level(3):
      let digits = rest.prefix { $0.digit != nil }
      return !digits.isEmpty && digits.count <= 3
        && digits.reduce(0) { $0 * 10 + ($1.digit ?? 0) } == number + 1
    case .level(2), .level(4): return !isWellFormed && rest.first?.isOpenRound == true
    case .level, .part, .chapter, .section, .article, .running: return false
    }
  }

  public init?(_ text: MatchText) { self.init(text.scalars.prefix(16)) }

  private init(_ kind: Kind, _ number: Int, _ length: Int, _ isWellFormed: Bool) {
    self.kind = kind
    self.number = number
    self.length = length
    self.isWellFormed = isWellFormed
  }

  /// Whether a number is made of such characters.
  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { isNumeral(scalar) || scalar.digit != nil }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    scalar.chineseDigit != nil || scalar == "十" || scalar == "百" || scalar == "千" || scalar == "零"
      || scalar == "〇"
  }

  private init?(ordinal head: Head) {
    let numerals = head.dropFirst().prefix { Self.isNumeral($0) || $0.digit != nil || $0 == " " }
    let digits = numerals.lazy.filter { $0 != " " }
    let number =
      digits.allSatisfy { $0.digit != nil }
      ? digits.reduce(0) { $0 &* 10 &+ ($1.digit ?? 0) } : chineseNumber(digits)
    guard let number, !digits.isEmpty, digits.count <= 8, let mark = head.dropFirst(1 + numerals.count).first
    else { return nil }
    let length = numerals.count + 2
    switch mark {
    case "编", "篇": self.init(.part, number, length, true)
    case "章": self.init(.chapter, number, length, true)
    case "节": self.init(.section, number, length, true)
    case "条": self.init(.article, number, length, true)
    case "，", "、": self.init(.running, number, length, mark == "，")
    default: return nil
    }
  }

  private init?(bracketed head: Head) {
    let inner = head.dropFirst().prefix { !$0.isCloseRound }
    let digits = inner.lazy.filter { $0 != " " }
    guard !digits.isEmpty, digits.count <= 5, let close = head.dropFirst(1 + inner.count).first else {
      return nil
    }
    let isWide = head.first == "（" && close == "）"
    let after = head.dropFirst(2 + inner.count).first
    let hasMark = after == "、" || after == "，" || after == "." || after == "．"
    let length = inner.count + 2 + (hasMark ? 1 : 0)
    if digits.allSatisfy({ $0.digit != nil }), digits.count <= 3 {
      let number = digits.reduce(0) { $0 * 10 + ($1.digit ?? 0) }
      self.init(.level(4), number, length, isWide && !hasMark)
    } else if digits.allSatisfy(Self.isNumeral), let number = chineseNumber(digits) {
      self.init(.level(2), number, length, isWide && !hasMark)
    } else {
      return nil
    }
  }

  /// Whether the rest of a clause number follows, as standards have it with a wide point: `5. 1  幅面尺寸`,
  /// `6. 2. 1`. A single space behind it parts a quantity: `2. 3 个工作日`.
  private static func isClause(_ rest: Head) -> Bool {
    let blanks = rest.prefix { $0 == " " }
    let digits = rest.dropFirst(blanks.count).prefix { $0.digit != nil }
    guard !blanks.isEmpty, (1...2).contains(digits.count) else { return false }
    let behind = rest.dropFirst(blanks.count + digits.count)
    guard let first = behind.first, let second = behind.dropFirst().first else { return false }
    if first == "." || first == "．" { return second == " " || second.digit != nil }
    return first == "\u{3000}" || first == " " && (second == " " || second == "\u{3000}")
  }

  private init?(arabic head: Head) {
    let digits = head.prefix { $0.digit != nil }
    guard digits.count <= 3 else { return nil }
    let number = digits.reduce(0) { $0 * 10 + ($1.digit ?? 0) }
    let rest = head.dropFirst(digits.count)
    guard number > 0, let mark = rest.first else { return nil }
    let next = rest.dropFirst().first
    switch mark {
    case ".", "．":
      if let next, next.digit != nil || next == "." || next == "．" { return nil }
      if Self.isClause(rest.dropFirst()) { return nil }
      let isDouble = next == "、"
      self.init(
        .level(3), number, digits.count + (isDouble ? 2 : 1),
        !isDouble && head.first?.isFullWidthDigit != true)
    case "、": self.init(.level(3), number, digits.count + 1, false)
    case ")", "）": self.init(.level(4), number, digits.count + 1, false)
    default: return nil
    }
  }

  private init?(chinese head: Head) {
    let numerals = head.prefix(while: Self.isNumeral)
    guard numerals.count <= 4, let number = chineseNumber(numerals) else { return nil }
    let rest = head.dropFirst(numerals.count)
    guard let mark = rest.first(where: { $0 != " " }) else { return nil }
    let spaces = rest.prefix { $0 == " " }.count
    let length = numerals.count + spaces + 1
    switch mark {
    case "、": self.init(.level(1), number, length, spaces == 0)
    case ".", "．", "，":
      if let next = rest.dropFirst(spaces + 1).first, next.digit != nil { return nil }
      // 一，… begins a sentence as often as a heading.
      if mark == "，" { return nil }
      self.init(.level(1), number, length, false)
    default: return nil
    }
  }
}
