import Charsets
import CompoundFiles
import DocumentModel

/// A set of document properties ([MS-OLEPS]): the streams `\u{5}SummaryInformation` and its companion.
struct PropertySet {
  /// One section: values by number, and the names of those that users made.
  struct Part {
    var values: [Int: String] = [:]
    var names: [Int: String] = [:]
  }

  private(set) var parts: [Part] = []

  init(_ bytes: [UInt8]) {
    guard bytes.u16(0) == 0xFFFE, let count = bytes.u32(24) else { return }
    for index in 0..<min(count, 2) {
      guard let start = bytes.u32(28 + 20 * index + 16) else { return }
      parts.append(Self.part(bytes, start))
    }
  }

  private static func part(_ bytes: [UInt8], _ start: Int) -> Part {
    var part = Part()
    guard let count = bytes.u32(start + 4) else { return part }
    var places: [Int: Int] = [:]
    for index in 0..<min(count, 1_000) {
      guard let id = bytes.u32(start + 8 + 8 * index), let offset = bytes.u32(start + 12 + 8 * index) else {
        break
      }
      places[id] = start + offset
    }
    // Property 1 is the code page of all single-byte text.
    let codePage = places[1].flatMap { bytes.u16($0 + 4) } ?? 1_252
    let charset = Charset(codePage: codePage) ?? .windows1252
    for (id, place) in places where id > 1 && id < 0x8000_0000 {
      if let value = value(bytes, place, charset, isWide: codePage == 1_200) { part.values[id] = value }
    }
    if let place = places[0] { part.names = names(bytes, place, charset, isWide: codePage == 1_200) }
    return part
  }

  /// A value as text; `nil` for kinds that no text is made of ([MS-OLEPS] 2.15).
  private static func value(_ bytes: [UInt8], _ place: Int, _ charset: Charset, isWide: Bool) -> String? {
    guard let type = bytes.u16(place) else { return nil }
    switch type {
    case 2: return bytes.i16(place + 4).map(String.init)
    case 3: return bytes.i32(place + 4).map(String.init)
    case 0x0B: return bytes.u16(place + 4).map { $0 == 0 ? "false" : "true" }
    case 0x1E: return text(bytes, place + 4, charset, isWide: isWide)
    case 0x1F: return text(bytes, place + 4, .utf16LE, isWide: true, unitSize: 2)
    case 0x40:
      guard let low = bytes.u32(place + 4), let high = bytes.u32(place + 8) else { return nil }
      return FileTime.text(UInt64(high) << 32 | UInt64(low))
    default: return nil
    }
  }

  /// Text behind its length, which counts units and the zero at the end.
  private static func text(
    _ bytes: [UInt8], _ place: Int, _ charset: Charset, isWide: Bool, unitSize: Int = 1
  ) -> String? {
    guard let length = bytes.u32(place), length <= 1 << 16 else { return nil }
    let start = place + 4
    let end = start + length * unitSize
    guard end <= bytes.count else { return nil }
    var part = bytes[start..<end]
    if isWide {
      while part.count >= 2, part.suffix(2).allSatisfy({ $0 == 0 }) { part.removeLast(2) }
      return Charset.utf16LE.decode(part)
    }
    part = part.prefix { $0 != 0 }
    return charset.decode(part)
  }

  /// The dictionary of a part: numbers and names ([MS-OLEPS] 2.17).
  private static func names(_ bytes: [UInt8], _ place: Int, _ charset: Charset, isWide: Bool) -> [Int: String]
  {
    guard let count = bytes.u32(place) else { return [:] }
    var names: [Int: String] = [:]
    var position = place + 4
    for _ in 0..<min(count, 1_000) {
      guard let id = bytes.u32(position), let length = bytes.u32(position + 4), length <= 1 << 12 else {
        break
      }
      let size = isWide ? (2 * length + 3) / 4 * 4 : length
      guard position + 8 + size <= bytes.count else { break }
      let part = bytes[position + 8..<position + 8 + (isWide ? 2 * length : length)]
      let name = isWide ? Charset.utf16LE.decode(part) : charset.decode(part.prefix { $0 != 0 })
      names[id] = String(name.unicodeScalars.prefix { $0 != "\0" })
      position += 8 + size
    }
    return names
  }
}

extension String {
  fileprivate init(_ scalars: some Sequence<Unicode.Scalar>) {
    self.init()
    unicodeScalars.append(contentsOf: scalars)
  }
}

/// Hundreds of nanoseconds since 1601 ([MS-DTYP] 2.3.3), written as ISO 8601 in UTC.
enum FileTime {
  static func text(_ time: UInt64) -> String? {
    let seconds = Int(time / 10_000_000)
    // Durations (the time of editing) are kept in the same type; a date before 1980 is none.
    guard seconds > 378 * 365 * 86_400, seconds < 1_400 * 365 * 86_400 else { return nil }
    let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
    let (year, month, day) = date(days)
    return "\(year)-\(two(month))-\(two(day))T\(two(rest / 3_600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }

  /// The date a number of days after 1 January 1601, which begins a cycle of 400 years.
  private static func date(_ days: Int) -> (year: Int, month: Int, day: Int) {
    // Years that begin in March have their leap day at the end.
    let shifted = days + 306
    let cycle = shifted / 146_097
    let inCycle = shifted % 146_097
    let yearOfCycle = (inCycle - inCycle / 1_460 + inCycle / 36_524 - inCycle / 146_096) / 365
    let dayOfYear = inCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = 1_600 + 400 * cycle + yearOfCycle + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Metadata {
  /// What the property sets of a compound file say ([MS-OLEPS] 3.1).
  init(_ file: CompoundFile) {
    self.init()
    if let bytes = try? file.stream("\u{5}SummaryInformation"), let part = PropertySet(bytes).parts.first {
      func value(_ id: Int) -> String? { part.values[id].flatMap { $0.isEmpty ? nil : $0 } }
      title = value(2)
      subject = value(3)
      creator = value(4)
      keywords = value(5)
      template = value(7)
      lastModifiedBy = value(8)
      created = value(12)
      modified = value(13)
      application = value(18)
    }
    guard let bytes = try? file.stream("\u{5}DocumentSummaryInformation") else { return }
    let parts = PropertySet(bytes).parts
    func value(_ id: Int) -> String? { parts.first?.values[id].flatMap { $0.isEmpty ? nil : $0 } }
    manager = value(14)
    company = value(15)
    // The upper half is the version, the lower the build.
    applicationVersion = value(23).flatMap(Int.init).map { "\($0 >> 16 & 0xFFFF).\($0 & 0xFFFF)" }
    guard parts.count > 1 else { return }
    for (id, name) in parts[1].names.sorted(by: { $0.key < $1.key }) where custom.count < 1_000 {
      if let value = parts[1].values[id] { custom[name] = value }
    }
  }
}
