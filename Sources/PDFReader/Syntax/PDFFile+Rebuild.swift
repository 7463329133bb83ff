/// Finding objects without the cross-reference table, by scanning for `12 0 obj`.
extension PDFFile {
  /// Makes the table anew from the objects that the file holds; a later one replaces an earlier one of the
  /// same number.
  func rebuildCrossReferences() {
    table.removeAll()
    let definitions = scanDefinitions()
    var newest = PDFDictionary()
    for (index, definition) in definitions.enumerated() {
      table.replace(definition.number, .offset(definition.offset))
      let end = index + 1 < definitions.count ? definitions[index + 1].offset : bytes.count
      guard let dictionary = leadingDictionary(from: definition.body, to: end) else { continue }
      if dictionary["Type"]?.name == "XRef", dictionary["Root"] != nil {
        newest = dictionary
      } else if dictionary["Type"]?.name == "Catalog", newest["Root"] == nil {
        newest.append("Root", .reference(ObjectID(definition.number)))
      }
    }
    if let written = lastTrailer() { newest = written }
    if trailer["Root"] == nil || newest["Root"] != nil { trailer = merged(newest, over: trailer) }
    addCompressed(definitions)
  }

  private struct Definition {
    let number: Int
    let offset: Int
    /// Behind `obj`.
    let body: Int
  }

  private func scanDefinitions() -> [Definition] {
    bytes.withUnsafeBytes { buffer in
      var definitions: [Definition] = []
      var lexer = Lexer(buffer)
      while let place = lexer.find("obj") {
        lexer.position = place + 3
        guard definitions.count < CrossReferenceTable.mostObjects,
          let definition = Self.definition(in: buffer, objAt: place)
        else { continue }
        definitions.append(definition)
      }
      return definitions
    }
  }

  /// Reads `12 0 ` backwards from `obj`.
  private static func definition(in buffer: UnsafeRawBufferPointer, objAt place: Int) -> Definition? {
    var position = place
    func skipWhite() -> Bool {
      let start = position
      while position > 0, Lexer.isWhite(Int(buffer[position &- 1])) { position &-= 1 }
      return position < start
    }
    func skipDigits() -> Bool {
      let start = position
      while position > 0, Lexer.isDigit(Int(buffer[position &- 1])), start &- position < 12 { position &-= 1 }
      return position < start
    }
    _ = skipWhite()
    guard skipDigits(), skipWhite(), skipDigits() else { return nil }
    var lexer = Lexer(buffer, at: position)
    guard let number = lexer.unsigned() else { return nil }
    return Definition(number: number, offset: position, body: place + 3)
  }

  /// The dictionary that an object begins with, looked for only in its own stretch of the file.
  private func leadingDictionary(from start: Int, to end: Int) -> PDFDictionary? {
    guard start < end else { return nil }
    return bytes.withUnsafeBytes { buffer in
      var parser = ObjectParser(UnsafeRawBufferPointer(rebasing: buffer[start..<end]))
      parser.lexer.skipWhite()
      guard parser.lexer.peek() == 0x3C, parser.lexer.peek(1) == 0x3C else { return nil }
      return parser.dictionary()
    }
  }

  /// The last `trailer` that names a catalogue.
  private func lastTrailer() -> PDFDictionary? {
    bytes.withUnsafeBytes { buffer in
      var found: PDFDictionary?
      var lexer = Lexer(buffer)
      while let place = lexer.find("trailer") {
        lexer.position = place + 7
        guard !work.isSpent else { break }
        var inner = lexer
        inner.skipWhite()
        guard inner.peek() == 0x3C, inner.peek(1) == 0x3C else { continue }
        var parser = ObjectParser(buffer, at: inner.position)
        let dictionary = parser.dictionary()
        work.spend(bytes: parser.lexer.position &- place)
        if let dictionary, dictionary["Root"] != nil { found = dictionary }
      }
      return found
    }
  }

  /// What the newer one lacks is taken from the older one.
  private func merged(_ newer: PDFDictionary, over older: PDFDictionary) -> PDFDictionary {
    var result = newer
    for key: PDFName in ["Root", "Info", "Encrypt", "ID"] where result[key] == nil {
      if let value = older[key] { result.append(key, value) }
    }
    return result
  }

  /// Objects inside object streams, which the scan cannot see. They need the key of an encrypted file.
  private func addCompressed(_ definitions: [Definition]) {
    var containers: [Definition] = []
    for (index, definition) in definitions.enumerated() {
      let end = index + 1 < definitions.count ? definitions[index + 1].offset : bytes.count
      if leadingDictionary(from: definition.body, to: end)?["Type"]?.name == "ObjStm" {
        containers.append(definition)
      }
    }
    guard !containers.isEmpty else { return }
    if trailer["Encrypt"] != nil { try? unlock() }
    let offsets = Dictionary(definitions.map { ($0.number, $0.offset) }, uniquingKeysWith: { max($0, $1) })
    for container in containers {
      guard let stream = objectStream(container.number) else { continue }
      for (index, object) in stream.objects.enumerated() {
        // A later definition in the file itself is newer.
        if let offset = offsets[object.number], offset > container.offset { continue }
        table.replace(object.number, .compressed(container: container.number, index: index))
      }
    }
    if trailer["Root"] == nil { findCatalog(in: containers) }
  }

  /// A catalogue inside an object stream, where no trailer was found.
  private func findCatalog(in containers: [Definition]) {
    for container in containers {
      for object in objectStream(container.number)?.objects ?? [] {
        let id = ObjectID(object.number)
        if self.object(id).dictionary?["Type"]?.name == "Catalog" { trailer.append("Root", .reference(id)) }
      }
    }
  }
}
