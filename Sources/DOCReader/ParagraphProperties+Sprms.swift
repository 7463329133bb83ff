import CompoundFiles
import DocumentModel

extension ParagraphProperties {
  /// Reads the paragraph modifiers of a list.
  /// - Parameter data: the data stream, where a list too long for its page is continued.
  init(_ list: UnsafeRawBufferPointer, data: [UInt8]) {
    self.init()
    read(list, data, isContinued: false)
  }

  private mutating func read(_ list: UnsafeRawBufferPointer, _ data: [UInt8], isContinued: Bool) {
    var modifiers = SprmIterator(list)
    while let modifier = modifiers.next() {
      guard modifier.group == 1 else { continue }
      // The rest of the list stands in the data stream behind its length ([MS-DOC] 2.6.2, sprmPHugePapx).
      if modifier.code == 0x6646 || modifier.code == 0x6645 {
        let place = modifier.i32
        guard !isContinued, let count = data.u16(place), place + 2 + count <= data.count else { continue }
        data.withUnsafeBytes {
          read(UnsafeRawBufferPointer(rebasing: $0[place + 2..<place + 2 + count]), data, isContinued: true)
        }
        continue
      }
      take(modifier)
    }
  }

  /// [MS-DOC] 2.6.2, by code.
  private mutating func take(_ modifier: SprmIterator.Modifier) {
    switch modifier.code {
    case 0x4600: set(.style, \.style, modifier.u16)
    case 0x2403, 0x2461:
      guard let alignment = Self.alignment(modifier.u8) else { return }
      self.alignment = alignment
      fields.insert(.alignment)
    case 0x840E, 0x845D: set(.right, \.right, modifier.i16)
    case 0x840F, 0x845E: set(.left, \.left, modifier.i16)
    case 0x8411, 0x8460: set(.firstLine, \.firstLine, modifier.i16)
    case 0x4455: set(.rightChars, \.rightChars, modifier.i16)
    case 0x4456: set(.leftChars, \.leftChars, modifier.i16)
    case 0x4457: set(.firstLineChars, \.firstLineChars, modifier.i16)
    case 0x4610, 0x465F: set(.left, \.left, max(0, Int(left) + modifier.i16))
    case 0x6412:
      line = Int32(Int16(truncatingIfNeeded: modifier.i32))
      isMultiple = modifier.i32 >> 16 & 0xFFFF == 1
      fields.insert(.line)
    case 0xA413: set(.before, \.before, modifier.u16)
    case 0xA414: set(.after, \.after, modifier.u16)
    case 0x4458: set(.beforeLines, \.beforeLines, modifier.i16)
    case 0x4459: set(.afterLines, \.afterLines, modifier.i16)
    case 0x2447: set(.grid, \.usesGrid, modifier.isOn)
    case 0x2407: set(.pageBreak, \.startsPage, modifier.isOn)
    case 0x2640: set(.outline, \.outline, modifier.u8)
    case 0x260A: set(.level, \.level, modifier.u8)
    // Negative numbers keep a list that is switched off ([MS-DOC] 2.6.2, sprmPIlfo).
    case 0x460B: set(.list, \.list, modifier.i16 > 0 && modifier.i16 != 0x7FF ? modifier.i16 : 0)
    default: takeTable(modifier)
    }
  }

  private mutating func takeTable(_ modifier: SprmIterator.Modifier) {
    switch modifier.code {
    case 0x2416: set(.inTable, \.isInTable, modifier.isOn)
    case 0x2417: set(.rowEnd, \.isRowEnd, modifier.isOn)
    case 0x6649: set(.depth, \.depth, max(0, min(modifier.i32, 100)))
    case 0x244B: set(.innerCell, \.isInnerCell, modifier.isOn)
    case 0x244C: set(.innerRowEnd, \.isInnerRowEnd, modifier.isOn)
    case 0xC63F, 0xC66F:
      guard modifier.operand.count >= 3, modifier.operand[0] != 0 else { return }
      formatAuthor = Int16(truncatingIfNeeded: Int(modifier.operand[1]) | Int(modifier.operand[2]) << 8)
      fields.insert(.formatChange)
    default: break
    }
  }

  private mutating func set(_ field: Fields, _ target: WritableKeyPath<Self, Int32>, _ value: Int) {
    self[keyPath: target] = Int32(truncatingIfNeeded: value)
    fields.insert(field)
  }

  private mutating func set(_ field: Fields, _ target: WritableKeyPath<Self, Bool>, _ value: Bool) {
    self[keyPath: target] = value
    fields.insert(field)
  }

  private static func alignment(_ value: Int) -> Alignment? {
    switch value {
    case 0: .left
    case 1: .center
    case 2: .right
    case 3, 5, 7, 8: .justified
    case 4, 9: .distributed
    default: nil
    }
  }
}

extension ParagraphFormat {
  /// The effective format from merged properties.
  /// - Parameter characterSize: the size of the paragraph's first character in half points, which indents
  ///   in characters are measured by.
  init(_ properties: ParagraphProperties, characterSize: Int) {
    self.init()
    let fields = properties.fields
    if fields.contains(.alignment) { alignment = properties.alignment }
    declaresLineSpacing = fields.contains(.line)
    if declaresLineSpacing { lineSpacing = LineSpacing(properties) }
    func indent(_ twips: Int32, _ characters: Int32) -> Length {
      characters == 0 ? .twips(Int(twips)) : .pt(Double(characters) / 100 * Double(characterSize) / 2)
    }
    firstLineIndent = indent(properties.firstLine, properties.firstLineChars)
    leftIndent = indent(properties.left, properties.leftChars)
    rightIndent = indent(properties.right, properties.rightChars)
    if properties.firstLineChars != 0 { firstLineCharacters = Int(properties.firstLineChars) }
    if properties.leftChars != 0 { leftCharacters = Int(properties.leftChars) }
    if properties.rightChars != 0 { rightCharacters = Int(properties.rightChars) }
    // A line is 12 pt for the purpose of spacing in lines, as in DOCX (ECMA-376-1, 17.3.1.33).
    func space(_ twips: Int32, _ lines: Int32) -> Length {
      lines == 0 ? .twips(Int(twips)) : .pt(Double(lines) * 12 / 100)
    }
    spaceBefore = space(properties.before, properties.beforeLines)
    spaceAfter = space(properties.after, properties.afterLines)
    snapsToGrid = properties.usesGrid
    startsPage = properties.startsPage
    if fields.contains(.outline), (0...8).contains(properties.outline) {
      outlineLevel = Int(properties.outline)
    }
  }
}

extension LineSpacing {
  /// [MS-DOC] 2.9.144: a multiple of a line, at least so much, or negative for exactly so much.
  init(_ properties: ParagraphProperties) {
    let line = Int(properties.line)
    if properties.isMultiple {
      self = .multiple(Double(line.magnitude) / 240)
    } else if line == 0 {
      self = .single
    } else {
      self = line < 0 ? .exact(.twips(-line)) : .atLeast(.twips(line))
    }
  }
}
