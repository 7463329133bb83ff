import Conformance
import DocumentModel
import Findings
import Messages
import Rules
import Specifications
import Testing

/// What the corrections of findings promise: applied to the example, they take the fault away, change nothing
/// else, and bring no other fault.
@Suite struct FixTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: any Rule.Type
    let example: Example
    var testDescription: String { "\(rule.description.code): \(example.title)" }
  }

  static let cases = RuleExamplesTests.cases.map { Case(rule: $0.rule, example: $0.example) }

  @Test(arguments: cases) func aCorrectionTakesItsFaultAway(_ c: Case) throws {
    let rule = try Self.loaded(c)
    let before = try #require(Self.verdict(rule, c.example.document, c).first)
    for violation in before.violations {
      guard let fix = violation.fix else { continue }
      let code = violation.code ?? c.rule.description.code
      #expect(!fix.edits.isEmpty, "\(code)")
      expectInPlace(fix, violation, c.example.document.document)
      let changed = try #require(apply(fix, to: c.example.document), "\(code): edits overlap")
      let after = try #require(Self.verdict(rule, changed, c).first)
      let left = after.violations.filter {
        ($0.code ?? c.rule.description.code) == code && $0.message.key == violation.message.key
      }
      #expect(left.isEmpty, "\(code) is still there: \(changed.document.paragraphs.map(\.text))")
      let known = Set(before.violations.map { $0.code ?? c.rule.description.code })
      for new in after.violations where new.outcome == nil || new.outcome == .failed {
        #expect(
          known.contains(new.code ?? c.rule.description.code), "\(code) brings \(new.code ?? "another")")
      }
    }
  }

  /// Of what carries no correction the catalogue says why.
  @Test func everyCodeCarriesACorrectionOrSaysWhyNot() throws {
    let corrected = try Self.correctedCodes()
    for code in RuleCatalogueTests.codes where !Self.gathering.contains(code) {
      let isExcused = Catalogue.builtIn.entries["\(code).noFix"] != nil
      #expect(corrected.contains(code) != isExcused, "\(code)")
    }
  }

  /// Rules whose findings all have a sub-code.
  static let gathering: Set = ["CITE-form", "NUM-form", "PUNC-form", "TITLE-form", "TWIN-clean"]

  /// The codes whose examples carry a correction: so that one is not lost unseen.
  @Test func theseCodesCarryACorrection() throws {
    let codes = try Self.correctedCodes()
    let expected: Set<String> = [
      "ATT-brackets", "ATT-colon", "ATT-endpunct", "ATT-list", "ATT-mark", "ATT-seq", "CAP-paren",
      "CITE-nest",
      "CITE-num",
      "CITE-order", "DATE-form", "DATE-zero", "DN-bracket", "DN-cnseq", "DN-di", "DN-fullwidth", "DN-hao",
      "DN-nian", "DN-open", "DN-space", "DN-tail", "DN-year2", "DN-zero", "FMT-body-font", "FMT-body-size",
      "FMT-body-spacing", "FMT-docnum-font", "FMT-docnum-size", "FMT-title-bold", "FMT-title-font",
      "FMT-title-size", "FUZHU", "FUZHU-paren", "NUM-approx", "NUM-era", "NUM-mixed", "NUM-range",
      "NUM-thousand", "NUM-unit", "SEAL-wording", "NUM-width", "PRIV-address", "PRIV-bank", "PRIV-email",
      "PRIV-id",
      "PRIV-mask",
      "PRIV-mobile", "PRIV-passport", "PRIV-plate", "PUNC-dash", "PUNC-dup", "PUNC-ellipsis", "PUNC-enum",
      "PUNC-half", "PUNC-heading", "PUNC-quote", "PUNC-seq", "PUNC-space", "SEQ-dup", "SEQ-form", "SEQ-mixed",
      "TITLE-punct",
      "TITLE-shuming", "TITLE-space", "FMT-color", "PRIV-column", "SEAL-present", "SEAL-present-drawn",
      "SEAL-present-object", "SEAL-present-chop", "SEAL-present-edge", "SEAL-present-stamp",
      "SEAL-signature-line",
      "SIGN-pos",
      "TWIN-clean-author", "TWIN-clean-comment", "TWIN-clean-macro", "TWIN-clean-manager",
      "TWIN-clean-revision", "TWIN-clean-template",
    ]
    #expect(codes == expected, "lost \(expected.subtracting(codes)), new \(codes.subtracting(expected))")
  }

  private static func correctedCodes() throws -> Set<String> {
    var codes: Set<String> = []
    for c in cases {
      for verdict in verdict(try loaded(c), c.example.document, c) {
        for violation in verdict.violations where violation.fix != nil {
          codes.insert(violation.code ?? c.rule.description.code)
        }
      }
    }
    return codes
  }

  // MARK: Asking the rule

  private static func loaded(_ c: Case) throws -> any Rule {
    let roles = c.example.roles.map(\.name).joined(separator: ", ")
    var lines = ["id: test", "title: t", "source: s", "requirements:", "  - id: one", "    clause: c"]
    lines += ["    severity: error", "    on: [\(roles)]", "    rule: \(c.rule.description.code)"]
    lines += c.example.settings.split(separator: "\n").map { "    " + $0 }
    let spec = try SpecLibrary.builtIn.load(
      text: lines.joined(separator: "\n"), file: "example.yaml", rules: .builtIn)
    let requirement = try #require(spec.requirements.first)
    guard case .rule(let rule) = requirement.check else { throw NoRule() }
    return rule
  }

  private struct NoRule: Error {}

  private static func verdict(_ rule: any Rule, _ document: StructuredDocument, _ c: Case) -> [Verdict] {
    rule.check(on: c.example.roles, in: CheckContext(document: document, today: c.example.today))
  }

  // MARK: Edits

  /// Every edit lies inside a paragraph that the violation names, and in its text. A number that is moved up
  /// moves those behind it.
  private func expectInPlace(_ fix: Fix, _ violation: Violation, _ document: Document) {
    let named = Set(violation.pieces.map(\.paragraph))
    for edit in fix.edits {
      guard let (paragraph, range) = Self.place(edit) else { continue }
      #expect(named.contains(paragraph) || violation.code == "SEQ-dup")
      #expect(document.paragraphs.indices.contains(paragraph))
      guard document.paragraphs.indices.contains(paragraph), let range else { continue }
      let count = document.paragraphs[paragraph].text.unicodeScalars.count
      #expect(range.lowerBound >= 0 && range.upperBound <= count, "\(range) in \(count)")
    }
  }

  /// The place in the text; `nil` for what is no part of it.
  private static func place(_ edit: Edit) -> (paragraph: Int, range: Range<Int>?)? {
    switch edit {
    case .setEastAsianFace(_, let paragraph, let range), .setSize(_, let paragraph, let range),
      .setBold(_, let paragraph, let range), .setColor(_, let paragraph, let range):
      (paragraph, range)
    case .setLineSpacing(_, let paragraph), .setAlignment(_, let paragraph): (paragraph, nil)
    case .replaceText(_, let paragraph, let range): (paragraph, range)
    case .removeFigure, .clearProperty, .removeComments, .acceptRevisions, .detachTemplate, .removeMacros: nil
    }
  }

  /// The document with the edits made, last place first; `nil` when two of them overlap.
  private func apply(_ fix: Fix, to structure: StructuredDocument) -> StructuredDocument? {
    var structure = structure
    var edits: [Edit] = []
    for edit in fix.edits where !edits.contains(edit) { edits.append(edit) }
    edits.sort { Self.order($0) > Self.order($1) }
    var starts: [Int: Int] = [:]
    for edit in edits {
      guard let (index, range) = Self.place(edit) else {
        change(&structure.document, by: edit)
        continue
      }
      if case .replaceText = edit, let range {
        if let start = starts[index], range.upperBound > start { return nil }
        starts[index] = range.lowerBound
      }
      guard structure.document.paragraphs.indices.contains(index) else { return nil }
      change(&structure.document.paragraphs[index], by: edit)
    }
    for index in structure.elements.indices {
      let pieces = structure.elements[index].pieces
      structure.elements[index].text = pieces.map { structure.document.paragraphs[$0.paragraph].text }
        .joined()
    }
    return structure
  }

  /// Later places and later figures first, so that earlier ones keep their index.
  private static func order(_ edit: Edit) -> Int {
    if case .removeFigure(let index) = edit { return index }
    return place(edit)?.range?.lowerBound ?? 0
  }

  /// What is beside the text.
  private func change(_ document: inout Document, by edit: Edit) {
    switch edit {
    case .removeFigure(let index):
      if document.figures.indices.contains(index) { document.figures.remove(at: index) }
    case .clearProperty(.creator): document.metadata.creator = nil
    case .clearProperty(.lastModifiedBy): document.metadata.lastModifiedBy = nil
    case .clearProperty(.manager): document.metadata.manager = nil
    case .removeComments: document.residue.comments = 0
    case .acceptRevisions:
      (document.residue.insertions, document.residue.deletions) = (0, 0)
      (document.residue.moves, document.residue.formatChanges) = (0, 0)
    case .detachTemplate: document.residue.attachedTemplate = nil
    case .removeMacros: document.residue.hasMacros = false
    case .setEastAsianFace, .setSize, .setBold, .setLineSpacing, .setAlignment, .replaceText, .setColor: break
    }
  }

  private func change(_ paragraph: inout Paragraph, by edit: Edit) {
    var scalars: [(scalar: Unicode.Scalar, style: TextStyle)] = paragraph.spans.flatMap { text, style in
      text.unicodeScalars.map { ($0, style) }
    }
    let place = Self.place(edit)?.range
    let range = (place ?? 0..<scalars.count).clamped(to: 0..<scalars.count)
    switch edit {
    case .replaceText(let words, _, _):
      let style = scalars[range].first?.style ?? scalars.first?.style ?? TextStyle("宋体", 12)
      scalars.replaceSubrange(range, with: words.unicodeScalars.map { ($0, style) })
    case .setLineSpacing(let spacing, _): paragraph.format.lineSpacing = spacing
    case .setAlignment(let alignment, _): paragraph.format.alignment = alignment
    case .setEastAsianFace(let name, _, _):
      for index in range { scalars[index].style = scalars[index].style.with(face: name) }
    case .setSize(let size, _, _):
      for index in range { scalars[index].style = scalars[index].style.with(size: size) }
    case .setBold(let bold, _, _):
      for index in range { scalars[index].style = scalars[index].style.with(bold: bold) }
    case .setColor(let color, _, _):
      for index in range { scalars[index].style = scalars[index].style.with(color: .some(color)) }
    case .removeFigure, .clearProperty, .removeComments, .acceptRevisions, .detachTemplate, .removeMacros:
      break
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.map(\.scalar))
    paragraph.text = String(view)
    paragraph.runs = scalars.map { Run(utf8Count: String($0.scalar).utf8.count, style: $0.style) }
  }
}

extension TextStyle {
  fileprivate func with(
    face: String? = nil, size: Length? = nil, bold: Bool? = nil, color: Color?? = nil
  ) -> TextStyle {
    var faces = faces
    if let face { faces.eastAsia = FontFace(face) }
    return TextStyle(
      faces: faces, hint: hint, size: size ?? self.size, bold: bold ?? isBold,
      color: color ?? self.color,
      verticalPosition: verticalPosition)
  }
}
