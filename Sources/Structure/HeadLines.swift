import DocumentModel
import Grammars

/// What a line near the start of a document is by its own words.
enum HeadLine {
  case metadata
  case frame(FrameForm)
  case number(DocumentNumber)
  /// A number that shares the line with other parts of the heading.
  case shared(DocumentNumber.Occurrence)
  case caption
  /// A caption that goes on in the next paragraphs.
  case openCaption
  case date(DocumentDate)
  case annexMark
  case contents
  case enumerated
  case prose
  /// Words that may be a title, a letterhead, or the name of an office.
  case plain

  var isPlain: Bool { if case .plain = self { true } else { false } }
  var isMetadata: Bool { if case .metadata = self { true } else { false } }
}

extension Outline {
  /// How many lines the heading of a document may have, metadata of a web page included.
  static let headLimit = 60

  /// Reads the lines of the heading: everything up to the running text.
  func headLines() -> [HeadLine] {
    var head: [HeadLine] = []
    var hasTitleCandidate = false
    var metadataTables: Set<Int> = []
    var rest = Self.headLimit
    for index in lines.indices.prefix(Self.headLimit) {
      var kind = headLine(index)
      if let table = lines[index].table {
        if kind.isMetadata { metadataTables.insert(table) }
        if metadataTables.contains(table) { kind = .metadata }
      }
      head.append(kind)
      if !kind.isMetadata { rest -= 1 }
      switch kind {
      case .plain: hasTitleCandidate = true
      case .frame(.recipient), .frame(.contents), .contents, .enumerated:
        if hasTitleCandidate { return head }
      case .prose: if hasTitleCandidate { return head }
      default: break
      }
      if rest < 20, hasTitleCandidate { return head }
    }
    return head
  }

  private func headLine(_ index: Int) -> HeadLine {
    let text = text(index)
    if text.count > 400 {
      guard text.count <= 6000 else { return .prose }
      return CaptionForm(text) != nil ? .caption : isOpenCaption(text) ? .openCaption : .prose
    }
    if MetadataLabel(text) != nil, lines[index].table != nil || text.scalars.last?.isColon == true {
      return .metadata
    }
    if !MetadataLabel.fields(in: text).isEmpty { return .metadata }
    if text.count <= 90, let number = DocumentNumber(text), number.form != .loose || text.count <= 40 {
      return .number(number)
    }
    if CaptionForm(text) != nil { return .caption }
    if let form = FrameForm(text) {
      if form == .contents { return .contents }
      if case .signer = form, let found = shared(text) { return .shared(found) }
      return .frame(form)
    }
    if let date = DocumentDate(whole: text) ?? bracketedDate(text) { return .date(date) }
    if case .mark = AnnexForm(text) { return .annexMark }
    if isOpenCaption(text) { return .openCaption }
    if let found = shared(text) { return .shared(found) }
    if let kind = Enumerator(text)?.kind, kind != .running { return .enumerated }
    if isProse(index) || (text.count > 130 && TitleForm(text) == nil) { return .prose }
    return .plain
  }

  private func shared(_ text: MatchText) -> DocumentNumber.Occurrence? {
    guard text.count <= 90 else { return nil }
    let found = DocumentNumber.find(in: text)
    guard found.count == 1, let only = found.first, only.context == .beside else { return nil }
    return only
  }

  private func isOpenCaption(_ text: MatchText) -> Bool {
    guard let first = text[0], first == "（" || first == "(",
      text.scalars.last.map({ $0 != "）" && $0 != ")" }) == true
    else { return false }
    return DocumentDate.find(in: text).first.map { $0.span.lowerBound <= 40 } ?? false
  }

  /// `（2022年3月1日）`, as minutes and decisions have it under the title.
  func bracketedDate(_ text: MatchText) -> DocumentDate? {
    guard text.count <= 24, let first = text[0], let last = text.scalars.last, first == "（" || first == "(",
      last == "）" || last == ")"
    else { return nil }
    return DocumentDate.find(in: text).first { $0.span == 1..<(text.count - 1) }
  }
}
