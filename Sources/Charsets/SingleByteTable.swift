/// The upper halves of the charsets of one byte.
enum SingleByteTable {
  /// 128 scalar values for the bytes from 0x80 on, 0 for unassigned ones; by the charset's name.
  private static let halves: [String: [UInt32]] = {
    var halves: [String: [UInt32]] = [:]
    let text = EmbeddedText.files.first { $0.name == "single-byte.tsv" }?.text ?? ""
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t")
      guard fields.count == 2 else { continue }
      var table = TableText(count: 128)
      table.readLine(String(fields[1]))
      halves[String(fields[0])] = table.cells
    }
    return halves
  }()

  static func upperHalf(of charset: Charset) -> [UInt32] {
    halves[charset.rawValue] ?? [UInt32](repeating: 0, count: 128)
  }
}
