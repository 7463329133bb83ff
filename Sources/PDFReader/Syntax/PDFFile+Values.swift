/// Look-ups that follow references. `nil` for what is missing or of another kind.
extension PDFFile {
  /// Whether something is named that is not in the file. By the standard that is as good as nothing
  /// (ISO 32000-1, 7.3.10); no producer means it so where a page needs it, but for `0 0 R`, which is never there.
  func isLost(_ object: PDFObject?) -> Bool {
    guard let id = object?.reference, id.number != 0 else { return false }
    return resolve(object).isNull
  }

  func dictionary(_ dictionary: PDFDictionary, _ key: PDFName) -> PDFDictionary? {
    resolve(dictionary[key]).dictionary
  }

  func array(_ dictionary: PDFDictionary, _ key: PDFName) -> [PDFObject]? { resolve(dictionary[key]).array }

  func integer(_ dictionary: PDFDictionary, _ key: PDFName) -> Int? { resolve(dictionary[key]).integer }

  func number(_ dictionary: PDFDictionary, _ key: PDFName) -> Double? { resolve(dictionary[key]).number }

  func boolean(_ dictionary: PDFDictionary, _ key: PDFName) -> Bool? { resolve(dictionary[key]).boolean }

  func name(_ dictionary: PDFDictionary, _ key: PDFName) -> PDFName? { resolve(dictionary[key]).name }

  /// The bytes of a string, in no known encoding.
  func string(_ dictionary: PDFDictionary, _ key: PDFName) -> [UInt8]? { resolve(dictionary[key]).string }

  func stream(_ dictionary: PDFDictionary, _ key: PDFName) -> PDFStream? { resolve(dictionary[key]).stream }

  /// The numbers of an array; what is no number in it counts as 0.
  func numbers(_ object: PDFObject?) -> [Double]? {
    resolve(object).array?.map { resolve($0).number ?? 0 }
  }

  func numbers(_ dictionary: PDFDictionary, _ key: PDFName) -> [Double]? { numbers(dictionary[key]) }

  func rectangle(_ dictionary: PDFDictionary, _ key: PDFName) -> PDFRectangle? {
    guard let values = numbers(dictionary, key), values.count >= 4 else { return nil }
    return PDFRectangle(values[0], values[1], values[2], values[3])
  }

  func matrix(_ dictionary: PDFDictionary, _ key: PDFName) -> PDFMatrix? {
    guard let values = numbers(dictionary, key), values.count >= 6 else { return nil }
    return PDFMatrix(a: values[0], b: values[1], c: values[2], d: values[3], e: values[4], f: values[5])
  }
}
