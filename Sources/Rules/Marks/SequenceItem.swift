import Conformance
import DocumentModel
import Grammars

/// A paragraph that begins with a number, as printed: the automatic number or the one in its text.
struct SequenceItem {
  let paragraph: Int
  let enumerator: Enumerator
  /// How many characters stand in front of it.
  private let lead: Int
  private let isAutomatic: Bool
  /// Its first character.
  private let opening: Unicode.Scalar
  /// Whether the number may be the first of several in a sentence: `一、二年级`, `10、11月份`.
  let runsOn: Bool

  /// - Parameters:
  ///   - label: the automatic number of a paragraph.
  ///   - text: its text.
  init?(_ index: Int, label: String, text: String) {
    isAutomatic = !label.isEmpty
    let words = isAutomatic ? label + " " + text : text
    guard let number = LeadingNumber(words) else { return nil }
    paragraph = index
    enumerator = number.enumerator
    lead = number.lead
    opening = number.first
    // Few numbers are followed by what must be looked at.
    let isArticle = enumerator.kind == .article
    guard let next = number.next, !next.isBlank, isArticle || next == "班" || Enumerator.canBegin(with: next)
    else {
      runsOn = false
      return
    }
    let rest = Array(words.unicodeScalars.dropFirst(lead + enumerator.length).prefix(16))
    if Self.isClass(enumerator, rest) || isArticle && Self.isReference(rest) { return nil }
    runsOn = !isAutomatic && enumerator.runsOn(into: rest[...])
  }

  /// 第五条规定…… speaks of an article, and 第五条之一 is none that counts.
  private static func isReference(_ rest: [Unicode.Scalar]) -> Bool {
    guard let next = rest.first else { return false }
    if "之的、至和中".unicodeScalars.contains(next) { return true }
    let words = String(scalars: rest.prefix(2))
    return ["规定", "明确", "要求", "第一", "第二", "第三", "第四", "第五", "修改", "所称", "增加", "改为"].contains(words)
  }

  /// （3）班 is a class of pupils; 班级, 班主任 and the like are what an item may be about.
  private static func isClass(_ enumerator: Enumerator, _ rest: [Unicode.Scalar]) -> Bool {
    guard enumerator.kind == .level(4) || enumerator.kind == .level(2), rest.first == "班" else {
      return false
    }
    guard let next = rest.dropFirst().first else { return true }
    return !"级主子组委务风会干容前后".unicodeScalars.contains(next)
  }

  /// The number with its marks, character by character; few of them are ever named.
  private func written(in document: Document) -> [Unicode.Scalar] {
    guard document.paragraphs.indices.contains(paragraph) else { return [] }
    let text = document.paragraphs[paragraph].text
    let words = isAutomatic ? document.paragraphs[paragraph].label + " " + text : text
    return words.unicodeScalars.dropFirst(lead).prefix(enumerator.length).map { $0.isBlank ? " " : $0 }
  }

  /// Where the mark stands in the paragraph's text; `nil` for an automatic number.
  var range: Range<Int>? { isAutomatic ? nil : lead..<(lead + enumerator.length) }

  private static let marks: Set<Unicode.Scalar> = [
    "（", "(", "）", ")", "、", ".", "．", "，", " ", "第", "条", "章", "节", "编", "篇",
  ]

  /// The number with its marks: `（一）`.
  func mark(in document: Document) -> String { String(scalars: written(in: document)[...]) }

  /// Whether the mark ends with a character.
  func ends(with scalar: Unicode.Scalar, in document: Document) -> Bool {
    written(in: document).last == scalar
  }

  /// The number alone as written: `一`.
  func numerals(in document: Document) -> String {
    String(scalars: written(in: document).filter { !Self.marks.contains($0) }[...])
  }

  /// The mark with another number: `（三）` for `（二）`.
  func mark(numbered number: Int, in document: Document) -> String? {
    let written = written(in: document)
    guard let level, level < 5, let first = written.firstIndex(where: { !Self.marks.contains($0) }),
      let last = written.lastIndex(where: { !Self.marks.contains($0) })
    else { return nil }
    let numerals = level < 3 ? SequenceCounter.chinese(number) : String(number)
    return String(scalars: written[..<first]) + numerals + String(scalars: written[(last + 1)...])
  }

  var level: Int? { if case .level(let level) = enumerator.kind { level } else { nil } }

  /// What the marks look like without the number, so that `1）` is not taken for a further `（1）`.
  enum Shape: Equatable {
    case level(Int)
    case openLevel4
  }

  var shape: Shape {
    let level = level ?? 0
    return level == 4 && (opening == "（" || opening == "(") ? .openLevel4 : .level(level)
  }

  /// The mark as the standard writes it.
  func standardMark(in document: Document) -> String? {
    switch level {
    case 1: numerals(in: document) + "、"
    case 2, 4: "（" + numerals(in: document) + "）"
    case 3: numerals(in: document) + "."
    default: nil
    }
  }

  var piece: Element.Piece { Element.Piece(paragraph: paragraph, range: range) }
}

/// The numbered lists of a document: those of the main text, then of the annexes, each of which begins anew.
struct Sequences: DocumentView {
  let all: [Sequence]

  init(in context: CheckContext) { all = Sequence.all(in: context.document) }
}

/// The numbered paragraphs of the main text, or of one annex, in order.
struct Sequence {
  let items: [SequenceItem]
  let paragraphs: Int
  /// Three articles, the first of them among them, make a law: chapters and articles are counted instead of
  /// 一、（一）. What explains a law names some of its articles.
  let isLaw: Bool

  private static let roles: [ElementRole] = [.body, .heading1, .heading2, .heading3, .heading4]

  /// The main text, then the annexes, each of which begins anew.
  fileprivate static func all(in structure: StructuredDocument) -> [Sequence] {
    var main: [Int] = []
    var annexes: [[Int]] = [[]]
    for index in structure.elements.indices {
      let role = structure.elements[index].role
      if role == .annexMark || role == .annexTitle { annexes.append([]) }
      let isMain = roles.contains(role)
      guard isMain || role == .annexBody else { continue }
      for piece in structure.elements[index].pieces.indices {
        let paragraph = structure.elements[index].pieces[piece].paragraph
        if isMain { main.append(paragraph) } else { annexes[annexes.count - 1].append(paragraph) }
      }
    }
    return ([main] + annexes).filter { !$0.isEmpty }.map { Sequence($0, in: structure.document) }
  }

  /// - Parameter places: paragraphs, some of them more than once.
  private init(_ places: [Int], in document: Document) {
    let paragraphs = document.paragraphs
    let isOrdered = places.indices.dropFirst().allSatisfy { places[$0 - 1] <= places[$0] }
    var items: [SequenceItem] = []
    var count = 0
    var last: Int?
    for place in isOrdered ? places : places.sorted() where place != last {
      guard paragraphs.indices.contains(place), paragraphs[place].cell == nil,
        paragraphs[place].story == .body
      else { continue }
      last = place
      count += 1
      guard let item = SequenceItem(place, label: paragraphs[place].label, text: paragraphs[place].text)
      else {
        continue
      }
      // The first of several numbers in a sentence, unless it is just the one that comes next.
      if item.runsOn,
        items.last(where: { $0.shape == item.shape })?.enumerator.number != item.enumerator.number - 1
      {
        continue
      }
      items.append(item)
    }
    self.paragraphs = count
    self.items = items
    let articles = items.filter { $0.enumerator.kind == .article }
    isLaw = articles.count >= 3 && articles.contains { $0.enumerator.number == 1 }
  }
}
