import Glibc

/// Indirect objects in the file itself (ISO 32000-1, 7.3.10).
extension PDFFile {
  /// The object at an offset; `nil` when there is none of that number.
  func parseIndirect(at offset: Int, expecting number: Int) -> PDFObject? {
    guard !work.isSpent else {
      note("W_PDF_STRUCTURE", "objects overlap or do not end; not all were read")
      return .null
    }
    let places = headerOffset > 0 ? [offset, offset &+ headerOffset] : [offset]
    for place in places where place > 0 && place < bytes.count {
      if let found = indirectObject(at: place), found.id.number == number { return found.object }
    }
    return nil
  }

  /// The object that is defined at an offset: `12 0 obj …`.
  func indirectObject(at offset: Int) -> (id: ObjectID, object: PDFObject)? {
    bytes.withUnsafeBytes { buffer in
      var lexer = Lexer(buffer, at: offset)
      lexer.skipWhite()
      guard let number = lexer.unsigned() else { return nil }
      lexer.skipWhite()
      guard let generation = lexer.unsigned() else { return nil }
      lexer.skipWhite()
      guard lexer.starts(with: "obj") else { return nil }
      lexer.advance(3)
      let id = ObjectID(number, generation)
      return (id, definedObject(in: buffer, at: lexer.position, id: id))
    }
  }

  /// What stands behind `12 0 obj`.
  private func definedObject(in buffer: UnsafeRawBufferPointer, at position: Int, id: ObjectID) -> PDFObject {
    var parser = ObjectParser(buffer, at: position)
    let object = parser.object() ?? .null
    work.spend(bytes: parser.lexer.position &- position)
    work.add(weight: parser.count)
    if parser.isExcessive { note("W_PDF_STRUCTURE", "object \(id) is nested too deeply or too long") }
    if parser.isCut {
      note("W_PDF_STRUCTURE", "object \(id) is cut off")
      return .null
    }
    guard case .dictionary(let dictionary) = object else { return decrypted(object, id) }
    var lexer = parser.lexer
    lexer.skipWhite()
    guard lexer.starts(with: "stream") else { return decrypted(object, id) }
    lexer.advance(6)
    let range = streamExtent(in: buffer, at: Self.dataStart(lexer), dictionary)
    guard case .dictionary(let plain) = decrypted(object, id) else { return .null }
    return .stream(PDFStream(dictionary: plain, range: range, id: id))
  }

  /// Past the line end behind `stream` (ISO 32000-1, 7.3.8.1).
  private static func dataStart(_ lexer: Lexer) -> Int {
    var lexer = lexer
    while lexer.peek() == 0x20 || lexer.peek() == 0x09 { lexer.advance() }
    if lexer.peek() == 0x0D {
      // A transfer in text mode puts another carriage return in front.
      if lexer.peek(1) == 0x0D, lexer.peek(2) == 0x0A { lexer.advance() }
      lexer.advance(lexer.peek(1) == 0x0A ? 2 : 1)
    } else if lexer.peek() == 0x0A {
      lexer.advance()
    }
    return min(lexer.position, lexer.bytes.count)
  }

  /// Where a stream's data ends: by its `Length` when `endstream` is there, else where that is found.
  private func streamExtent(
    in buffer: UnsafeRawBufferPointer, at start: Int, _ dictionary: PDFDictionary
  ) -> Range<Int> {
    if let length = integer(dictionary, "Length"), length >= 0, length <= buffer.count &- start {
      var lexer = Lexer(buffer, at: start &+ length)
      lexer.skipWhite()
      if lexer.starts(with: "endstream") || lexer.starts(with: "endobj") { return start..<(start &+ length) }
    }
    var end = findEnd(in: buffer, from: start)
    // The line end before `endstream` is not data.
    if end > start, buffer[end &- 1] == 0x0A { end &-= 1 }
    if end > start, buffer[end &- 1] == 0x0D { end &-= 1 }
    return start..<end
  }

  /// The next `endstream`, else the next `endobj`, else the end of the file.
  private func findEnd(in buffer: UnsafeRawBufferPointer, from start: Int) -> Int {
    if let searched, start >= searched.from, start <= searched.found { return searched.found }
    var lexer = Lexer(buffer, at: start)
    var found = buffer.count
    var fallback: Int?
    while let place = lexer.find("end") {
      lexer.position = place
      if lexer.starts(with: "endstream") {
        found = place
        fallback = nil
        break
      }
      if lexer.starts(with: "endobj") {
        fallback = fallback ?? place
        lexer.advance(6)
        if lexer.isBetweenObjects { break }
      } else {
        lexer.advance(3)
      }
    }
    if let fallback { found = fallback }
    work.spend(bytes: found &- start)
    searched = (start, found)
    return found
  }

  /// The object with its strings decrypted.
  func decrypted(_ object: PDFObject, _ id: ObjectID) -> PDFObject {
    guard let security, security.stringMethod != .none else { return object }
    switch object {
    case .string(let bytes): return .string(security.decryptString(bytes, of: id))
    case .array(let elements): return .array(elements.map { decrypted($0, id) })
    case .dictionary(var dictionary):
      dictionary.replaceValues { decrypted($0, id) }
      return .dictionary(dictionary)
    default: return object
    }
  }
}

extension Lexer {
  /// Whether an object, or what ends the file, begins here.
  fileprivate var isBetweenObjects: Bool {
    var lexer = self
    lexer.skipWhite()
    if lexer.starts(with: "xref") || lexer.starts(with: "startxref") || lexer.starts(with: "trailer") {
      return true
    }
    guard lexer.unsigned() != nil else { return false }
    lexer.skipWhite()
    guard lexer.unsigned() != nil else { return false }
    lexer.skipWhite()
    return lexer.starts(with: "obj")
  }

  /// Where these bytes occur next, from `position` on.
  func find(_ text: StaticString) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let first = Int32(text.utf8Start[0])
    var lexer = self
    while lexer.position < bytes.count {
      guard
        let hit = memchr(base + lexer.position, first, bytes.count &- lexer.position).map({
          UnsafeRawPointer($0) - base
        })
      else { return nil }
      lexer.position = hit
      if lexer.starts(with: text) { return hit }
      lexer.advance()
    }
    return nil
  }
}
