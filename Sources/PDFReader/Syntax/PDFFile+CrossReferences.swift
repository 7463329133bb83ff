import DocumentModel

/// Reading the cross-reference table and streams (ISO 32000-1, 7.5.4, 7.5.5 and 7.5.8).
extension PDFFile {
  /// Reads all sections, newest first.
  /// - Returns: `false` when one is broken, or no trailer names a catalogue.
  func readCrossReferences() -> Bool {
    guard let start = startOffset() else { return false }
    var offsets = [start]
    var seen: Set<Int> = []
    var index = 0
    while index < offsets.count {
      let offset = offsets[index]
      index += 1
      guard seen.insert(offset).inserted else {
        note("W_PDF_STRUCTURE", "cross-reference sections refer to each other in a ring")
        continue
      }
      // A broken older section is no reason to distrust the newer ones, but objects may be missing then.
      guard let section = readSection(at: offset) else { return false }
      if trailer.isEmpty { trailer = section }
      // Of a hybrid file (7.5.8.4) the stream comes before the older sections.
      for key: PDFName in ["XRefStm", "Prev"] {
        if let next = section[key]?.integer, next > 0, next < bytes.count { offsets.append(next) }
      }
    }
    return trailer["Root"] != nil
  }

  /// What `startxref` says, the last one in the file.
  private func startOffset() -> Int? {
    bytes.withUnsafeBytes { buffer in
      let word: StaticString = "startxref"
      var position = buffer.count &- word.utf8CodeUnitCount
      let lowest = max(0, buffer.count &- 65_536)
      while position >= lowest {
        var lexer = Lexer(buffer, at: position)
        if lexer.peek() == 0x73, lexer.starts(with: word) {
          lexer.advance(word.utf8CodeUnitCount)
          lexer.skipWhite()
          return lexer.unsigned()
        }
        position &-= 1
      }
      return nil
    }
  }

  /// Reads a section of either kind; its trailer, or `nil` when there is none.
  private func readSection(at offset: Int) -> PDFDictionary? {
    for place in headerOffset > 0 ? [offset, offset &+ headerOffset] : [offset] {
      guard place > 0, place < bytes.count else { continue }
      let isTable = bytes.withUnsafeBytes { buffer in
        var lexer = Lexer(buffer, at: place)
        lexer.skipWhite()
        return lexer.skip(keyword: "xref") ? lexer.position : nil
      }
      if let isTable { return readTable(at: isTable) }
      if let found = indirectObject(at: place), case .stream(let stream) = found.object,
        let trailer = readStream(stream)
      {
        return trailer
      }
    }
    return nil
  }

  /// Reads the subsections of a table behind `xref` (ISO 32000-1, 7.5.4).
  private func readTable(at position: Int) -> PDFDictionary? {
    bytes.withUnsafeBytes { buffer -> PDFDictionary? in
      var lexer = Lexer(buffer, at: position)
      while true {
        lexer.skipWhite()
        if lexer.skip(keyword: "trailer") {
          lexer.skipWhite()
          guard lexer.peek() == 0x3C, lexer.peek(1) == 0x3C else { return nil }
          var parser = ObjectParser(buffer, at: lexer.position)
          return parser.dictionary()
        }
        guard let first = lexer.unsigned() else { return nil }
        lexer.skipWhite()
        guard let count = lexer.unsigned(), readSubsection(&lexer, first: first, count: count) else {
          return nil
        }
      }
    }
  }

  private func readSubsection(_ lexer: inout Lexer, first: Int, count: Int) -> Bool {
    var first = first
    for index in 0..<count {
      lexer.skipWhite()
      let before = lexer.position
      // Some producers count too many.
      guard let offset = lexer.unsigned() else { return lexer.starts(with: "trailer") }
      lexer.skipWhite()
      guard let generation = lexer.unsigned() else {
        lexer.position = before
        return false
      }
      lexer.skipWhite()
      switch lexer.peek() {
      case 0x6E: if offset > 0 { table.addOlder(first &+ index, .offset(offset)) }
      case 0x66:
        // The head of the free list is object 0, whatever the subsection's first line says.
        if index == 0, first == 1, offset == 0, generation == 65_535 { first = 0 }
        table.addOlder(first &+ index, .free)
      default:
        // `12 5` was the head of another subsection: fewer lines than counted.
        lexer.position = before
        return true
      }
      lexer.advance()
    }
    return true
  }

  /// Reads a cross-reference stream (ISO 32000-1, 7.5.8).
  private func readStream(_ stream: PDFStream) -> PDFDictionary? {
    guard stream.dictionary["Type"]?.name == "XRef",
      let widths = stream.dictionary["W"]?.array?.prefix(3).map({ $0.integer ?? -1 }), widths.count == 3,
      widths.allSatisfy({ (0...8).contains($0) }), widths[1] > 0,
      let content = try? content(of: stream), !content.isDamaged
    else { return nil }
    let data = content.bytes
    let size = stream.dictionary["Size"]?.integer ?? 0
    var ranges = stream.dictionary["Index"]?.array?.map { $0.integer ?? 0 } ?? [0, size]
    if ranges.count % 2 == 1 { ranges.removeLast() }
    let row = widths[0] + widths[1] + widths[2]
    var position = 0
    for pair in stride(from: 0, to: ranges.count, by: 2) {
      guard ranges[pair] >= 0, ranges[pair + 1] >= 0 else { continue }
      for index in 0..<ranges[pair + 1] {
        guard position + row <= data.count else { return stream.dictionary }
        let kind = widths[0] == 0 ? 1 : Self.field(data, position, widths[0])
        let second = Self.field(data, position + widths[0], widths[1])
        let third = Self.field(data, position + widths[0] + widths[1], widths[2])
        position += row
        let number = ranges[pair] &+ index
        switch kind {
        case 0: table.addOlder(number, .free)
        case 1: table.addOlder(number, .offset(second))
        case 2: table.addOlder(number, .compressed(container: second, index: third))
        default: break
        }
      }
    }
    return stream.dictionary
  }

  /// A big-endian number of so many bytes, which were checked to be there.
  private static func field(_ data: [UInt8], _ position: Int, _ width: Int) -> Int {
    var value: UInt64 = 0
    for index in 0..<width { value = value << 8 | UInt64(data[position + index]) }
    return Int(clamping: value)
  }
}
