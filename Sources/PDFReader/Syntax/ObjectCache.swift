/// Values by object number, close together where the numbers are, as they are in nearly all files.
struct NumberTable<Value> {
  private var dense: [Value?] = []
  private var sparse: [Int: Value] = [:]
  private(set) var count = 0

  subscript(number: Int) -> Value? {
    get {
      if number >= 0, number < dense.count, let value = dense[number] { return value }
      return sparse.isEmpty ? nil : sparse[number]
    }
    set {
      guard number >= 0 else { return }
      if self[number] == nil { count += newValue == nil ? 0 : 1 }
      // Room for twice as many as there are, so that one large number costs nothing.
      if number < 1024 + 4 * count {
        while dense.count <= number { dense.append(nil) }
        dense[number] = newValue
        if !sparse.isEmpty { sparse[number] = nil }
      } else {
        sparse[number] = newValue
      }
    }
  }

  /// All numbers that have values, in order.
  var numbers: [Int] {
    let first = dense.indices.filter { dense[$0] != nil }
    return sparse.isEmpty ? first : (first + sparse.keys).sorted()
  }

  mutating func removeAll() {
    dense.removeAll(keepingCapacity: true)
    sparse.removeAll()
    count = 0
  }
}

/// The objects that were parsed. Emptied when they take too much room: they can be parsed again.
struct ObjectCache {
  private var objects = NumberTable<PDFObject>()
  private var weight = 0

  /// The most values that are kept, of 32 to 56 bytes each.
  private static let room = 3_000_000

  @inline(__always)
  subscript(number: Int) -> PDFObject? { objects[number] }

  /// - Parameter weight: how many values the object holds.
  mutating func keep(_ object: PDFObject, _ number: Int, weight: Int) {
    self.weight += weight + 1
    if self.weight > Self.room { removeAll() }
    objects[number] = object
  }

  mutating func removeAll() {
    objects.removeAll()
    weight = 0
  }
}

/// How much parsing a file may cause: objects that share bytes, or strings that never end, would otherwise
/// make it the square of the file's size.
struct WorkBudget {
  private var bytesLeft: Int
  private var weight = 0

  init(fileBytes: Int) { bytesLeft = (64 << 20) + 16 * min(fileBytes, 1 << 32) }

  var isSpent: Bool { bytesLeft <= 0 }

  mutating func spend(bytes: Int) { bytesLeft -= bytes }

  mutating func add(weight: Int) { self.weight += weight }

  mutating func takeWeight() -> Int {
    defer { weight = 0 }
    return weight
  }
}
