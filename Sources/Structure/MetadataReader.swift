import Conformance
import Grammars
import Messages

/// Reads the block of labels and values that web sites set above a text.
struct MetadataReader {
  let outline: Outline
  let head: [HeadLine]

  private struct Value {
    var label: MetadataLabel
    var line: Int
    var span: Range<Int>
  }

  func read(into draft: inout Draft) {
    for value in values() where !value.span.isEmpty {
      let text = outline.text(value.line)
      let range = text.origin(value.span)
      var evidence = Evidence()
      evidence.add(0.85, "labelled")
      switch value.label {
      case .number:
        guard draft.first(.number) == nil, DocumentNumber(text, in: value.span) != nil else { continue }
        draft.add(.number, line: value.line, range: range, evidence)
        draft.doubts[.number] = nil
      case .publishDate:
        guard draft.first(.publishDate) == nil, let date = date(in: value, text) else { continue }
        draft.add(
          .publishDate, line: value.line, range: date.range, evidence, iso: date.iso)
      case .writtenDate:
        guard draft.first(.date) == nil, let date = date(in: value, text) else { continue }
        // The sign-off of the text, where there is one, takes its place later.
        draft.add(.date, line: value.line, range: date.range, evidence, iso: date.iso)
      case .issuer:
        guard draft.first(.issuer) == nil else { continue }
        for name in IssuerName.split(text, in: value.span) {
          draft.add(
            .issuer, line: value.line, range: text.origin(name), text: IssuerName.clean(text, in: name),
            evidence)
        }
      case .title:
        guard draft.first(.title) == nil, value.span.count >= 4 else { continue }
        draft.add(.title, line: value.line, range: range, evidence)
        draft.doubts[.title] = nil
      default: continue
      }
    }
    for index in head.indices where head[index].isMetadata { draft.take(index) }
  }

  private func date(in value: Value, _ text: MatchText) -> DocumentDate? {
    DocumentDate.find(in: text).first { value.span.contains($0.span.lowerBound) }
  }

  /// Labels with values in the same line, in the next cell of the row, or in the next line.
  private func values() -> [Value] {
    var values: [Value] = []
    for index in head.indices where head[index].isMetadata {
      let text = outline.text(index)
      let fields = MetadataLabel.fields(in: text)
      for field in fields where !field.value.isEmpty {
        values.append(Value(label: field.label, line: index, span: field.value))
      }
      guard let label = MetadataLabel(text), head.indices.contains(index + 1), head[index + 1].isMetadata,
        outline.paragraph(index).cell?.row == outline.paragraph(index + 1).cell?.row
      else { continue }
      let next = outline.text(index + 1)
      if MetadataLabel(next) == nil, MetadataLabel.fields(in: next).isEmpty {
        values.append(Value(label: label, line: index + 1, span: 0..<next.count))
      }
    }
    return values
  }
}
