import DocumentModel

/// Reads an RTF file from start to end: keeps the formatting that is in force, and hands text on.
///
/// Groups are kept on a stack of its own, so that no file makes the program's stack grow. What the kinds of
/// words mean is in the extensions.
struct Interpreter {
  /// Real files nest some dozens deep.
  static let deepestGroup = 1_000
  static let deepestStory = 16

  var tokenizer: Tokenizer
  var header = Header()
  var state = GroupState()
  var groups: [GroupState] = []
  var frames = [StoryFrame(.body)]
  /// For each story that interrupts another, whether it is a text box, whose text stays behind its anchor.
  var isTextBox: [Bool] = []
  var builder: DocumentBuilder
  var styles = StyleCache()

  /// Bytes of text that wait to be decoded, for a character may be of two of them.
  var pending: [UInt8] = []
  /// The first half of a character beyond U+FFFF (`\u` writes UTF-16).
  var highSurrogate: UInt16?
  /// How many bytes behind a `\u` are still to be passed over.
  var skips = 0
  /// The text of a gathered destination.
  var gathered: [UInt8] = []
  /// What was gathered of a face's name when its other name began.
  var nameBeforeAlternate: [UInt8] = []
  var hidden: [UInt8] = []
  /// How much is inserted, moved or deleted at the place where text was added last.
  var lastRevision: CharacterProperties.Flags = []

  var font: (number: Int32, font: Font)?
  var style = Style()
  var color: (red: Int, green: Int, blue: Int)?
  var time = TimeParts()
  var userName = ""
  var annotationAuthor = ""
  var section = SectionState()
  var drawing = DrawingState()
  /// The default of `\sectd`: what the header of the file says of pages.
  var pageDefaults = Section()

  init(_ bytes: [UInt8], from start: Int = 0, limits: ReadLimits, keepsLayers: Bool) {
    tokenizer = Tokenizer(bytes, from: start)
    builder = DocumentBuilder(limits: limits, keepsLayers: keepsLayers)
    pageDefaults = SectionState.letter
    section.section = pageDefaults
  }

  /// Reads the file.
  /// - Throws: `E_TYPE` for what is no document at all, `E_LIMIT`, `E_TIMEOUT`.
  mutating func run(before deadline: Deadline) throws(ReadError) {
    var isOpen = false
    var steps = Deadline.Steps(deadline)
    reading: while true {
      if steps.arePast() { throw deadline.error(at: "byte \(tokenizer.position)") }
      switch tokenizer.next() {
      case .open:
        try open()
        isOpen = true
      case .close:
        try close()
        if groups.isEmpty { break reading }
      case .word(let keyword, let parameter):
        flush()
        try take(keyword, parameter)
      case .symbol(let byte):
        try take(symbol: byte)
      case .hex(let byte):
        if skips > 0 { skips -= 1 } else { add(byte) }
      case .text(let range):
        add(range)
      case .binary:
        if skips > 0 { skips -= 1 }
      case .end:
        builder.note("W_RTF_TRUNCATED", "the file ends inside \(groups.count) groups")
        break reading
      }
    }
    guard isOpen else { throw ReadError(.type, detail: "no group") }
    try finish()
  }

  // MARK: Groups

  private mutating func open() throws(ReadError) {
    flush()
    skips = 0
    guard groups.count < Self.deepestGroup else {
      throw ReadError(.type, detail: "groups nest deeper than \(Self.deepestGroup)")
    }
    groups.append(state)
    state.opensDestination = false
    state.opensStory = false
    state.isOptional = false
    switch state.destination {
    case .fontTable: begin(.font)
    case .styles: begin(.style)
    case .authors: begin(.author)
    case .alternatives: state.destination = .ignored
    default: break
    }
  }

  private mutating func close() throws(ReadError) {
    flush()
    skips = 0
    guard let outer = groups.popLast() else { return }
    let closed = state
    if closed.opensStory { try endStory() }
    state = outer
    if closed.opensDestination { endDestination(closed) }
  }

  /// Gives the group that is open a destination of its own.
  mutating func begin(_ destination: Destination) {
    if destination == .alternateName { nameBeforeAlternate = gathered }
    state.destination = destination
    state.opensDestination = true
    if destination.isGathered { gathered.removeAll(keepingCapacity: true) }
    switch destination {
    case .font: font = nil
    case .style:
      style = Style()
      state.characters = CharacterProperties()
      state.paragraph = ParagraphProperties()
    case .time: time = TimeParts()
    default: break
    }
  }

  private mutating func finish() throws(ReadError) {
    flush()
    while frames.count > 1 { try endStory() }
    try endBody()
    builder.document.alternateFaceNames = header.fonts.alternateNames
  }
}
