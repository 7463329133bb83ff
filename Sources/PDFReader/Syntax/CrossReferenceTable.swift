/// Where the objects of a file are (ISO 32000-1, 7.5.4 and 7.5.8).
struct CrossReferenceTable {
  enum Place: Sendable {
    case free
    /// A place in the file.
    case offset(Int)
    /// Within an object stream (ISO 32000-1, 7.5.7).
    case compressed(container: Int, index: Int)
  }

  private var places = NumberTable<Place>()

  /// More objects than any file has; what goes beyond is not read.
  static let mostObjects = 4_000_000

  @inline(__always)
  subscript(number: Int) -> Place? { places[number] }

  var count: Int { places.count }
  var numbers: [Int] { places.numbers }

  /// Sets a place that no newer update has set.
  mutating func addOlder(_ number: Int, _ place: Place) {
    guard places.count < Self.mostObjects, places[number] == nil else { return }
    places[number] = place
  }

  /// Sets a place whatever was there.
  mutating func replace(_ number: Int, _ place: Place) {
    guard places.count < Self.mostObjects || places[number] != nil else { return }
    places[number] = place
  }

  mutating func removeAll() { places.removeAll() }
}
