/// The four-byte codes of GB 18030.
public enum GB18030FourByte {
  /// Where runs of the basic plane begin: number of the code from 81308130 on, and scalar value, 0 for a gap.
  private static let runs: [(number: UInt32, scalar: UInt32)] = {
    var text = EmbeddedText.files.first { $0.name == "gb18030-four.tsv" }?.text ?? ""
    return text.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ")
      guard fields.count == 2, let number = UInt32(fields[0], radix: 16),
        let scalar = UInt32(fields[1], radix: 16)
      else { return nil }
      return (number, scalar)
    }
  }()

  /// The scalar value of a code, 0 when it is none.
  public static func scalar(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) -> UInt32 {
    guard (0x81...0xFE).contains(first), (0x30...0x39).contains(second), (0x81...0xFE).contains(third),
      (0x30...0x39).contains(fourth)
    else { return 0 }
    let head = UInt32(first - 0x81) * 10 + UInt32(second - 0x30)
    let number = (head * 126 + UInt32(third - 0x81)) * 10 + UInt32(fourth - 0x30)
    // The other planes follow each other from 90308130 on.
    if number >= 189_000 { return number - 189_000 < 0x100000 ? number - 189_000 + 0x10000 : 0 }
    guard number < 0x9A00 else { return 0 }
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].number <= number { low = middle + 1 } else { high = middle }
    }
    guard low > 0, runs[low - 1].scalar != 0 else { return 0 }
    return runs[low - 1].scalar + number - runs[low - 1].number
  }
}
