import Conformance
import DocumentModel
import Findings
import Grammars
import Messages

/// The document number has the strict form `机关代字〔年份〕×号` (rules.md §4.1).
public struct DocumentNumberFormRule: Rule {
  /// Kinds of document whose number may be `×令第×号`, `×公告×年第×号`.
  let namedKinds: [String]?
  /// Kinds under whose name a bare `第×号` may stand.
  let bareKinds: [String]?
  /// Whether a year that differs from that of the date is for a person to see.
  let compareYear: Bool?
  let certainty: Share?

  public static let description = RuleDescription(
    code: "DN-form",
    subcodes: DocumentNumber.Defect.Kind.allCases.map(\.code) + ["DN-signyear", "DN-future"],
    sources: ["GB/T 9704-2012, 7.2.5", "党政机关公文处理工作条例（2012），第九条"],
    settings: [
      Setting("namedKinds", .list(.text), standard: "[\(standardNamedKinds.joined(separator: ", "))]"),
      Setting("bareKinds", .list(.text), standard: "[\(standardBareKinds.joined(separator: ", "))]"),
      Setting("compareYear", .flag, standard: "true"), .certainty,
    ],
    examples: examples)

  static let standardBareKinds = ["令", "命令", "公告", "通告", "纪要"]
  /// Orders and announcements, and what they issue: the published text bears the title of the regulation.
  static let standardNamedKinds = ["令", "命令", "公告", "通告", "决定", "条例", "规定", "办法", "细则", "规则"]

  public func check(_ text: RoleText, in context: CheckContext) -> Verdict {
    switch text.judgeable(certainty?.value ?? Element.leastCertainty, in: context) {
    case .failure(let absence): return absence.verdict
    case .success(let elements):
      let found = elements.map { verdict(PlainText($0, in: context.document.document), context) }
      return Verdict.worst(of: found).judging(
        paragraphs: elements.reduce(0) { $0 + $1.pieces.count },
        characters: elements.reduce(0) { $0 + $1.text.unicodeScalars.count })
    }
  }

  private func verdict(_ text: PlainText, _ context: CheckContext) -> Verdict {
    let document = context.document
    let number = DocumentNumber(text.text)
    guard let number, number.isRight || !number.defects.isEmpty else {
      let doubt = Violation(
        Message("DN-form.unread", ["text": .text(text.text)]), at: text.pieces(of: 0..<0))
      return .cannotTell(doubt.message, [doubt])
    }
    var faults = faults(of: number, text, signed: document.signedYear)
    let isFuture = futureYear(number, text, context.today).map { faults.append($0) } != nil
    var doubts = faults.isEmpty ? self.doubts(of: number, text, document) : .conforms
    if compareYear ?? true, !isFuture, let doubt = yearDoubt(number, text, document) {
      doubts = Verdict.worst(of: [doubts, .cannotTell(doubt.message, [doubt])])
    }
    return faults.isEmpty ? doubts : Verdict.worst(of: [.violates(faults), doubts])
  }

  /// One violation for each kind of defect.
  private func faults(of number: DocumentNumber, _ text: PlainText, signed: Int?) -> [Violation] {
    var kinds: [DocumentNumber.Defect.Kind] = []
    for defect in number.defects where !kinds.contains(defect.kind) { kinds.append(defect.kind) }
    return kinds.map { kind in
      let defects = number.defects.filter { $0.kind == kind }
      let found = defects.map(\.text).joined(separator: " ")
      let advice =
        number.suggestion.map { Message("DN-form.suggestion", ["expected": .text($0)]) }
        ?? Message("DN-form.noSuggestion")
      return Violation(
        code: kind.code,
        Message(
          "\(kind.code).failed",
          ["found": .text(found), "actual": .text(number.text), "advice": .message(advice)]),
        actual: Message("typography.name", ["name": .text(number.text)]),
        expected: number.suggestion.map { Message("typography.name", ["name": .text($0)]) },
        at: defects.flatMap { text.pieces(of: $0.range) }.uniqued, fix: fix(number, text, signed: signed))
    }
  }

  private func fix(_ number: DocumentNumber, _ text: PlainText, signed: Int?) -> Fix? {
    guard let place = text.replaceable(number.range),
      let words = number.suggestion ?? likely(number, signed: signed)
    else { return nil }
    return Fix(
      safety: number.suggestion == nil ? .needsReview : .safe,
      edits: [.replaceText(words, paragraph: place.paragraph, range: place.range)])
  }

  /// What a number that is not certain most likely is: 号 where none stands, the bracket that is missing, the
  /// year of two digits in full where the date of signing bears it out. Which code, sequence number or year
  /// is meant where they are missing or wrong, and which of several numbers, only the register tells.
  private func likely(_ number: DocumentNumber, signed: Int?) -> String? {
    let open: Set<DocumentNumber.Defect.Kind> = [.code, .multi, .old, .latin, .seq, .year]
    var year = number.year
    if let short = number.defects.first(where: { $0.kind == .year2 }) {
      year = signed.flatMap { String($0).hasSuffix(short.text) ? $0 : nil }
    }
    guard let year, let sequence = number.sequence, sequence > 0,
      number.form == .loose || number.form == .standard, !number.code.isEmpty,
      number.defects.allSatisfy({ !open.contains($0.kind) })
    else { return nil }
    let code = MatchText(number.code).dense.string
    let right = "\(code)〔\(year)〕\(sequence)号"
    // What it is made of may not be what was meant: only what reads right is proposed.
    return DocumentNumber(right)?.isRight == true ? right : nil
  }

  /// Whether a number of an order or announcement agrees with what the document is.
  private func doubts(
    of number: DocumentNumber, _ text: PlainText, _ document: StructuredDocument
  ) -> Verdict {
    let kinds: [String]
    switch number.form {
    case .standard, .old, .loose: return .conforms
    case .order, .announcement: kinds = namedKinds ?? Self.standardNamedKinds
    case .bare: kinds = bareKinds ?? Self.standardBareKinds
    }
    let names = (document.elements(.title) + document.elements(.letterhead)).map { MatchText($0.text) }
    let place = text.pieces(of: number.range)
    guard !names.isEmpty else {
      let doubt = Violation(Message("DN-form.noKind", ["actual": .text(number.text)]), at: place)
      return .cannotTell(doubt.message, [doubt])
    }
    let isNamed = names.contains { name in
      let kind = TitleForm(name)?.kind
      return kinds.contains { $0 == kind || name.hasSuffix($0) }
    }
    if isNamed { return .conforms }
    let fault = Violation(Message("DN-form.failed", ["actual": .text(number.text)]), at: place)
    return number.form == .bare ? .violates([fault]) : .cannotTell(fault.message, [fault])
  }

  /// A year that has not come yet: such a number cannot have been given.
  private func futureYear(_ number: DocumentNumber, _ text: PlainText, _ today: CalendarDay?) -> Violation? {
    guard let today, let year = number.year, year > today.year,
      !number.defects.contains(where: { $0.kind == .year || $0.kind == .year2 })
    else { return nil }
    return Violation(
      code: "DN-future",
      Message("DN-future.failed", ["year": .text(String(year)), "today": .text(today.description)]),
      at: text.pieces(of: number.range))
  }

  private func yearDoubt(
    _ number: DocumentNumber, _ text: PlainText, _ document: StructuredDocument
  ) -> Violation? {
    guard let year = number.year, let signed = document.signedYear, year != signed else { return nil }
    return Violation(
      code: "DN-signyear", outcome: .cantTell,
      Message("DN-signyear.failed", ["year": .text(String(year)), "signed": .text(String(signed))]),
      at: text.pieces(of: number.range))
  }
}

extension StructuredDocument {
  /// The year of the date of signing.
  fileprivate var signedYear: Int? { first(.date)?.iso.flatMap { Int($0.prefix(4)) } }
}

extension DocumentNumber.Defect.Kind {
  /// The code of findings of this kind: `DN-bracket`.
  var code: String { "DN-\(rawValue)" }
}

extension Array where Element: Hashable {
  /// The elements in order, each once.
  var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
