import DocumentModel
import Messages

/// What a person must act on: one cause, all its places.
public struct Finding: Sendable, Hashable {
  /// A stable code such as `FMT-title-font` or `DN-bracket`; one code, one meaning, for ever.
  public var code: String
  /// The id of the requirement in the spec.
  public var requirement: String
  public var severity: Severity
  /// `failed` or `cantTell`; `passed` for a remark on something that conforms.
  public var outcome: Outcome
  /// A few words that name what is wrong: `标题字体`.
  public var title: Message
  /// The whole sentence: where, what is, what should be.
  public var message: Message
  /// What was found and what should be, where a short phrase can say it.
  public var actual: Message?
  public var expected: Message?
  /// The clause of the spec, and the words it rests on.
  public var clause: Clause
  /// The first places, in document order; `placeCount` is the number of all.
  public var places: [Place]
  public var placeCount: Int
  /// How the value came to be, layer by layer, for the first place.
  public var evidence: [Trace]
  /// How the first place looks on its page, for a report that shows pictures.
  public var crop: PageCrop?
  /// How to change it in Word and in WPS.
  public var advice: Advice?
  public var fix: Fix?
  /// What is meant, as a picture: for a page that people look at, and for nothing else.
  public var exhibit: FindingPicture?
  /// The same for the same fault of the same text, whatever else moves.
  public var fingerprint: String

  public init(
    code: String, requirement: String, severity: Severity, outcome: Outcome, title: Message,
    message: Message, actual: Message? = nil, expected: Message? = nil, clause: Clause,
    places: [Place] = [], placeCount: Int? = nil, evidence: [Trace] = [], advice: Advice? = nil,
    fix: Fix? = nil, fingerprint: String = ""
  ) {
    self.code = code
    self.requirement = requirement
    self.severity = severity
    self.outcome = outcome
    self.title = title
    self.message = message
    self.actual = actual
    self.expected = expected
    self.clause = clause
    self.places = places
    self.placeCount = placeCount ?? places.count
    self.evidence = evidence
    self.advice = advice
    self.fix = fix
    self.fingerprint = fingerprint
  }
}

/// A part of a picture of the file, drawn anew and small.
public struct FindingPicture: Hashable, Sendable {
  /// A PNG file of the program's own making, never bytes of the file.
  public var png: [UInt8]
  /// In pixels.
  public var width: Int
  public var height: Int

  public init(png: [UInt8], width: Int, height: Int) {
    self.png = png
    self.width = width
    self.height = height
  }
}

/// The clause that a requirement rests on.
public struct Clause: Hashable, Sendable {
  /// The number or name of the clause in its source, such as `任务分解表·政府信息管理`.
  public var reference: String
  /// The words of the source that say so.
  public var quote: String

  public init(reference: String, quote: String = "") {
    self.reference = reference
    self.quote = quote
  }
}

/// How to change what is wrong, step by step.
public struct Advice: Hashable, Sendable {
  public var word: Message
  /// `nil` where WPS takes the same steps.
  public var wps: Message?

  public init(word: Message, wps: Message? = nil) {
    self.word = word
    self.wps = wps
  }
}
