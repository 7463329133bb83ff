import Conformance
import Grammars
import Messages

extension HeadReader {
  /// 发文字号: a line of the heading that is a number, or holds one beside other parts of the heading.
  func readNumber(into draft: inout Draft) {
    guard draft.first(.number) == nil else { return }
    var found: [(index: Int, number: DocumentNumber, range: Range<Int>?)] = []
    for index in head.indices {
      switch head[index] {
      case .number where isListed(index): continue
      case .number(let number) where number.form != .bare || allowsBareNumber(index):
        found.append((index, number, nil))
      case .shared(let occurrence): found.append((index, occurrence.number, occurrence.number.range))
      default: continue
      }
    }
    guard let first = found.first else { return doubtNumber(in: &draft) }
    var evidence = Evidence()
    switch first.number.form {
    case .standard: evidence.add(0.75, "numberStandard")
    case .order, .announcement: evidence.add(0.7, "numberNamed")
    case .bare: evidence.add(0.5, "numberBare")
    case .old, .loose: evidence.add(0.6, "numberFaulty")
    }
    evidence.add(0.5, "alone", if: first.range == nil)
    evidence.add(0.5, "besideTitle", if: isBesideTitle(first.index, in: draft))
    evidence.weaken(0.85, "severalNumbers", if: found.count > 1)
    evidence.weaken(0.8, "unsure", if: first.number.defects.contains { $0.kind == .hao || $0.kind == .open })
    if let range = first.range {
      draft.add(.number, line: first.index, range: range, evidence)
      addSigner(beside: range, on: first.index, to: &draft)
    } else {
      draft.add(.number, line: first.index, evidence)
    }
  }

  /// Numbers in the rows of a table under the title are those of other documents.
  private func isListed(_ index: Int) -> Bool { index >= afterTitle && outline.isInLargeTable(index) }

  /// A bare 第5号 is a number only under the name of an order, an announcement or minutes.
  private func allowsBareNumber(_ index: Int) -> Bool {
    (max(0, index - 3)..<index).contains { line in
      guard head[line].isPlain else { return false }
      let text = outline.text(line)
      return ["令", "公告", "通告", "纪要", "公报", "通报", "简报"].contains { text.hasSuffix($0) }
    }
  }

  private func isBesideTitle(_ index: Int, in draft: Draft) -> Bool {
    if let title, index == title.lines.upperBound + 1 || index == title.lines.lowerBound - 1 { return true }
    return [index - 1, index + 1].contains { line in
      guard draft.isTaken(line), outline.lines.indices.contains(line) else { return false }
      let paragraph = outline.lines[line].paragraph
      return draft.elements.contains { element in
        element.pieces.contains { $0.paragraph == paragraph } && element.role != .annexMark
      }
    }
  }

  private func addSigner(beside range: Range<Int>, on index: Int, to draft: inout Draft) {
    let text = outline.text(index)
    guard let start = text.firstIndex(of: "签发人"),
      let colon = (start..<text.count).first(where: { text[$0]?.isColon == true })
    else { return }
    var end = text.count
    if let number = DocumentNumber.find(in: text).first, number.span.lowerBound > colon {
      end = number.span.lowerBound
    }
    var name = (colon + 1)..<end
    while text[name.lowerBound] == " ", name.count > 1 { name = (name.lowerBound + 1)..<name.upperBound }
    while text[name.upperBound - 1] == " ", name.count > 1 { name = name.lowerBound..<(name.upperBound - 1) }
    guard !name.isEmpty else { return }
    var evidence = Evidence()
    evidence.add(0.7, "words")
    evidence.add(0.6, "besideNumber")
    draft.add(.signer, line: index, range: text.origin(name), evidence)
  }

  private func doubtNumber(in draft: inout Draft) {
    for index in head.indices where head[index].isPlain && !draft.isTaken(index) {
      let text = outline.text(index)
      guard text.count <= 40, text.scalars.contains(where: { $0 == "号" || $0 == "〔" || $0 == "〕" }) else {
        continue
      }
      draft.doubts[.number] = Message("structure.doubt.number", ["text": .text(text.string)])
      return
    }
    if head.contains(where: { if case .number(let number) = $0 { number.form == .bare } else { false } }) {
      draft.doubts[.number] = Message("structure.doubt.numberBare")
    }
  }
}
