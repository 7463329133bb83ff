import DocumentModel

/// A stretch of text that was inserted or deleted, as it goes on over runs.
struct OpenRevision {
  enum Kind { case none, insertion, deletion }
  var kind = Kind.none
  var author: Int16 = 0
}

extension StoryReader {
  /// Reads the characters of a paragraph up to its mark.
  /// - Parameter run: the run of `characters` that holds the first of them, moved along.
  /// - Returns: whether the mark itself is deleted.
  func readText(
    _ range: Range<Int>, _ paragraph: ResolvedParagraph, _ run: inout Int
  ) throws(ReadError) -> Bool {
    var position = range.lowerBound
    while position <= range.upperBound {
      while run < characters.runs.count, Int(characters.runs[run].end) <= position { run += 1 }
      let isLast = run >= characters.runs.count
      let list = isLast ? PropertyListPool.none : characters.runs[run].list
      let piece = isLast ? PropertyListPool.none : characters.runs[run].piece
      let end = isLast ? range.upperBound : min(Int(characters.runs[run].end), range.upperBound)
      let format = resolver.run(style: paragraph.style, list: list, piece: piece)
      revise(format.properties)
      if position == range.upperBound { return format.properties.isDeleted && position < text.count }
      let start = buffer.count
      if format.isPlain, isFieldVisible {
        appendPlain(position..<end)
      } else {
        appendMarked(position..<end, format)
      }
      closeSegment(from: start, format.style, list, piece)
      position = end
    }
    return false
  }

  /// Ends a stretch of text in one style.
  private func closeSegment(from start: Int, _ style: TextStyle, _ list: Int32, _ piece: Int32) {
    let length = buffer.count - start
    guard length > 0 else { return }
    if let last = runs.last, last.style === style {
      runs[runs.count - 1].utf8Count += length
    } else {
      runs.append(Run(utf8Count: length, style: style))
    }
    if builder.keepsLayers { layers.append(RawRun(utf8Count: length, list: list, piece: piece)) }
  }

  /// Text that is seen. The characters below a blank are rare, so they are looked for first.
  private func appendPlain(_ range: Range<Int>) {
    text.withUnsafeBufferPointer { text in
      var start = range.lowerBound
      var position = start
      while position < range.upperBound {
        let unit = text[position]
        if unit < 0x20, unit != 9, unit != 0x0B {
          buffer.append(UnsafeBufferPointer(rebasing: text[start..<position]))
          if isFieldVisible || Self.isFieldMark(unit) { appendControl(unit) }
          start = position + 1
          // A field mark that does not say that it is one hides what follows all the same.
          if !isFieldVisible { start = skipInstruction(from: start, to: range.upperBound, text) }
          position = start
          continue
        }
        position &+= 1
      }
      if start < range.upperBound {
        buffer.append(UnsafeBufferPointer(rebasing: text[start..<range.upperBound]))
      }
    }
  }

  /// The next field mark, which decides whether text is seen again.
  private func skipInstruction(from start: Int, to end: Int, _ text: UnsafeBufferPointer<UInt16>) -> Int {
    var position = start
    while position < end {
      if Self.isFieldMark(text[position]) {
        appendControl(text[position])
        position += 1
        if isFieldVisible { return position }
      } else {
        position += 1
      }
    }
    return end
  }

  private static func isFieldMark(_ unit: UInt16) -> Bool { (0x13...0x15).contains(unit) }

  /// Text that is hidden, deleted, inside a field's instruction, or stands for something else.
  private func appendMarked(_ range: Range<Int>, _ format: RunFormat) {
    let properties = format.properties
    for position in range {
      let unit = text[position]
      if Self.isFieldMark(unit) {
        fieldMark(unit)
        // The separator of an object's field knows the object; the picture of it follows.
        if unit == 0x14, properties.isObject { pendingObject = Int(properties.location) }
      } else if properties.isDeleted || !isFieldVisible {
        continue
      } else if properties.isSpecial, Self.isSpecial(unit) {
        special(unit, at: position, format)
      } else if format.style.isHidden {
        if hidden.count < 4_096 { hidden.append(unit) }
      } else if unit < 0x20 {
        appendControl(unit)
      } else {
        buffer.append(unit)
      }
    }
    if !hidden.isEmpty {
      let text = String(decoding: hidden.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF16.self)
      if text.contains(where: { !$0.isWhitespace }) { builder.noteHidden(text) }
      hidden.removeAll(keepingCapacity: true)
    }
  }

  /// Characters below a blank ([MS-DOC] 2.4.1 and the table of special characters, 2.6.1).
  private func appendControl(_ unit: UInt16) {
    switch unit {
    case 0x09, 0x0B: buffer.append(unit)
    // Breaks of page and column: a line ends where text stands in front.
    case 0x0C, 0x0E: if buffer.count > 0 { buffer.append(0x0B) }
    case 0x13, 0x14, 0x15: fieldMark(unit)
    // The hyphen that does not break; the one that shows only at a line's end is no text.
    case 0x1E: buffer.append(0x2011)
    default: break
    }
  }

  // MARK: Special characters

  private static func isSpecial(_ unit: UInt16) -> Bool {
    unit < 0x09 || unit == 0x28 || unit == 0x3C || unit == 0x3E
  }

  /// A character that stands for something else ([MS-DOC] 2.6.1, sprmCFSpec).
  private func special(_ unit: UInt16, at position: Int, _ format: RunFormat) {
    switch unit {
    case 0x01: inlineFigure(format.properties)
    case 0x08: floatingFigure(at: position)
    case 0x28 where format.properties.fields.contains(.symbol):
      if !format.style.isHidden { buffer.append(format.properties.symbol) }
    // Numbers of notes, marks of comments, separators; brackets of structured tags.
    default: break
    }
  }

  // MARK: Fields

  /// A field shows its result only; fields nest, and results may span paragraphs ([MS-DOC] 2.8.25).
  private func fieldMark(_ unit: UInt16) {
    switch unit {
    case 0x13: if fields.count < 64 { fields.append(false) }
    case 0x14: if !fields.isEmpty { fields[fields.count - 1] = true }
    default: _ = fields.popLast()
    }
    isFieldVisible = fields.allSatisfy { $0 }
  }

  // MARK: Revisions

  /// Counts each stretch of inserted and deleted text once, however many runs it is made of.
  private func revise(_ properties: CharacterProperties) {
    if properties.fields.contains(.formatChange) {
      builder.document.residue.formatChanges += 1
      noteAuthor(properties.formatAuthor)
    }
    let now =
      properties.isDeleted
      ? OpenRevision(kind: .deletion, author: properties.deleteAuthor)
      : properties.isInserted
        ? OpenRevision(kind: .insertion, author: properties.insertAuthor) : OpenRevision()
    guard now.kind != revision.kind || now.author != revision.author else { return }
    revision = now
    switch now.kind {
    case .none: return
    case .insertion: builder.document.residue.insertions += 1
    case .deletion: builder.document.residue.deletions += 1
    }
    noteAuthor(now.author)
  }

  func endRevision() { revision = OpenRevision() }

  func noteAuthor(_ index: Int16) {
    let index = Int(index)
    guard anchors.authors.indices.contains(index) else { return }
    builder.noteAuthor(anchors.authors[index])
  }
}
