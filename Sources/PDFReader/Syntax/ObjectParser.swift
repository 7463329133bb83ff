/// Parses objects (ISO 32000-1, 7.3) from borrowed bytes. Forgives what readers forgive; never traps.
struct ObjectParser {
  var lexer: Lexer
  /// Whether `1 0 R` is a reference; not in content streams.
  let allowsReferences: Bool

  /// How many objects were parsed.
  private(set) var count = 0
  /// Whether something was nested too deeply, or longer than any name or number of objects should be.
  private(set) var isExcessive = false
  /// Whether the data ended inside an array or a dictionary.
  private(set) var isCut = false

  /// Objects nested deeper than this are read as null.
  static let deepestNesting = 128
  /// One object holds no more than so many; what follows is left out.
  static let mostObjects = 2_000_000
  /// The standard's limit is 127 bytes (ISO 32000-1, annex C); some files go beyond.
  private static let longestName = 4096

  init(_ bytes: UnsafeRawBufferPointer, at position: Int = 0, allowsReferences: Bool = true) {
    lexer = Lexer(bytes, at: position)
    self.allowsReferences = allowsReferences
  }

  /// The next object; `nil` at the end, at a closing bracket and at a word that is no object, none of which
  /// is read.
  mutating func object(depth: Int = 0) -> PDFObject? {
    lexer.skipWhite()
    count &+= 1
    let byte = lexer.peek()
    switch byte {
    case 0x2F:
      let name = lexer.name()
      if name.count > Self.longestName { isExcessive = true }
      return .name(name)
    case 0x28:
      var bytes: [UInt8] = []
      lexer.literalString(into: &bytes)
      return .string(bytes)
    case 0x3C:
      if lexer.peek(1) == 0x3C { return dictionary(depth: depth).map { .dictionary($0) } ?? .null }
      var bytes: [UInt8] = []
      lexer.hexString(into: &bytes)
      return .string(bytes)
    case 0x5B: return array(depth: depth)
    case 0x30...0x39: return allowsReferences ? numberOrReference() : number()
    case 0x2B, 0x2D, 0x2E: return number()
    case 0x74: return lexer.skip(keyword: "true") ? .boolean(true) : nil
    case 0x66: return lexer.skip(keyword: "false") ? .boolean(false) : nil
    case 0x6E: return lexer.skip(keyword: "null") ? .null : nil
    default: return nil
    }
  }

  private mutating func number() -> PDFObject {
    switch lexer.number() {
    case .integer(let value): .integer(value)
    case .real(let value): .real(value)
    }
  }

  /// `12`, `1.5` or `12 0 R`.
  private mutating func numberOrReference() -> PDFObject {
    let first = number()
    guard case .integer(let number) = first, Lexer.isWhite(lexer.peek()) else { return first }
    let behind = lexer.position
    lexer.skipWhite()
    if Lexer.isDigit(lexer.peek()), let generation = lexer.unsigned(), Lexer.isWhite(lexer.peek()) {
      lexer.skipWhite()
      if lexer.peek() == 0x52, !Lexer.isRegular(lexer.peek(1)) {
        lexer.advance()
        return .reference(ObjectID(number, generation))
      }
    }
    lexer.position = behind
    return first
  }

  private mutating func array(depth: Int) -> PDFObject {
    lexer.advance()
    guard depth < Self.deepestNesting, count < Self.mostObjects else {
      skipNested()
      return .null
    }
    var elements: [PDFObject] = []
    while true {
      if let element = object(depth: depth + 1) {
        if count < Self.mostObjects { elements.append(element) } else { isExcessive = true }
        continue
      }
      switch lexer.peek() {
      case 0x5D:
        lexer.advance()
        return .array(elements)
      case -1:
        isCut = true
        return .array(elements)
      default: if !skipStray(in: .array) { return .array(elements) }
      }
    }
  }

  /// A dictionary at its `<<`; `nil` when it is nested too deeply.
  mutating func dictionary(depth: Int = 0) -> PDFDictionary? {
    lexer.advance(2)
    guard depth < Self.deepestNesting, count < Self.mostObjects else {
      skipNested()
      return nil
    }
    var entries: [PDFDictionary.Entry] = []
    while true {
      lexer.skipWhite()
      switch lexer.peek() {
      case 0x2F:
        let key = lexer.name()
        // A key without a value, as before `>>`, says nothing.
        guard let value = object(depth: depth + 1) else { continue }
        if count < Self.mostObjects { entries.append((key, value)) } else { isExcessive = true }
      case 0x3E:
        lexer.advance(lexer.peek(1) == 0x3E ? 2 : 1)
        return PDFDictionary(entries)
      case -1:
        isCut = true
        return PDFDictionary(entries)
      default:
        if object(depth: depth + 1) == nil, !skipStray(in: .dictionary) { return PDFDictionary(entries) }
      }
    }
  }

  private enum Container { case array, dictionary }

  /// Passes over what does not belong; `false` at a word that ends every object, so that one unclosed
  /// bracket does not swallow the file.
  private mutating func skipStray(in container: Container) -> Bool {
    let byte = lexer.peek()
    if Lexer.isRegular(byte) {
      let start = lexer.position
      if lexer.starts(with: "endobj") || lexer.starts(with: "stream") || lexer.starts(with: "endstream") {
        return false
      }
      _ = lexer.word()
      return lexer.position > start
    }
    if container == .array, byte == 0x3E, lexer.peek(1) == 0x3E { return false }
    lexer.advance()
    return byte >= 0
  }

  /// Skips the rest of an array or dictionary that is nested too deeply, without recursion.
  private mutating func skipNested() {
    isExcessive = true
    var open = 1
    var ignored: [UInt8] = []
    while open > 0, lexer.peek() >= 0 {
      lexer.skipWhite()
      switch lexer.peek() {
      case 0x28:
        lexer.literalString(into: &ignored)
        ignored.removeAll(keepingCapacity: true)
      case 0x5B:
        open &+= 1
        lexer.advance()
      case 0x5D:
        open &-= 1
        lexer.advance()
      case 0x3C where lexer.peek(1) == 0x3C:
        open &+= 1
        lexer.advance(2)
      case 0x3E where lexer.peek(1) == 0x3E:
        open &-= 1
        lexer.advance(2)
      default:
        if lexer.starts(with: "endobj") { return }
        lexer.advance()
      }
    }
  }
}
