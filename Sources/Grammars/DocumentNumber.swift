/// 发文字号: the number that an office gives a document (GB/T 9704-2012, 7.2.5).
public struct DocumentNumber: Sendable, Hashable {
  /// What a number is shaped like.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// `泗政办〔2022〕5号`.
    case standard
    /// `国务院令第711号`; ministries also write `财政部令2022年第3号`.
    case order
    /// `商务部公告2022年第21号`.
    case announcement
    /// `第711号`, `〔2019〕第4号`, `2022年第21号`: only under the name of an order or announcement.
    case bare
    /// `泗政办字第5号`, the form before 2012.
    case old
    /// Meant as a standard number, with defects.
    case loose
  }

  /// One thing that is wrong with a number, and where.
  public struct Defect: Sendable, Hashable {
    /// The kinds of fault, after the sub-codes `DN-…`.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// The year does not stand in a pair of 〔〕.
      case bracket
      /// A space inside.
      case space
      /// 第 before the sequence number.
      case di
      /// A sequence number that is padded, or 0.
      case zero
      /// A year of two digits.
      case year2
      /// A year that is none.
      case year
      /// 年 inside the brackets.
      case nian
      /// Full-width digits.
      case fullwidth
      /// 号 is missing, or is written 號.
      case hao
      /// A sequence number in Chinese characters.
      case cnseq
      /// A sequence number that is none, such as `-5`.
      case seq
      /// Something behind 号.
      case tail
      /// Latin letters or digits in the office's code.
      case latin
      /// Several numbers in one.
      case multi
      /// `×字第×号`.
      case old
      /// One bracket of the pair is missing.
      case open
      /// The office's code is missing.
      case code
    }

    public let kind: Kind
    /// In Unicode scalars of the text as written; may be empty where something is missing.
    public let range: Range<Int>
    /// What stands there.
    public let text: String
  }

  public var form: Form
  /// 机关代字, or the name of the office in orders and announcements; spaces inside are kept.
  public var code: String
  public var year: Int?
  /// 顺序号; the first of several.
  public var sequence: Int?
  /// In the order in which they stand.
  public var defects: [Defect]
  /// The number as written, spaces made plain.
  public var text: String
  /// The number as it should be, where that is certain; `nil` where a person must decide.
  public var suggestion: String?
  /// In Unicode scalars of the text as written.
  public var range: Range<Int>

  /// Whether nothing is wrong with it as it stands.
  public var isRight: Bool { defects.isEmpty && form != .loose && form != .old }

  /// Reads a whole text as a number; `nil` when it is none, not even a faulty one.
  public init?(_ text: String) { self.init(MatchText(text)) }

  /// Reads a part of a text as a number.
  public init?(_ text: MatchText, in range: Range<Int>? = nil) {
    let part = (range ?? 0..<text.count).clamped(to: 0..<text.count)
    guard part.count >= 3, part.count <= 90 else { return nil }
    var parser = NumberParser(text: text, part: part)
    guard let number = parser.number() else { return nil }
    self = number
  }

  init(form: Form, code: String, year: Int?, sequence: Int?, text: MatchText, part: Range<Int>) {
    self.form = form
    self.code = code
    self.year = year
    self.sequence = sequence
    self.text = text.string(part)
    range = text.origin(part)
    defects = []
    suggestion = nil
  }
}
