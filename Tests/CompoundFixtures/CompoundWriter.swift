/// Writes small compound files for tests ([MS-CFB]), with the oddities that tests ask for.
public struct CompoundWriter {
  /// Storages are made from the paths of the streams: `ObjectPool/_1/\u{1}CompObj`.
  public var streams: [(path: String, bytes: [UInt8])] = []
  public var isVersion4 = false
  /// Ends the file with the last byte of data, as WPS does.
  public var hasShortLastSector = false
  /// The class of each storage by its path.
  public var classes: [String: [UInt8]] = [:]

  public init(_ streams: [(path: String, bytes: [UInt8])] = []) { self.streams = streams }

  private static let free: UInt32 = 0xFFFF_FFFF
  private static let end: UInt32 = 0xFFFF_FFFE
  private static let table: UInt32 = 0xFFFF_FFFD

  private struct Node {
    var name: String
    var kind: UInt8
    var children: [Int] = []
    var bytes: [UInt8] = []
    var classID = [UInt8](repeating: 0, count: 16)
    var right = CompoundWriter.free
    var start = CompoundWriter.end
  }

  /// The bytes of the file.
  public func bytes() -> [UInt8] {
    let size = isVersion4 ? 4_096 : 512
    var nodes = tree()
    var sectors: [[UInt8]] = []
    var fat: [UInt32] = []
    func add(_ data: [UInt8]) -> UInt32 {
      guard !data.isEmpty else { return Self.end }
      let first = UInt32(fat.count)
      for start in stride(from: 0, to: data.count, by: size) {
        sectors.append(Array(data[start..<min(start + size, data.count)]))
        fat.append(UInt32(fat.count + 1))
      }
      fat[fat.count - 1] = Self.end
      return first
    }
    var mini: [UInt8] = []
    var miniFAT: [UInt32] = []
    var last: [(node: Int, bytes: [UInt8])] = []
    for index in nodes.indices where nodes[index].kind == 2 && !nodes[index].bytes.isEmpty {
      if nodes[index].bytes.count < 4_096 {
        nodes[index].start = UInt32(miniFAT.count)
        let count = (nodes[index].bytes.count + 63) / 64
        for piece in 1...count { miniFAT.append(piece == count ? Self.end : UInt32(miniFAT.count + 1)) }
        mini += nodes[index].bytes
        mini += [UInt8](repeating: 0, count: count * 64 - nodes[index].bytes.count)
      } else {
        last.append((index, nodes[index].bytes))
      }
    }
    nodes[0].start = add(mini)
    nodes[0].bytes = mini
    let miniStart = add(miniFAT.flatMap(little))
    let directoryStart = UInt32(fat.count)
    let perSector = size / 128
    _ = add([UInt8](repeating: 0, count: (nodes.count + perSector - 1) / perSector * size))
    for (node, bytes) in last { nodes[node].start = add(bytes) }
    let shift = UInt32(Self.tableCount(fat.count, size))
    for index in nodes.indices where nodes[index].start < 0xFFFF_FFFA {
      let isMini = index > 0 && nodes[index].bytes.count < 4_096
      if !isMini { nodes[index].start += shift }
    }
    let directory = nodes.flatMap(record)
    for (index, start) in stride(from: 0, to: directory.count, by: size).enumerated() {
      sectors[Int(directoryStart) + index] = Array(directory[start..<min(start + size, directory.count)])
    }
    return file(sectors, fat, size, directoryStart, miniStart, miniFAT.count)
  }

  /// The FAT goes in front of everything else, so that a short last sector holds data.
  private func file(
    _ sectors: [[UInt8]], _ chains: [UInt32], _ size: Int, _ directory: UInt32, _ mini: UInt32,
    _ miniCount: Int
  ) -> [UInt8] {
    let perTable = size / 4
    let tables = Self.tableCount(chains.count, size)
    let shift = UInt32(tables)
    func moved(_ sector: UInt32) -> UInt32 { sector < 0xFFFF_FFFA ? sector + shift : sector }
    var fat = [UInt32](repeating: Self.table, count: tables) + chains.map(moved)
    fat += [UInt32](repeating: Self.free, count: tables * perTable - fat.count)
    var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
    header += [0x3E, 0, isVersion4 ? 4 : 3, 0, 0xFE, 0xFF, isVersion4 ? 12 : 9, 0, 6, 0]
    header += [UInt8](repeating: 0, count: 10)
    header += little(UInt32(tables)) + little(moved(directory)) + little(0) + little(4_096)
    header += little(moved(mini)) + little(UInt32(miniCount > 0 ? 1 : 0)) + little(Self.end) + little(0)
    for index in 0..<109 { header += little(index < tables ? UInt32(index) : Self.free) }
    var result = padded(header, size) + fat.flatMap(little)
    for (index, sector) in sectors.enumerated() {
      result += hasShortLastSector && index == sectors.count - 1 ? sector : padded(sector, size)
    }
    return result
  }

  private static func tableCount(_ sectors: Int, _ size: Int) -> Int {
    var tables = 1
    while tables * (size / 4) < sectors + tables { tables += 1 }
    return tables
  }

  private func tree() -> [Node] {
    var nodes = [Node(name: "Root Entry", kind: 5)]
    var known: [String: Int] = ["": 0]
    for stream in streams {
      var path = ""
      var parent = 0
      let parts = stream.path.split(separator: "/").map(String.init)
      for (depth, part) in parts.enumerated() {
        path += (path.isEmpty ? "" : "/") + part
        if let index = known[path] {
          parent = index
          continue
        }
        var node = Node(name: part, kind: depth == parts.count - 1 ? 2 : 1)
        if node.kind == 2 { node.bytes = stream.bytes }
        if let id = classes[path] { node.classID = id }
        known[path] = nodes.count
        nodes[parent].children.append(nodes.count)
        parent = nodes.count
        nodes.append(node)
      }
    }
    // A list is a tree, too: every node to the right of the one before.
    for children in nodes.map(\.children) {
      for (left, right) in zip(children, children.dropFirst()) { nodes[left].right = UInt32(right) }
    }
    return nodes
  }

  private func record(_ node: Node) -> [UInt8] {
    let units = Array(node.name.utf16)
    var bytes = padded(units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }, 64)
    bytes += [UInt8(units.count * 2 + 2), 0, node.kind, 1]
    bytes +=
      little(Self.free) + little(node.right) + little(node.children.first.map(UInt32.init) ?? Self.free)
    bytes += node.classID + [UInt8](repeating: 0, count: 20)
    return bytes + little(node.start) + little(UInt32(node.bytes.count)) + little(0)
  }

  private func padded(_ bytes: [UInt8], _ size: Int) -> [UInt8] {
    bytes + [UInt8](repeating: 0, count: max(0, size - bytes.count))
  }

  private func little(_ value: UInt32) -> [UInt8] {
    [
      UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8),
      UInt8(truncatingIfNeeded: value >> 16),
      UInt8(truncatingIfNeeded: value >> 24),
    ]
  }
}
