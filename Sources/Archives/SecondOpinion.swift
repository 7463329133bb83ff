import CLibZip
import DocumentModel

/// What libzip makes of a directory that can be read in more than one way.
///
/// A file in which two readers see different entries is how one text is shown to the checker and another
/// to Word. libzip is the second reader; its own consistency check (`ZIP_CHECKCONS`) is left off because
/// it refuses one good file in twenty.
enum SecondOpinion {
  /// - Throws: `E_ZIP_CORRUPT` when libzip cannot open the archive or sees other entries.
  static func check(_ bytes: [UInt8], _ records: [Directory.Record]) throws(ReadError) {
    if let error = bytes.withUnsafeBytes({ compare($0, records) }) { throw error }
  }

  private static func compare(_ bytes: UnsafeRawBufferPointer, _ records: [Directory.Record]) -> ReadError? {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(bytes.baseAddress, zip_uint64_t(bytes.count), 0, &error)
    else {
      return ReadError(.zipCorrupt, detail: message(&error))
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      return ReadError(.zipCorrupt, detail: message(&error))
    }
    // Frees the source too.
    defer { zip_discard(archive) }
    guard Int(zip_get_num_entries(archive, 0)) == records.count else {
      return ReadError(.zipCorrupt, detail: "two directories in one file")
    }
    for (index, record) in records.enumerated() where !agrees(archive, zip_uint64_t(index), record) {
      return ReadError(.zipCorrupt, part: record.shownName, detail: "two directories in one file")
    }
    return nil
  }

  private static func agrees(_ archive: OpaquePointer, _ index: zip_uint64_t, _ record: Directory.Record)
    -> Bool
  {
    var status = zip_stat_t()
    guard zip_stat_index(archive, index, zip_flags_t(ZIP_FL_ENC_RAW), &status) == 0, let name = status.name
    else {
      return false
    }
    return Int(truncatingIfNeeded: status.size) == record.inflatedBytes
      && Int(truncatingIfNeeded: status.comp_size) == record.storedBytes && status.crc == record.crc
      && Int(status.comp_method) == record.method && status.encryption_method == ZIP_EM_NONE
      && isSame(name, record.name)
  }

  /// Names beyond ASCII may be given a second time in an extra field (Info-ZIP 0x7075), which libzip prefers.
  private static func isSame(_ text: UnsafePointer<CChar>, _ name: ArraySlice<UInt8>) -> Bool {
    if name.contains(where: { $0 >= 0x80 }) { return true }
    var text = text
    for byte in name {
      if UInt8(bitPattern: text.pointee) != byte { return false }
      text += 1
    }
    return text.pointee == 0
  }

  private static func message(_ error: inout zip_error_t) -> String {
    zip_error_strerror(&error).map { String(cString: $0) } ?? "not a zip file"
  }
}
