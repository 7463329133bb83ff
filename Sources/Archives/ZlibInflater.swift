import CLibDeflate

/// Inflates zlib data (RFC 1950) whose size is not known before. Keeps one decompressor, which is not for two
/// tasks at once.
public final class ZlibInflater {
  /// What came of it.
  public enum Outcome {
    case complete([UInt8])
    /// More than the limit.
    case tooLarge
    /// The data is damaged or cut off; libdeflate gives nothing then.
    case damaged
  }

  private let decompressor: OpaquePointer?

  public init() { decompressor = libdeflate_alloc_decompressor() }

  deinit { libdeflate_free_decompressor(decompressor) }

  /// Inflates to at most `limit` bytes. What follows the data is ignored.
  public func inflate(_ data: UnsafeRawBufferPointer, limit: Int) -> Outcome {
    guard let decompressor, let start = data.baseAddress else { return .damaged }
    // libdeflate wants the room beforehand: what text commonly needs, then more.
    var room = min(limit, max(1024, data.count.multipliedReportingOverflow(by: 6).partialValue))
    while true {
      var status = LIBDEFLATE_SUCCESS
      let result = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        var actual = 0
        status = libdeflate_zlib_decompress_ex(
          decompressor, start, data.count, buffer.baseAddress, room, nil, &actual)
        count = status == LIBDEFLATE_SUCCESS ? actual : 0
      }
      switch status {
      case LIBDEFLATE_SUCCESS: return .complete(result)
      case LIBDEFLATE_INSUFFICIENT_SPACE:
        if room >= limit { return .tooLarge }
        room = min(limit, room.multipliedReportingOverflow(by: 4).partialValue)
      default: return .damaged
      }
    }
  }
}
