import Yams

/// Hands the settings of a requirement to the rule that they are made into.
///
/// The decoder of Yams would do. But it asks the runtime of every value what else its type may be, which took
/// longer than all else that a spec needs, and settings are of four sorts and of lists of those.
struct SettingsDecoder: Decoder {
  private enum Source {
    case settings([(key: String, value: Node)])
    case node(Node)
  }
  private let source: Source
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  init(_ settings: [(key: String, value: Node)]) {
    source = .settings(settings)
    codingPath = []
  }

  fileprivate init(_ node: Node, at path: [any CodingKey]) {
    source = .node(node)
    codingPath = path
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .settings(let settings) = source else { throw mismatch([String: Node].self) }
    return KeyedDecodingContainer(SettingsContainer(settings: settings, codingPath: codingPath))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .node(let node) = source, let nodes = node.sequence else { throw mismatch([Node].self) }
    return ListContainer(nodes: Array(nodes), codingPath: codingPath)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

  private func mismatch(_ type: any Any.Type) -> DecodingError {
    .typeMismatch(type, .init(codingPath: codingPath, debugDescription: "no \(type)"))
  }
}

extension SettingsDecoder: SingleValueDecodingContainer {
  func decodeNil() -> Bool {
    if case .node(let node) = source { node.null != nil } else { false }
  }

  func decode<T: Decodable>(_ type: T.Type) throws -> T {
    let value: Any?
    switch type {
    case is String.Type: value = scalar.flatMap { String.construct(from: $0) }
    case is Bool.Type: value = scalar.flatMap { Bool.construct(from: $0) }
    case is Int.Type: value = scalar.flatMap { Int.construct(from: $0) }
    case is Double.Type: value = scalar.flatMap { Double.construct(from: $0) }
    default:
      // Such a type would ask for itself again.
      if Self.others.contains(where: { $0 == type }) { throw mismatch(type) }
      return try type.init(from: self)
    }
    guard let value = value as? T else { throw mismatch(type) }
    return value
  }

  private var scalar: Node.Scalar? {
    if case .node(let node) = source { node.scalar } else { nil }
  }

  /// The types of single values that no setting has.
  private static let others: [any Any.Type] = [
    Float.self, Int8.self, Int16.self, Int32.self, Int64.self, UInt.self, UInt8.self, UInt16.self,
    UInt32.self,
    UInt64.self,
  ]
}

/// The settings by their names.
private struct SettingsContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let settings: [(key: String, value: Node)]
  let codingPath: [any CodingKey]

  var allKeys: [Key] { settings.compactMap { Key(stringValue: $0.key) } }

  func contains(_ key: Key) -> Bool { settings.contains { $0.key == key.stringValue } }

  func decodeNil(forKey key: Key) throws -> Bool { try decoder(key).decodeNil() }

  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T { try decoder(key).decode(type) }

  func nestedContainer<Other: CodingKey>(
    keyedBy type: Other.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Other> { try decoder(key).container(keyedBy: type) }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { SettingsDecoder(settings) }

  func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(key) }

  private func decoder(_ key: Key) throws -> SettingsDecoder {
    guard let setting = settings.first(where: { $0.key == key.stringValue }) else {
      throw DecodingError.keyNotFound(
        key, .init(codingPath: codingPath, debugDescription: "no \(key.stringValue)"))
    }
    return SettingsDecoder(setting.value, at: codingPath + [key])
  }
}

/// The members of a list, in order.
private struct ListContainer: UnkeyedDecodingContainer {
  private struct Index: CodingKey {
    let intValue: Int?
    var stringValue: String { "\(intValue ?? 0)" }
    init(intValue: Int) { self.intValue = intValue }
    init?(stringValue: String) { return nil }
  }
  let nodes: [Node]
  let codingPath: [any CodingKey]
  private(set) var currentIndex = 0

  init(nodes: [Node], codingPath: [any CodingKey]) {
    self.nodes = nodes
    self.codingPath = codingPath
  }

  var count: Int? { nodes.count }
  var isAtEnd: Bool { currentIndex >= nodes.count }

  mutating func decodeNil() throws -> Bool {
    let isNil = try decoder().decodeNil()
    if isNil { currentIndex += 1 }
    return isNil
  }

  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T { try next { try $0.decode(type) } }

  mutating func nestedContainer<Key: CodingKey>(
    keyedBy type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> { try next { try $0.container(keyedBy: type) } }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next { try $0.unkeyedContainer() }
  }

  mutating func superDecoder() throws -> any Decoder { try next { $0 } }

  private mutating func next<T>(_ use: (SettingsDecoder) throws -> T) throws -> T {
    let result = try use(decoder())
    currentIndex += 1
    return result
  }

  private func decoder() throws -> SettingsDecoder {
    let path = codingPath + [Index(intValue: currentIndex)]
    guard nodes.indices.contains(currentIndex) else {
      throw DecodingError.valueNotFound(Node.self, .init(codingPath: path, debugDescription: "at the end"))
    }
    return SettingsDecoder(nodes[currentIndex], at: path)
  }
}
