import Conformance
import DocumentModel
import Grammars

/// 附件说明: the list of annexes under the text, line by line.
struct AnnexList {
  /// An annex that the list names.
  struct Entry {
    var number: Int?
    var name: String
    /// The paragraphs that name it; the last one holds the end of the name.
    var paragraphs: [Int]
    /// Where its number stands in the first of them, up to the name; in Unicode scalars.
    var numberRange: Range<Int>?
  }
  /// The first line of a list: `附件：1.目录`.
  struct Head {
    var paragraph: Int
    var text: [Unicode.Scalar]
    /// Where the colon stands.
    var colon: Int?
    /// Whether the words in front of it are 附件 and nothing more.
    var isPlain: Bool
  }
  private(set) var entries: [Entry] = []
  private(set) var heads: [Head] = []

  init(_ elements: [Element], in document: Document) {
    for element in elements {
      guard let paragraph = element.pieces.first?.paragraph, document.paragraphs.indices.contains(paragraph)
      else { continue }
      read(document.paragraphs[paragraph], paragraph)
    }
  }

  private mutating func read(_ paragraph: Paragraph, _ index: Int) {
    let text = MatchText(paragraph.text)
    if let form = AnnexForm(text) {
      addHead(paragraph, index)
      switch form {
      case .mark: break
      case .head(let number, let name, _):
        var entry = Entry(number: number, name: text.string(name), paragraphs: [index])
        let end = text.origin(name).lowerBound
        if number != nil, let colon = heads.last?.colon, colon + 1 < end {
          entry.numberRange = colon + 1..<end
        }
        entries.append(entry)
      }
      return
    }
    let item = SequenceItem(index, label: paragraph.label, text: paragraph.text)
    if let item, item.level == 3 {
      let length = item.range.map(\.count) ?? 0
      let name = text.string(text.skippingSpaces(from: length)..<text.count)
      entries.append(Entry(number: item.enumerator.number, name: name, paragraphs: [index]))
    } else if entries.isEmpty {
      entries.append(Entry(number: nil, name: text.string, paragraphs: [index]))
    } else {
      entries[entries.count - 1].name += text.string
      entries[entries.count - 1].paragraphs.append(index)
    }
  }

  private mutating func addHead(_ paragraph: Paragraph, _ index: Int) {
    let scalars = [Unicode.Scalar](of: paragraph.text)
    let colon = scalars.prefix(12).firstIndex(where: \.isColon)
    let words = scalars.prefix(colon ?? 0).filter { !$0.isBlank && !$0.isInvisible }
    heads.append(
      Head(paragraph: index, text: scalars, colon: colon, isPlain: words == ["附", "件"]))
  }
}

/// An annex that the file holds: its mark, and the title below it.
struct AnnexPart {
  var mark: Element
  var title: Element?
  var number: Int?

  /// The annexes of a document, in order.
  static func all(in structure: StructuredDocument) -> [AnnexPart] {
    var parts: [AnnexPart] = []
    for element in structure.elements(of: [.annexMark, .annexTitle]) {
      if element.role == .annexMark {
        let form = AnnexForm(MatchText(element.text))
        var number: Int?
        if case .mark(let found, _)? = form { number = found }
        parts.append(AnnexPart(mark: element, title: nil, number: number))
      } else if let last = parts.indices.last, parts[last].title == nil {
        parts[last].title = element
      }
    }
    return parts
  }
}

extension String {
  /// The ideographs, letters and digits: what a name is, however it is set.
  var nameOnly: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: unicodeScalars.filter { $0.isLetterOrHan })
    return String(view)
  }
}
