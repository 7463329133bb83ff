import DocumentModel

extension Interpreter {
  // MARK: Bytes

  mutating func add(_ byte: UInt8) {
    switch state.destination {
    case .ignored, .picture, .colors, .styles, .authors, .information, .time, .object, .shape,
      .shapeProperty, .alternatives, .rowProperties:
      break
    default: pending.append(byte)
    }
  }

  mutating func add(_ range: Range<Int>) {
    let skipped = min(skips, range.count)
    skips -= skipped
    switch state.destination {
    case .ignored, .picture: return
    // The entries of these end with a semicolon, of which each colour has but that.
    case .colors:
      for index in range where tokenizer.bytes[index] == UInt8(ascii: ";") { endColor() }
    case .fontTable:
      // Old writers do without a group for each face.
      for index in range.dropFirst(skipped) {
        let byte = tokenizer.bytes[index]
        if byte == UInt8(ascii: ";") { endFont() } else { pending.append(byte) }
      }
    case .styles, .authors, .information, .time, .object, .shape, .shapeProperty, .alternatives,
      .rowProperties:
      return
    default:
      for index in range.dropFirst(skipped) {
        let byte = tokenizer.bytes[index]
        if byte == 0x09 { addScalar("\t") } else if byte >= 0x20 { pending.append(byte) }
      }
    }
  }

  /// Decodes the bytes that wait and hands the text on.
  mutating func flush() {
    guard !pending.isEmpty else { return }
    let encoding = encoding
    if encoding != .symbol, pending.allSatisfy({ $0 < 0x80 }) {
      hand(pending)
    } else {
      hand(Array(decode(pending, encoding).utf8))
    }
    pending.removeAll(keepingCapacity: true)
  }

  private var encoding: TextEncoding {
    switch state.destination {
    case .font, .fontTable, .alternateName:
      let known = font?.font.encoding ?? header.encoding
      return known == .symbol ? header.encoding : known
    case .text, .label: return header.encoding(ofFont: state.characters.encoding)
    default: return header.encoding
    }
  }

  /// Some writers leave Chinese text, and names of Chinese faces, in a Western character set. Accented letters
  /// hardly ever come two and two together, and in names of faces not at all.
  private func decode(_ bytes: [UInt8], _ encoding: TextEncoding) -> String {
    if encoding == .western, TextEncoding.arePairs(bytes) {
      if header.encoding.isDoubleByte { return header.encoding.decode(bytes) }
      if state.destination == .font { return TextEncoding.charset(.gb18030).decode(bytes) }
    }
    return encoding.decode(bytes)
  }

  /// A UTF-16 unit written by `\u`.
  mutating func addUnicode(_ parameter: Int) {
    let unit = UInt16(truncatingIfNeeded: parameter)
    skips = state.unicodeSkip
    if let high = highSurrogate, 0xDC00...0xDFFF ~= unit {
      highSurrogate = nil
      let value = 0x1_0000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
      if let scalar = Unicode.Scalar(value) { addScalar(scalar) }
      return
    }
    highSurrogate = 0xD800...0xDBFF ~= unit ? unit : nil
    if let scalar = Unicode.Scalar(unit), scalar.value != 0 { addScalar(scalar) }
  }

  /// Adds a character that a word stands for.
  mutating func addScalar(_ scalar: Unicode.Scalar) {
    flush()
    if state.destination == .text || state.destination.isGathered { hand(Array(String(scalar).utf8)) }
  }

  // MARK: Text

  private mutating func hand(_ text: [UInt8]) {
    if state.destination == .text {
      append(text)
    } else if state.destination.isGathered, gathered.count < 64 << 10 {
      gathered.append(contentsOf: text)
    }
  }

  /// Adds text to the paragraph, unless it is deleted or hidden.
  private mutating func append(_ text: [UInt8]) {
    let flags = state.characters.flags
    noteRevision(flags)
    if flags.contains(.deleted) || flags.contains(.movedFrom) { return }
    if flags.contains(.hidden) {
      if hidden.count < 4_096 { hidden.append(contentsOf: text) }
      return
    }
    endHidden()
    let style = styles.style(of: state.characters, style: state.paragraph.style, header)
    let last = frames.count - 1
    frames[last].paragraph.text.append(contentsOf: text)
    if let run = frames[last].paragraph.runs.last, run.style === style {
      frames[last].paragraph.runs[frames[last].paragraph.runs.count - 1].utf8Count += text.count
    } else {
      frames[last].paragraph.runs.append(Run(utf8Count: text.count, style: style))
    }
    if builder.keepsLayers { frames[last].paragraph.layers.append((text.count, state.characters)) }
  }

  mutating func endHidden() {
    guard !hidden.isEmpty else { return }
    builder.noteHidden(String(decoding: hidden, as: UTF8.self))
    hidden.removeAll(keepingCapacity: true)
  }

  /// Counts a revision where it begins.
  private mutating func noteRevision(_ flags: CharacterProperties.Flags) {
    let revision = flags.intersection([.inserted, .deleted, .movedFrom, .movedTo, .reformatted])
    guard revision != lastRevision else { return }
    let new = revision.subtracting(lastRevision)
    lastRevision = revision
    guard !new.isEmpty else { return }
    builder.document.residue.insertions += new.contains(.inserted) ? 1 : 0
    builder.document.residue.deletions += new.contains(.deleted) ? 1 : 0
    builder.document.residue.moves += new.contains(.movedTo) ? 1 : 0
    builder.document.residue.formatChanges += new.contains(.reformatted) ? 1 : 0
    let author = Int(state.characters.author)
    if header.authors.indices.contains(author) { builder.noteAuthor(header.authors[author]) }
  }

  /// A symbol of one character (RTF 1.9.1, "Special Characters").
  mutating func take(symbol: UInt8) throws(ReadError) {
    if skips > 0 {
      skips -= 1
      return
    }
    switch symbol {
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): add(symbol)
    case UInt8(ascii: "~"): addScalar("\u{A0}")
    case UInt8(ascii: "_"): addScalar("\u{2011}")
    case UInt8(ascii: "*"):
      flush()
      state.isOptional = true
    case 0x09: addScalar("\t")
    case 0x0A, 0x0D:
      flush()
      try take(.par, nil)
    default: break
    }
  }
}
