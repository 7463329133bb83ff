import CompoundFiles
import DocumentModel

/// The styles of a document ([MS-DOC] 2.9.271), every chain of base styles laid flat when it is needed.
final class StyleSheet {
  enum Kind: Int {
    case none = 0
    case paragraph, character, table, numbering
  }

  /// A style as the file gives it.
  struct Style {
    var name = ""
    var kind = Kind.none
    /// The style that it is based on, an index; -1 for none.
    var base = -1
    var paragraph = ParagraphProperties()
    var characters = CharacterProperties()
  }

  /// A style with everything that it inherits, the defaults of the document included.
  struct Flat {
    var characters: CharacterProperties
    /// The chain, this style first, as indexes into `styles`.
    var chain: [Int]
  }

  private(set) var styles: [Style] = []
  /// What holds where no style says otherwise: the faces, sizes of the document ([MS-DOC] 2.9.274).
  private(set) var defaultCharacters = CharacterProperties()
  private(set) var defaultParagraph = ParagraphProperties()
  private(set) var notes: [ReadNote] = []

  private var flat: [Int: Flat] = [:]
  private var characterLayers: [Int: CharacterProperties] = [:]
  private let chainLimit: Int

  /// The style that stands for no style.
  static let noStyle = 0x0FFF

  init(_ bytes: [UInt8], data: [UInt8], limits: ReadLimits) {
    chainLimit = limits.styleChain
    guard let headerSize = bytes.u16(0), let count = bytes.u16(2), let baseSize = bytes.u16(4) else { return }
    let end = min(2 + headerSize, bytes.count)
    readDefaults(Array(bytes[..<end]), data)
    var position = end
    styles.reserveCapacity(min(count, 4_096))
    for _ in 0..<count {
      guard let size = bytes.u16(position) else { break }
      let start = position + 2
      guard start + size <= bytes.count else {
        notes.append(ReadNote("W_DOC_STYLES", part: "STSH", detail: "the style sheet is cut off"))
        break
      }
      styles.append(size == 0 ? Style() : style(bytes, start, start + size, baseSize, data))
      position = start + size
    }
  }

  /// The faces of the document, and its own defaults where the producer is Word 2000 or later.
  private func readDefaults(_ header: [UInt8], _ data: [UInt8]) {
    let faces: [(CharacterProperties.Fields, WritableKeyPath<CharacterProperties, Int16>, Int)] = [
      (.ascii, \.ascii, 14), (.eastAsia, \.eastAsia, 16), (.highAnsi, \.highAnsi, 18),
      (.complexScript, \.complexScript, 20),
    ]
    for (field, target, place) in faces {
      guard let face = header.i16(place) else { continue }
      defaultCharacters[keyPath: target] = Int16(truncatingIfNeeded: face)
      defaultCharacters.fields.insert(field)
    }
    // Behind the faces: a table of latent styles, its size of an entry in front, then two lists.
    guard let latent = header.u16(22), latent == 4, let latentCount = header.u16(8) else { return }
    var position = 24 + latent * latentCount
    for isCharacter in [true, false] {
      guard let count = header.u32(position), position + 4 + count <= header.count else { return }
      header.withUnsafeBytes { bytes in
        let list = UnsafeRawBufferPointer(rebasing: bytes[position + 4..<position + 4 + count])
        if isCharacter {
          defaultCharacters.merge(CharacterProperties(list))
        } else {
          defaultParagraph.merge(ParagraphProperties(list, data: data))
        }
      }
      position += 4 + count
    }
  }

  /// One style ([MS-DOC] 2.9.260): fixed fields, the name, then lists by kind, each at an even offset.
  private func style(_ bytes: [UInt8], _ start: Int, _ end: Int, _ baseSize: Int, _ data: [UInt8]) -> Style {
    var style = Style()
    guard let kinds = bytes.u16(start + 2), let counts = bytes.u16(start + 4) else { return style }
    style.kind = Kind(rawValue: kinds & 15) ?? .none
    style.base = kinds >> 4 == Self.noStyle ? -1 : kinds >> 4
    var position = start + baseSize
    guard let length = bytes.u16(position), position + 2 + 2 * length <= end else { return style }
    let units = (0..<length).map { UInt16(truncatingIfNeeded: bytes.u16(position + 2 + 2 * $0) ?? 0) }
    style.name = String(decoding: units, as: UTF16.self)
    position += 2 + 2 * length + 2
    readLists(bytes, start, position..<max(position, end), counts & 15, data, into: &style)
    // The built-in headings have their level without saying so (their numbers are 1 to 9; [MS-DOC] 2.9.260).
    let number = (bytes.u16(start) ?? 0) & 0xFFF
    if style.kind == .paragraph, (1...9).contains(number), !style.paragraph.fields.contains(.outline) {
      style.paragraph.outline = Int32(number - 1)
      style.paragraph.fields.insert(.outline)
    }
    return style
  }

  /// The lists of a style, which kinds of them its own kind tells.
  private func readLists(
    _ bytes: [UInt8], _ start: Int, _ range: Range<Int>, _ count: Int, _ data: [UInt8],
    into style: inout Style
  ) {
    let order: [ListKind] =
      switch style.kind {
      case .paragraph: [.paragraph, .characters]
      case .character: [.characters]
      case .table: [.table, .paragraph, .characters]
      case .numbering: [.paragraph]
      case .none: []
      }
    var position = range.lowerBound
    for kind in order.prefix(count) {
      position += (position - start) & 1
      guard let size = bytes.u16(position), position + 2 + size <= range.upperBound else { break }
      // A list of a paragraph begins with the number of the style itself.
      let first = position + 2 + (kind == .paragraph ? 2 : 0)
      if first < position + 2 + size {
        bytes.withUnsafeBytes {
          let list = UnsafeRawBufferPointer(rebasing: $0[first..<position + 2 + size])
          if kind == .paragraph { style.paragraph = ParagraphProperties(list, data: data) }
          if kind == .characters { style.characters = CharacterProperties(list) }
        }
      }
      position += 2 + size
    }
  }

  private enum ListKind { case paragraph, characters, table }

  // MARK: Chains

  /// The chain of base styles, this one first; rings end it.
  func chain(_ index: Int) -> [Int] {
    var chain: [Int] = []
    var next = index
    while styles.indices.contains(next), chain.count < chainLimit {
      guard !chain.contains(next) else {
        if !notes.contains(where: { $0.code == "W_STYLE_CYCLE" }) {
          notes.append(ReadNote("W_STYLE_CYCLE", part: "STSH", detail: "style \(index) is based on itself"))
        }
        break
      }
      chain.append(next)
      next = styles[next].base
    }
    return chain
  }

  /// A paragraph style laid flat over the defaults; the defaults alone for a number without a style.
  func paragraphStyle(_ index: Int) -> Flat {
    if let known = flat[index] { return known }
    var result = Flat(characters: defaultCharacters, chain: chain(index))
    for member in result.chain.reversed() { result.characters.merge(styles[member].characters) }
    flat[index] = result
    return result
  }

  /// Lays a character style over what the paragraph gives.
  func lay(characterStyle index: Int, over characters: inout CharacterProperties) {
    guard styles.indices.contains(index), styles[index].kind == .character else { return }
    for member in chain(index).reversed() { characters.merge(styles[member].characters) }
  }

  func name(_ index: Int) -> String? {
    guard styles.indices.contains(index), !styles[index].name.isEmpty else { return nil }
    return styles[index].name
  }
}
