import CompoundFiles
import DocumentModel

extension FuzzTarget {
  /// The container of old Word documents: header, tables of sectors, directory, every stream.
  static let cfb = FuzzTarget(name: "cfb") { bytes in
    guard let file = try? CompoundFile(bytes) else { return }
    for entry in file.entries.prefix(64) {
      guard let stream = try? file.stream(entry) else { continue }
      precondition(stream.count <= entry.size && stream.count <= bytes.count, "more than there is")
      precondition(file.contains(entry.path))
    }
  }
}
