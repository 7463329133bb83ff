/// Whether a file whose objects were found by scanning has all of them.
extension PDFFile {
  /// More values than this are not looked at.
  private static let mostValues = 20_000_000

  /// Whether an object is cut off, or names one that is not there: a file that broke off in transfer has lost what
  /// nothing else tells of. The last update of a file may be lost all the same.
  func lacksObjects() -> Bool {
    var values = Self.mostValues
    if lacks(.dictionary(trailer), &values) { return true }
    for number in table.numbers {
      let object = object(ObjectID(number))
      if case .stream(let stream) = object, stream.range.upperBound >= bytes.count { return true }
      if lacks(object, &values) { return true }
      if values < 0 || work.isSpent || deadline.isPast { break }
    }
    return false
  }

  /// Whether a value, or one inside of it, refers to nothing.
  private func lacks(_ object: PDFObject, _ values: inout Int) -> Bool {
    var open = [object]
    while let value = open.popLast(), values >= 0 {
      values -= 1
      switch value {
      case .reference: if isLost(value) { return true }
      case .array(let elements): open.append(contentsOf: elements)
      case .dictionary(let dictionary): open.append(contentsOf: dictionary.entries.map(\.value))
      case .stream(let stream): open.append(contentsOf: stream.dictionary.entries.map(\.value))
      case .null, .boolean, .integer, .real, .string, .name: continue
      }
    }
    return false
  }
}
