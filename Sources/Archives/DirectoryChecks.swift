import DocumentModel

/// The checks between reading a directory and believing it. Each throws the first offender's name.
struct DirectoryChecks {
  let bytes: [UInt8]
  let directory: Directory
  let limits: ReadLimits

  /// Where the data of each entry starts, in the order of the directory.
  private(set) var dataOffsets: [Int] = []

  init(_ bytes: [UInt8], _ directory: Directory, _ limits: ReadLimits) throws(ReadError) {
    self.bytes = bytes
    self.directory = directory
    self.limits = limits
    for record in directory.records { try checkName(record) }
    try checkSum()
    dataOffsets.reserveCapacity(directory.records.count)
    for record in directory.records { dataOffsets.append(try dataOffset(of: record)) }
    try checkOverlap()
    try checkSizes()
  }

  private func refusal(_ code: ReadError.Code, _ record: Directory.Record, _ detail: String) -> ReadError {
    ReadError(code, part: record.shownName, detail: detail)
  }

  // MARK: Names

  private func checkName(_ record: Directory.Record) throws(ReadError) {
    if let fault = Self.fault(inName: record.name) { throw refusal(.zipPath, record, fault) }
    if record.isSymbolicLink { throw refusal(.zipPath, record, "symbolic link") }
    if record.isEncrypted { throw refusal(.zipEncrypted, record, "encrypted entry") }
  }

  /// What is wrong with a name, or `nil`. Nothing is ever unpacked to disk; but a name of this kind is no
  /// name of a part, and whoever wrote it had a reason.
  private static func fault(inName name: ArraySlice<UInt8>) -> String? {
    guard let first = name.first else { return "no name" }
    if first == UInt8(ascii: "/") { return "absolute path" }
    if name.count > 1, name[name.startIndex + 1] == UInt8(ascii: ":") { return "drive letter" }
    var dots = 0
    var length = 0
    for byte in name {
      switch byte {
      case 0: return "NUL in the name"
      case UInt8(ascii: "\\"): return "backslash in the name"
      case UInt8(ascii: "/"):
        if dots == 2, length == 2 { return "path that leaves the archive" }
        dots = 0
        length = 0
      default:
        if byte == UInt8(ascii: ".") { dots += 1 }
        length += 1
      }
    }
    return dots == 2 && length == 2 ? "path that leaves the archive" : nil
  }

  // MARK: Places

  private func checkSum() throws(ReadError) {
    var sum = 0
    for record in directory.records {
      guard record.storedBytes <= bytes.count else {
        throw refusal(.zipCorrupt, record, "longer than the file")
      }
      sum += record.storedBytes
      if sum > bytes.count { throw refusal(.zipOverlap, record, "entries together longer than the file") }
    }
  }

  /// Reads the local header and compares it with the directory.
  ///
  /// Sizes and checksum are not compared: with a data descriptor they are zero here, and what counts is
  /// found out by inflating.
  private func dataOffset(of record: Directory.Record) throws(ReadError) -> Int {
    let local = record.localOffset
    guard local >= 0, local <= bytes.count - 30, bytes.u32(local) == 0x0403_4B50 else {
      throw refusal(.zipCorrupt, record, "no local header where the directory says")
    }
    let name = local + 30
    let extra = name + bytes.u16(local + 26)
    let data = extra + bytes.u16(local + 28)
    guard data <= bytes.count, record.storedBytes <= bytes.count - data else {
      throw refusal(.zipCorrupt, record, "runs past the end of the file")
    }
    guard bytes[name..<extra] == record.name else {
      throw refusal(
        .zipHeaderMismatch, record, "the local header says \(Directory.text(bytes[name..<extra]))")
    }
    if bytes.u16(local + 6) & 0x2041 != 0 { throw refusal(.zipEncrypted, record, "encrypted entry") }
    guard bytes.u16(local + 8) == record.method else {
      throw refusal(
        .zipHeaderMismatch, record,
        "method \(record.method) in the directory, \(bytes.u16(local + 8)) in the local header")
    }
    return data
  }

  /// No two entries share a byte, and none reaches into the directory.
  private func checkOverlap() throws(ReadError) {
    let records = directory.records
    var end = 0
    for index in records.indices.sorted(by: { records[$0].localOffset < records[$1].localOffset }) {
      let record = records[index]
      if record.localOffset < end { throw refusal(.zipOverlap, record, "shares bytes with another entry") }
      end = dataOffsets[index] + record.storedBytes
      if end > directory.start { throw refusal(.zipOverlap, record, "shares bytes with the directory") }
    }
  }

  // MARK: Sizes

  private func checkSizes() throws(ReadError) {
    var sum = 0
    for record in directory.records {
      let size = record.inflatedBytes
      if size > limits.partBytes { throw refusal(.zipBomb, record, "\(size) bytes inflated") }
      if size > limits.ratioFreeBytes, (size - 1) / max(1, limits.ratio) >= record.storedBytes {
        throw refusal(.zipBomb, record, "\(size) bytes from \(record.storedBytes)")
      }
      sum += size
      if sum > limits.totalBytes { throw refusal(.zipBomb, record, "\(sum) bytes inflated so far") }
    }
  }
}
