/// An object stream, decoded (ISO 32000-1, 7.5.7).
struct ObjectStream {
  let bytes: [UInt8]
  /// Number and place in `bytes` of each object.
  let objects: [(number: Int, offset: Int)]

  init?(_ stream: PDFStream, bytes: [UInt8], file: PDFFile) {
    guard let count = file.integer(stream.dictionary, "N"),
      let first = file.integer(stream.dictionary, "First"),
      count >= 0, first >= 0, first <= bytes.count
    else { return nil }
    self.bytes = bytes
    objects = bytes.withUnsafeBytes { buffer in
      var lexer = Lexer(buffer)
      var objects: [(number: Int, offset: Int)] = []
      while objects.count < count {
        lexer.skipWhite()
        guard let number = lexer.unsigned() else { break }
        lexer.skipWhite()
        guard let offset = lexer.unsigned() else { break }
        objects.append((number, first &+ offset))
      }
      return objects
    }
  }
}

extension PDFFile {
  /// An object out of an object stream; null when it is not there.
  func compressedObject(_ number: Int, in container: Int, index: Int) -> PDFObject {
    guard let stream = objectStream(container) else { return .null }
    var place = stream.objects.indices.contains(index) ? stream.objects[index] : nil
    if place?.number != number {
      work.spend(bytes: stream.objects.count)
      place = stream.objects.first { $0.number == number }
    }
    guard let place, place.offset < stream.bytes.count, !work.isSpent else { return .null }
    return stream.bytes.withUnsafeBytes { buffer in
      var parser = ObjectParser(buffer, at: place.offset)
      let object = parser.object() ?? .null
      work.spend(bytes: parser.lexer.position &- place.offset)
      work.add(weight: parser.count)
      if parser.isExcessive { note("W_PDF_STRUCTURE", "object \(number) is nested too deeply or too long") }
      return object
    }
  }

  /// The object stream of a number, decoded when it is first asked for.
  func objectStream(_ number: Int) -> ObjectStream? {
    if let kept = objectStreams[number] { return kept }
    // An object stream is never in another one.
    guard case .offset? = table[number], case .stream(let stream) = object(ObjectID(number)),
      let content = try? content(of: stream),
      let decoded = ObjectStream(stream, bytes: content.bytes, file: self)
    else { return nil }
    let data = content.bytes
    if content.isDamaged { isIncomplete = true }
    work.spend(bytes: -4 * data.count)
    keptStreamBytes += data.count
    if keptStreamBytes > 96 << 20 {
      objectStreams.removeAll()
      keptStreamBytes = data.count
    }
    objectStreams[number] = decoded
    return decoded
  }
}
