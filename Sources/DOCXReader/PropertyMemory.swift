/// What lists of properties were read as, by their bytes: a document writes the same few again and again.
///
/// The bytes tell everything, for the reader starts each list from nothing, and what is noted about a list
/// is noted once for a part. A list whose reading does more than that must not be remembered.
struct PropertyMemory<Properties> {
  /// Longer lists, and more of them, are strange and would only take memory.
  private static var byteLimit: Int { 2_048 }
  private static var countLimit: Int { 4_096 }

  private let lists = NamePool()
  private var known: [Properties?] = []
  /// The list that is being read and is to be remembered.
  private var open = NamePool.none

  /// What a list is known to mean; if it is not, what `close` says is remembered.
  mutating func find(_ list: Bytes?) -> Properties? {
    open = NamePool.none
    guard let list, list.count <= Self.byteLimit, known.count < Self.countLimit else { return nil }
    let number = lists.id(of: list)
    guard number >= 0 else { return nil }
    if Int(number) < known.count, let properties = known[Int(number)] { return properties }
    open = number
    return nil
  }

  /// Leaves the open list unremembered.
  mutating func forget() { open = NamePool.none }

  /// Remembers what the open list means.
  mutating func close(_ properties: @autoclosure () -> Properties) {
    guard open >= 0 else { return }
    while known.count <= Int(open) { known.append(nil) }
    known[Int(open)] = properties()
    open = NamePool.none
  }
}
