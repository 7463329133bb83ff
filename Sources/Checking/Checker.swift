import Archives
import Conformance
import DocumentModel
import Findings
import Messages
import PagePictures
import Structure

/// Checks one publication against a spec, start to end: a pure function of the bytes.
///
/// Holds a reader, so it serves one task at a time; every worker has its own.
public struct Checker {
  /// What is wanted of a check beyond the verdicts.
  public struct Options: Sendable {
    public var selection = CodeSelection.all
    /// Whether findings carry the layers that prove them. It costs a second reading of files with faults.
    public var tracesEvidence = true
    public var limits = ReadLimits()
    /// The most pictures of places that findings of a file carry, for reports that show them.
    public var pageCrops = 0
    /// Enough for the causes of a file, and less than half a megabyte.
    public static let usualPageCrops = 12
    /// The day of the check; what depends on it is not judged without one.
    public var today: CalendarDay?

    public init() {}
  }

  public let specification: Specification
  private let options: Options
  private let readers: Readers
  private let structure = StructureReader()
  private let pictures: PagePictures?
  /// The words of a file that its reader refuses as damaged.
  private let wordsOfDamaged: ([UInt8]) -> String?
  private let begin: (Duration) -> Deadline

  public init(specification: Specification, options: Options = Options()) {
    let pictures = PagePictures()
    self.init(specification, options, pictures: pictures) { pictures?.text(of: $0) }
  }

  init(
    _ specification: Specification, _ options: Options = Options(), pictures: PagePictures? = nil,
    begin: @escaping (Duration) -> Deadline = { Deadline($0) },
    wordsOfDamaged: @escaping ([UInt8]) -> String?
  ) {
    self.specification = specification
    self.options = options
    self.pictures = pictures
    self.begin = begin
    self.wordsOfDamaged = wordsOfDamaged
    readers = Readers(limits: options.limits)
  }

  /// The report on one file.
  /// - Parameter path: the path as the report shows it.
  public func check(_ bytes: [UInt8], path: String) -> PublicationReport {
    let sha256 = SHA256.hex(bytes)
    let opening = FileOpening(bytes, path: path, readers: readers) {
      begin(options.limits.time(for: $0))
    }
    do throws(ReadError) {
      return try check(opening, bytes, path: path, sha256: sha256)
    } catch {
      return refused(path, error, format: opening.format, sha256: sha256)
    }
  }

  private func check(
    _ opening: FileOpening, _ bytes: [UInt8], path: String, sha256: String
  ) throws(ReadError) -> PublicationReport {
    let deadline = opening.deadline
    switch opening.result {
    case .success((var document, let reader)):
      if looksAtPictures { try PictureSurvey(reader, bytes, before: deadline).measure(&document) }
      return try judge(document, bytes, reader, before: deadline, path: path, sha256: sha256)
    case .failure(let error):
      guard error.code.isDamage, let reader = opening.format.flatMap({ readers[$0] }),
        let text = wordsOfDamaged(bytes), let document = PlainPages.document(text, limits: options.limits)
      else { throw error }
      return try judge(
        document, bytes, reader, grounds: [.text, .chinese], before: deadline, path: path,
        sha256: sha256)
    }
  }

  /// The report on a file that could not be read: every requirement stays untested but those that ask for a
  /// file which can be opened.
  public func refused(
    _ path: String, _ error: ReadError, format: FileFormat? = nil, sha256: String? = nil
  ) -> PublicationReport {
    let member = Member(
      path: path, role: Self.role(of: format), format: format, sha256: sha256, status: .unreadable,
      error: error)
    var builder = FindingBuilder(places: PlaceFinder(Document(format: format ?? .docx)))
    let outcomes = specification.requirements.map { requirement in
      guard options.selection.includes(requirement), case .rule(let rule) = requirement.check,
        let verdict = rule.check(refusal: error)
      else { return outcome(requirement, .untested, path, reason: Message("check.unreadable")) }
      return report([verdict], of: requirement, path, &builder)
    }
    return PublicationReport(
      id: Self.id(of: path, sha256), title: Self.name(of: path), members: [member], outcomes: outcomes,
      findings: builder.finish().findings)
  }

  /// - Parameter grounds: what of the document could be read.
  private func judge(
    _ document: Document, _ bytes: [UInt8], _ reader: any DocumentReader, grounds: Grounds = .all,
    before deadline: Deadline, path: String, sha256: String
  ) throws(ReadError) -> PublicationReport {
    let structured = structure.elements(of: document)
    let context = CheckContext(document: structured, today: options.today)
    let grounds = structured.isChinese ? grounds : grounds.subtracting(.chinese)
    let lost = structured.lostContent
    var verdicts: [[Verdict]] = []
    for requirement in specification.requirements {
      try deadline.check(requirement.code)
      verdicts.append(self.verdicts(of: requirement, in: context, grounds, lost: lost))
    }
    // What one rule finds private is masked in what every other one quotes.
    let masking = Masking(of: verdicts.flatMap { $0 }, in: document)
    let places = PlaceFinder(document, masking: masking)
    var builder = FindingBuilder(places: places)
    var outcomes: [RequirementOutcome] = []
    for (requirement, verdicts) in zip(specification.requirements, verdicts) {
      outcomes.append(report(verdicts, of: requirement, path, &builder))
    }
    if options.tracesEvidence { builder.addEvidence { try? reader.trace(bytes, $0, before: deadline) } }
    let survey = PictureSurvey(reader, bytes, before: deadline)
    builder.addPictures { survey.picture($0, in: document) }
    var (findings, dropped) = builder.finish()
    var notes = document.notes
    if deadline.isPast {
      notes.append(ReadNote("W_TIMEOUT", detail: "the time was over; evidence and pictures may be left out"))
    }
    if dropped > 0 {
      notes.append(ReadNote("W_FINDINGS_CAPPED", detail: "\(dropped) more findings are left out"))
    }
    let elements = ElementSummary.all(in: structured, places)
    let member = Member(
      path: path, role: Self.role(of: document.format), format: document.format, sha256: sha256,
      status: .checked,
      elements: elements, notes: notes, extent: Extent(of: document), application: document.metadata.program)
    let pictureGap = addCrops(to: &findings, document, masking, bytes)
    let title = masking.text(structured.first(.title)?.text ?? "")
    var report = PublicationReport(
      id: Self.id(of: path, sha256), title: title.isEmpty ? Self.name(of: path) : title,
      members: [member], outcomes: outcomes, findings: findings)
    report.pagePictureGap = pictureGap
    return report
  }

  /// Whether a rule that is asked looks at what pictures show.
  private var looksAtPictures: Bool {
    specification.requirements.contains { requirement in
      guard options.selection.includes(requirement), case .rule(let rule) = requirement.check else {
        return false
      }
      return type(of: rule).looksAtPictures
    }
  }

  /// - Returns: what is not installed, where pictures are wanted and missing.
  private func addCrops(
    to findings: inout [Finding], _ document: Document, _ masking: Masking, _ bytes: [UInt8]
  ) -> PagePictureGap? {
    guard options.pageCrops > 0, PageCropper.isWanted(for: findings, in: document) else { return nil }
    guard let pictures else { return .program }
    var cropper = PageCropper(
      document, masking: masking, tool: pictures, bytes: bytes, limit: options.pageCrops)
    cropper.addCrops(to: &findings)
    return cropper.lacksCharacters ? .characters : nil
  }

  /// Nothing for a requirement that is not asked about or has no rule; no judgement on what could not be read.
  /// - Parameter lost: why the rest of the document proves nothing, where parts of it are lost.
  private func verdicts(
    of requirement: Requirement, in context: CheckContext, _ grounds: Grounds, lost: Message?
  ) -> [Verdict] {
    guard options.selection.includes(requirement), case .rule(let rule) = requirement.check else { return [] }
    let wanted = type(of: rule).grounds
    guard context.document.hasReadableText || !wanted.contains(.text) else {
      let reason = context.document.isRecognised ? "check.recognised" : "check.noText"
      return [.cannotTell(lost ?? Message(reason))]
    }
    guard grounds.contains(.chinese) || !wanted.contains(.chinese) else {
      return [.cannotTell(lost ?? Message("check.notChinese"))]
    }
    guard grounds.isSuperset(of: wanted) else { return [.cannotTell(Message("check.wordsOnly"))] }
    let verdicts = rule.check(on: requirement.roles, in: context)
    guard let lost, !wanted.isEmpty else { return verdicts }
    if verdicts.isEmpty { return [.cannotTell(lost)] }
    return verdicts.map { $0.doubted(for: lost, keepsFaults: !wanted.contains(.chinese)) }
  }

  private func report(
    _ verdicts: [Verdict], of requirement: Requirement, _ path: String, _ builder: inout FindingBuilder
  ) -> RequirementOutcome {
    guard options.selection.includes(requirement) else {
      return outcome(requirement, .untested, path, reason: Message("check.deselected"))
    }
    switch requirement.check {
    case .notYet(_, _, let reason):
      return outcome(requirement, .untested, path, reason: Message("plain.text", ["text": .text(reason)]))
    case .rule:
      var summary = VerdictSummary(verdicts)
      var isHidden = false
      for verdict in verdicts {
        for violation in verdict.violations {
          let code = violation.code ?? requirement.code
          guard options.selection.includes(code, of: requirement) else {
            isHidden = true
            continue
          }
          let outcome = violation.outcome ?? (verdict.outcome == .inapplicable ? .passed : verdict.outcome)
          builder.add(violation, code: code, outcome: outcome, of: requirement)
          summary.shown.insert(outcome)
        }
      }
      // A verdict that rests on what the user did not want to hear of is no verdict.
      if isHidden, summary.outcome == .failed || summary.outcome == .cantTell,
        !summary.shown.contains(summary.outcome)
      {
        return outcome(requirement, .untested, path, reason: Message("check.deselected"))
      }
      var result = outcome(
        requirement, summary.outcome, path, reason: summary.reason.map(builder.places.mask.message))
      result.judgedParagraphs = summary.paragraphs
      result.judgedCharacters = summary.characters
      return result
    }
  }

  private func outcome(
    _ requirement: Requirement, _ outcome: Outcome, _ path: String, reason: Message?
  ) -> RequirementOutcome {
    RequirementOutcome(
      requirement: requirement.id, code: requirement.code, title: requirement.title,
      clause: requirement.clause, severity: requirement.severity, outcome: outcome, member: path,
      reason: reason)
  }

  /// The same for the same file at the same path.
  static func id(of path: String, _ sha256: String?) -> String {
    var hash = Fingerprint()
    hash.add(path)
    hash.add(sha256 ?? "")
    return hash.text
  }

  static func name(of path: String) -> String {
    path.utf8.lastIndex(of: 0x2F).map { String(path[path.utf8.index(after: $0)...]) } ?? path
  }

  private static func role(of format: FileFormat?) -> String {
    switch format {
    case .pdf, .ofd: "pdf"
    case .html: "page"
    case .docx, .doc, .rtf, .wordXML, nil: "word"
    }
  }
}

extension Requirement {
  /// A few words that name it: `标题字体`.
  public var title: Message {
    switch check {
    case .rule: Message("\(code).title")
    case .notYet(_, let title, _): Message("plain.text", ["text": .text(title)])
    }
  }
}

extension ReadError.Code {
  /// The file is what it should be and broken beyond what its reader mends; no lock, and no limit.
  var isDamage: Bool { rawValue == "E_PDF_CORRUPT" }
}
