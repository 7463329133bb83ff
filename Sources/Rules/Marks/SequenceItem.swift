import Conformance
import DocumentModel
import Grammars

/// A paragraph that begins with a number, as printed: the automatic number or the one in its text.
struct SequenceItem {
  let paragraph: Int
  let enumerator: Enumerator
  /// The number with its marks, character by character; few of them are ever named.
  private let written: ArraySlice<Unicode.Scalar>
  /// Where the mark stands in the paragraph's text; `nil` for an automatic number.
  let range: Range<Int>?
  /// Whether the number may be the first of several in a sentence: `一、二年级`, `10、11月份`.
  let runsOn: Bool

  init?(_ index: Int, _ paragraph: Paragraph) {
    let isAutomatic = !paragraph.label.isEmpty
    let words = isAutomatic ? paragraph.label + " " + paragraph.text : paragraph.text
    var head: [Unicode.Scalar] = []
    head.reserveCapacity(16)
    var lead = 0
    for scalar in words.unicodeScalars {
      if head.isEmpty, scalar.isBlank || scalar.isInvisible {
        lead += 1
        continue
      }
      // A bullet or a letter heads nothing that counts.
      if head.isEmpty, !Enumerator.canBegin(with: scalar) { return nil }
      head.append(scalar.isBlank ? " " : scalar)
      if head.count == 16 { break }
    }
    guard let enumerator = Enumerator(head[...]), enumerator.length <= head.count else { return nil }
    if enumerator.kind == .article, Self.isReference(head.dropFirst(enumerator.length)) { return nil }
    if Self.isClass(enumerator, head) { return nil }
    self.paragraph = index
    self.enumerator = enumerator
    written = head.prefix(enumerator.length)
    range = isAutomatic ? nil : lead..<(lead + enumerator.length)
    runsOn = !isAutomatic && enumerator.runsOn(into: head[min(enumerator.length, head.count)...])
  }

  /// 第五条规定…… speaks of an article, and 第五条之一 is none that counts.
  private static func isReference(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let next = rest.first else { return false }
    if "之的、至和中".unicodeScalars.contains(next) { return true }
    let words = string(rest.prefix(2))
    return ["规定", "明确", "要求", "第一", "第二", "第三", "第四", "第五", "修改", "所称", "增加", "改为"].contains(words)
  }

  /// （3）班 is a class of pupils; 班级, 班主任 and the like are what an item may be about.
  private static func isClass(_ enumerator: Enumerator, _ head: [Unicode.Scalar]) -> Bool {
    guard enumerator.kind == .level(4) || enumerator.kind == .level(2), head.at(enumerator.length) == "班"
    else { return false }
    guard let next = head.at(enumerator.length + 1) else { return true }
    return !"级主子组委务风会干容前后".unicodeScalars.contains(next)
  }

  private static let marks: Set<Unicode.Scalar> = [
    "（", "(", "）", ")", "、", ".", "．", "，", " ", "第", "条", "章", "节", "编", "篇",
  ]

  /// The number with its marks: `（一）`.
  var mark: String { Self.string(written) }

  /// Whether the mark ends with a character.
  func ends(with scalar: Unicode.Scalar) -> Bool { written.last == scalar }

  /// The number alone as written: `一`.
  var numerals: String { Self.string(written.filter { !Self.marks.contains($0) }[...]) }

  /// The mark with another number: `（三）` for `（二）`.
  func mark(numbered number: Int) -> String? {
    guard let level, level < 5, let first = written.firstIndex(where: { !Self.marks.contains($0) }),
      let last = written.lastIndex(where: { !Self.marks.contains($0) })
    else { return nil }
    let numerals = level < 3 ? SequenceCounter.chinese(number) : String(number)
    return Self.string(written[..<first]) + numerals + Self.string(written[(last + 1)...])
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  var level: Int? { if case .level(let level) = enumerator.kind { level } else { nil } }

  /// What the marks look like without the number, so that `1）` is not taken for a further `（1）`.
  var shape: String {
    if let level, level <= 1 || level == 5 { return "\(level)" }
    let hasOpening = written.first == "（" || written.first == "("
    return level == 4 ? (hasOpening ? "4" : "4-") : "\(level ?? 0)"
  }

  /// The mark as the standard writes it.
  var standardMark: String? {
    switch level {
    case 1: numerals + "、"
    case 2, 4: "（" + numerals + "）"
    case 3: numerals + "."
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

  private static let roles: Set<ElementRole> = [.heading1, .heading2, .heading3, .heading4, .body]

  /// The main text, then the annexes, each of which begins anew.
  fileprivate static func all(in structure: StructuredDocument) -> [Sequence] {
    var main: [Int] = []
    var annexes: [[Int]] = [[]]
    for index in structure.elements.indices {
      switch structure.elements[index].role {
      case let role where roles.contains(role):
        for piece in structure.elements[index].pieces { main.append(piece.paragraph) }
      case .annexMark, .annexTitle: annexes.append([])
      case .annexBody:
        for piece in structure.elements[index].pieces { annexes[annexes.count - 1].append(piece.paragraph) }
      default: break
      }
    }
    return ([main] + annexes).filter { !$0.isEmpty }.map { Sequence($0, in: structure.document) }
  }

  /// - Parameter places: paragraphs, some of them more than once.
  private init(_ places: [Int], in document: Document) {
    let paragraphs = document.paragraphs
    var indices: [Int] = []
    for place in places.sorted() where place != indices.last {
      if paragraphs.indices.contains(place), paragraphs[place].cell == nil, paragraphs[place].story == .body {
        indices.append(place)
      }
    }
    self.paragraphs = indices.count
    var items: [SequenceItem] = []
    var last: [String: Int] = [:]
    for index in indices {
      guard let item = SequenceItem(index, paragraphs[index]) else { continue }
      // The first of several numbers in a sentence, unless it is just the one that comes next.
      if item.runsOn, last[item.shape] != item.enumerator.number - 1 { continue }
      last[item.shape] = item.enumerator.number
      items.append(item)
    }
    self.items = items
    let articles = items.filter { $0.enumerator.kind == .article }
    isLaw = articles.count >= 3 && articles.contains { $0.enumerator.number == 1 }
  }
}
