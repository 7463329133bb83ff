import CLibDeflate
import DocumentModel

/// Turns stored data back into bytes. Keeps one decompressor, which is not for two tasks at once.
final class Inflater {
  private let decompressor: OpaquePointer?

  init() { decompressor = libdeflate_alloc_decompressor() }

  deinit { libdeflate_free_decompressor(decompressor) }

  /// The bytes of one entry, exactly as many as declared and with the right checksum.
  /// - Parameter terminated: with a zero byte behind them, which is not counted as one of them elsewhere.
  func inflate(
    _ data: UnsafeRawBufferPointer, _ record: Directory.Record, terminated: Bool
  ) throws(ReadError) -> [UInt8] {
    var result: [UInt8]
    switch record.method {
    case 0:
      result = try copy(data, record)
      if terminated { result.append(0) }
    case 8: result = try decompress(data, record, terminated: terminated)
    default:
      throw ReadError(
        .zipCorrupt, part: record.shownName, detail: "compressed by \(Self.name(ofMethod: record.method))")
    }
    let crc = result.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count - (terminated ? 1 : 0)) }
    if crc != record.crc { throw ReadError(.zipCRC, part: record.shownName, detail: "wrong checksum") }
    return result
  }

  private func copy(_ data: UnsafeRawBufferPointer, _ record: Directory.Record) throws(ReadError) -> [UInt8] {
    guard data.count == record.inflatedBytes else {
      throw ReadError(
        .zipCorrupt, part: record.shownName, detail: "\(data.count) bytes, declared \(record.inflatedBytes)")
    }
    return [UInt8](data)
  }

  private func decompress(
    _ data: UnsafeRawBufferPointer, _ record: Directory.Record, terminated: Bool
  ) throws(ReadError) -> [UInt8] {
    guard let decompressor else {
      throw ReadError(.zipCorrupt, part: record.shownName, detail: "out of memory")
    }
    var status = LIBDEFLATE_SUCCESS
    var actual = 0
    let declared = record.inflatedBytes
    // The room is the declared size, which the limits have passed: there is nowhere for more to go.
    let result = [UInt8](unsafeUninitializedCapacity: declared + 1) { room, count in
      status = libdeflate_deflate_decompress(
        decompressor, data.baseAddress, data.count, room.baseAddress, declared, &actual)
      guard status == LIBDEFLATE_SUCCESS else { return }
      count = actual
      if terminated {
        room[actual] = 0
        count += 1
      }
    }
    guard status == LIBDEFLATE_SUCCESS, actual == declared else {
      let detail =
        status == LIBDEFLATE_INSUFFICIENT_SPACE
        ? "more than the declared \(declared) bytes"
        : status == LIBDEFLATE_SUCCESS ? "\(actual) bytes, declared \(declared)" : "damaged data"
      throw ReadError(.zipCorrupt, part: record.shownName, detail: detail)
    }
    return result
  }

  /// Names of the methods in APPNOTE §4.4.5 that are met.
  private static func name(ofMethod method: Int) -> String {
    switch method {
    case 1: "Shrink (method 1)"
    case 6: "Implode (method 6)"
    case 9: "Deflate64 (method 9)"
    case 12: "bzip2 (method 12)"
    case 14: "LZMA (method 14)"
    case 93: "Zstandard (method 93)"
    case 95: "XZ (method 95)"
    case 98: "PPMd (method 98)"
    case 99: "AES encryption (method 99)"
    default: "method \(method)"
    }
  }
}
