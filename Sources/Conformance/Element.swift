import DocumentModel
import Messages

/// What a stretch of a document is to its reader (GB/T 9704-2012, 7).
public enum ElementRole: String, Sendable, Hashable, CaseIterable {
  /// 发文机关标志, the red letterhead.
  case letterhead
  /// 发文字号.
  case number
  /// 签发人.
  case signer
  /// 标题.
  case title
  /// 题注, the bracketed history under the title of rules and laws.
  case caption
  /// 主送机关.
  case recipient
  /// 一级标题 to 四级标题.
  case heading1, heading2, heading3, heading4
  /// 正文, without headings, tables and annexes.
  case body
  /// 附件说明, the list of annexes under the text.
  case annexNote
  /// 署名, the issuing body at the sign-off.
  case issuer
  /// 成文日期, the date at the sign-off or, for laws, the last one in the caption.
  case date
  /// 附注.
  case note
  /// 附件: the mark, the title and the text of annexes.
  case annexMark, annexTitle, annexBody
  /// 版记, and the date of printing in it (印发日期).
  case imprint, printDate
  /// 公布日期, where the text itself says so.
  case publishDate
  /// 目录.
  case contents
  /// 密级, 紧急程度, 份号.
  case secrecy, urgency, copyNumber
  /// Text inside a table of the main text.
  case tableText
}

/// A role that was recognised, where, how surely and why.
public struct Element: Sendable, Hashable {
  public var role: ElementRole
  /// The text, lines joined without spaces, cleaned of the white space around it.
  public var text: String
  /// A part of a paragraph, in Unicode scalars of its text; `nil` is the whole paragraph.
  public struct Piece: Sendable, Hashable {
    public var paragraph: Int
    public var range: Range<Int>?
    public init(paragraph: Int, range: Range<Int>? = nil) {
      self.paragraph = paragraph
      self.range = range
    }
  }
  /// The paragraphs that it stands in, in document order.
  public var pieces: [Piece]
  /// From 0 (a guess) to 1 (certain). Below 0.6 the rules that depend on it say `cantTell`.
  public var certainty: Double
  /// Why, for the report.
  public var reason: Message
  /// For dates: year, month, day in the form `2022-03-01`.
  public var iso: String?

  public init(
    role: ElementRole, text: String, pieces: [Piece], certainty: Double, reason: Message,
    iso: String? = nil
  ) {
    self.role = role
    self.text = text
    self.pieces = pieces
    self.certainty = certainty
    self.reason = reason
    self.iso = iso
  }
}

/// A document whose parts have roles.
public struct StructuredDocument: Sendable {
  public var document: Document
  /// In document order; several of one role where there are several (joint issuers, headings).
  public var elements: [Element]
  /// Roles that were looked for, not found, and why that is not certain: a rule that needs them says
  /// `cantTell` instead of judging an absence.
  public var doubts: [ElementRole: Message]

  public init(
    document: Document, elements: [Element] = [], doubts: [ElementRole: Message] = [:]
  ) {
    self.document = document
    self.elements = elements
    self.doubts = doubts
  }

  // By index: a closure over the elements would copy every one of them, and there may be a million.

  public func elements(_ role: ElementRole) -> [Element] { elements(of: [role]) }

  /// The elements of some roles, in document order.
  public func elements(of roles: [ElementRole]) -> [Element] { places(of: roles).map { elements[$0] } }

  /// Where in `elements` those of some roles are, in document order.
  public func places(of roles: [ElementRole]) -> [Int] {
    var places: [Int] = []
    // Roles come in rows: most elements have that of the one before them.
    var last: (role: ElementRole, isWanted: Bool)?
    for index in elements.indices {
      let role = elements[index].role
      if last?.role != role { last = (role, roles.contains(role)) }
      if last?.isWanted == true { places.append(index) }
    }
    return places
  }

  public func first(_ role: ElementRole) -> Element? { place(of: role).map { elements[$0] } }

  /// Where in `elements` the first one of a role is.
  public func place(of role: ElementRole) -> Int? {
    for index in elements.indices where elements[index].role == role { return index }
    return nil
  }
}
