/// Undoes what a transfer in text mode does to binary data: a carriage return was put before each line feed.
enum TextTransfer {
  /// The data as it was before.
  /// - Parameter length: how long it was, by its dictionary.
  /// - Returns: `nil` for data to which something else was done. Where carriage returns were put before all line
  ///   feeds there is no other one, and without those of them that are too many the length is right.
  static func undone(_ data: UnsafeRawBufferPointer, length: Int) -> [UInt8]? {
    guard length > 0, data.count > length else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(data.count)
    for byte in data {
      if byte == 0x0A {
        guard result.last == 0x0D else { return nil }
        result[result.count &- 1] = byte
      } else {
        result.append(byte)
      }
    }
    // Of a line end of two bytes before `endstream` one is left over.
    guard result.count == length || (result.count == length + 1 && result.last == 0x0D) else { return nil }
    if result.count > length { result.removeLast() }
    return result
  }
}

extension PDFFile {
  /// The data of a stream before a transfer in text mode; `nil` when it had none.
  func restored(_ data: UnsafeRawBufferPointer, of stream: PDFStream) -> [UInt8]? {
    guard let length = integer(stream.dictionary, "Length"), length < data.count,
      let whole = TextTransfer.undone(data, length: length)
    else { return nil }
    note("W_PDF_TEXT_MODE", "line feeds became carriage return and line feed; the data was restored")
    return whole
  }
}
