import CompoundFiles
import DocumentModel

/// A record of OfficeArt: a header of 8 bytes, then data or further records ([MS-ODRAW] 2.2.1).
struct ArtRecord {
  let type: Int
  /// A number whose meaning depends on the type: a count, a kind of shape, a kind of picture.
  let instance: Int
  /// Where the data are.
  let data: Range<Int>

  /// - Returns: `nil` at the end of the range; the data of a record that says too much end with it.
  init?(_ bytes: [UInt8], at offset: Int, end: Int) {
    guard offset + 8 <= end, let head = bytes.u16(offset), let type = bytes.u16(offset + 2),
      let length = bytes.u32(offset + 4)
    else { return nil }
    self.type = type
    instance = head >> 4
    data = offset + 8..<offset + 8 + min(length, end - offset - 8)
  }

  /// The records in a range, one after the other.
  static func all(_ bytes: [UInt8], in range: Range<Int>) -> [ArtRecord] {
    var records: [ArtRecord] = []
    var offset = range.lowerBound
    let end = min(range.upperBound, bytes.count)
    while records.count < 100_000, let record = ArtRecord(bytes, at: offset, end: end) {
      records.append(record)
      offset = record.data.upperBound
    }
    return records
  }

  /// Types of records ([MS-ODRAW] 2.2).
  enum Kind {
    static let drawingGroup = 0xF000
    static let blipStore = 0xF001
    static let drawing = 0xF002
    static let group = 0xF003
    static let shape = 0xF004
    static let blipEntry = 0xF007
    static let groupFrame = 0xF009
    static let shapeHead = 0xF00A
    static let properties = 0xF00B
    static let textBox = 0xF00D
    static let childAnchor = 0xF00F
    static let moreProperties = 0xF122
    static let blips = 0xF018...0xF117
  }
}

/// A shape of a drawing, as far as it matters here ([MS-ODRAW] 2.2.14).
struct ArtShape {
  var id = 0
  /// The preset kind ([MS-ODRAW] 2.4.24).
  var kind = 0
  var isGroup = false
  /// The number of its picture in the store, counted from 1.
  var blip: Int?
  var fillColor: Color?
  var lineColor: Color?
  var name: String?
  var alternativeText: String?
  var isBehindText = false
  var isSignatureLine = false
  /// What is cut off the picture at top, bottom, left and right, in 65 536ths of its size.
  var crop = [0, 0, 0, 0]
  var hasText = false
  /// What its offsets are measured from, where it says so itself.
  var horizontalOrigin: Int?
  var verticalOrigin: Int?
  /// Left, top, right and bottom in the coordinates of its group.
  var anchor: [Int] = []
  /// The coordinates that a group gives its members.
  var frame: [Int] = []
  /// The shapes of a group, groups inside it laid open.
  var members: [ArtShape] = []

  /// Reads the records of a shape.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    for record in ArtRecord.all(bytes, in: range) {
      let start = record.data.lowerBound
      switch record.type {
      case ArtRecord.Kind.shapeHead:
        id = bytes.u32(start) ?? 0
        kind = record.instance
        isGroup = (bytes.u32(start + 4) ?? 0) & 1 != 0
      case ArtRecord.Kind.properties, 0xF121, ArtRecord.Kind.moreProperties: readProperties(bytes, record)
      case ArtRecord.Kind.textBox: hasText = true
      case ArtRecord.Kind.childAnchor: anchor = (0..<4).map { bytes.i32(start + 4 * $0) ?? 0 }
      case ArtRecord.Kind.groupFrame: frame = (0..<4).map { bytes.i32(start + 4 * $0) ?? 0 }
      default: break
      }
    }
  }

  /// Properties of six bytes; the data of the long ones follow in the same order ([MS-ODRAW] 2.2.7).
  private mutating func readProperties(_ bytes: [UInt8], _ record: ArtRecord) {
    let start = record.data.lowerBound
    var complex = start + 6 * record.instance
    var isFilled = true
    var isDrawn = true
    for index in 0..<record.instance {
      guard start + 6 * index + 6 <= record.data.upperBound, let code = bytes.u16(start + 6 * index),
        let value = bytes.u32(start + 6 * index + 2)
      else { break }
      var text: String?
      if code & 0x8000 != 0 {
        let end = complex + value
        guard end <= record.data.upperBound else { break }
        if code & 0x3FFF == 0x380 || code & 0x3FFF == 0x381, value <= 4_096 {
          text = StringTable.text(bytes, complex, value / 2, isWide: true)
        }
        complex = end
      }
      take(code & 0x3FFF, value, text)
      if code & 0x3FFF == 0x1BF, value & 0x10_0010 == 0x10_0000 { isFilled = false }
      if code & 0x3FFF == 0x1FF, value & 0x08_0008 == 0x08_0000 { isDrawn = false }
    }
    if !isFilled { fillColor = nil }
    if !isDrawn { lineColor = nil }
  }

  /// [MS-ODRAW] 2.3, by number.
  private mutating func take(_ code: Int, _ value: Int, _ text: String?) {
    switch code {
    case 0x80: hasText = hasText || value != 0
    case 0x100...0x103: crop[code - 0x100] = Int(Int32(truncatingIfNeeded: value))
    case 0x104: blip = value
    case 0x181: fillColor = Self.color(value)
    case 0x1C0: lineColor = Self.color(value)
    case 0x380: name = text.map(Self.trimmed)
    case 0x381: alternativeText = text.map(Self.trimmed)
    case 0x390: horizontalOrigin = value
    case 0x392: verticalOrigin = value
    case 0x3BF: isBehindText = value & 0x20_0020 == 0x20_0020
    case 0x7FF: isSignatureLine = value & 0x1 != 0
    default: break
    }
  }

  /// The share of the picture's area that does not show; `nil` when all does.
  var hiddenShare: Double? {
    let parts = crop.map { Double(max(0, min($0, 65_536))) / 65_536 }
    let shown = max(0, 1 - parts[0] - parts[1]) * max(0, 1 - parts[2] - parts[3])
    return shown < 1 ? 1 - shown : nil
  }

  /// Red, green, blue; colours of schemes and systems are not followed ([MS-ODRAW] 2.2.2).
  private static func color(_ value: Int) -> Color? {
    guard value >> 24 & 0xFF == 0 else { return nil }
    return Color(rgb: (value & 0xFF) << 16 | value & 0xFF00 | value >> 16 & 0xFF)
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.unicodeScalars.last == "\0" { text.unicodeScalars.removeLast() }
    return text
  }
}

/// All drawings of a document: shapes by number, and where the pictures are ([MS-DOC] 2.9.172).
struct ArtContent {
  /// Groups and shapes that stand by themselves.
  private(set) var shapes: [Int: ArtShape] = [:]
  /// The outermost shape that a shape is in, itself included.
  private(set) var outermost: [Int: Int] = [:]
  /// Where the records of the store are in the table stream.
  private(set) var blips: [Range<Int>] = []

  init(_ bytes: [UInt8]) {
    guard let store = ArtRecord(bytes, at: 0, end: bytes.count), store.type == ArtRecord.Kind.drawingGroup
    else {
      return
    }
    for record in ArtRecord.all(bytes, in: store.data) where record.type == ArtRecord.Kind.blipStore {
      blips = ArtRecord.all(bytes, in: record.data).map { $0.data.lowerBound - 8..<$0.data.upperBound }
    }
    var offset = store.data.upperBound
    // A byte tells whether the drawing belongs to the body or to the headers.
    while let drawing = ArtRecord(bytes, at: offset + 1, end: bytes.count),
      drawing.type == ArtRecord.Kind.drawing
    {
      for record in ArtRecord.all(bytes, in: drawing.data) where record.type == ArtRecord.Kind.group {
        // The outermost group is the drawing itself.
        for member in ArtRecord.all(bytes, in: record.data).dropFirst() { add(bytes, member) }
      }
      offset = drawing.data.upperBound
    }
  }

  private mutating func add(_ bytes: [UInt8], _ record: ArtRecord) {
    guard shapes.count < 100_000 else { return }
    if record.type == ArtRecord.Kind.shape {
      let shape = ArtShape(bytes, record.data)
      shapes[shape.id] = shape
      outermost[shape.id] = shape.id
    } else if record.type == ArtRecord.Kind.group {
      var members = Self.members(bytes, record.data, depth: 0)
      guard !members.isEmpty else { return }
      var group = members.removeFirst()
      group.isGroup = true
      for member in members { outermost[member.id] = group.id }
      group.members = members
      shapes[group.id] = group
      outermost[group.id] = group.id
    }
  }

  /// The shapes of a group, the group's own first.
  private static func members(_ bytes: [UInt8], _ range: Range<Int>, depth: Int) -> [ArtShape] {
    guard depth < 16 else { return [] }
    var shapes: [ArtShape] = []
    for record in ArtRecord.all(bytes, in: range) {
      if record.type == ArtRecord.Kind.shape {
        shapes.append(ArtShape(bytes, record.data))
      } else if record.type == ArtRecord.Kind.group {
        shapes += members(bytes, record.data, depth: depth + 1)
      }
    }
    return shapes
  }
}
