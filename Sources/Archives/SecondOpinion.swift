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
    guard let library = LibZip.shared else {
      throw ReadError(.zipCorrupt, detail: "directory in doubt, and libzip is not installed")
    }
    if let error = bytes.withUnsafeBytes({ compare($0, records, library) }) { throw error }
  }

  private static func compare(
    _ bytes: UnsafeRawBufferPointer, _ records: [Directory.Record], _ library: LibZip
  ) -> ReadError? {
    var error = zip_error_t()
    library.initError(&error)
    defer { library.finishError(&error) }
    guard let source = library.createSource(bytes.baseAddress, zip_uint64_t(bytes.count), 0, &error)
    else {
      return ReadError(.zipCorrupt, detail: message(&error, library))
    }
    guard let archive = library.open(source, ZIP_RDONLY, &error) else {
      library.freeSource(source)
      return ReadError(.zipCorrupt, detail: message(&error, library))
    }
    // Frees the source too.
    defer { library.discard(archive) }
    guard Int(library.count(archive, 0)) == records.count else {
      return ReadError(.zipCorrupt, detail: "two directories in one file")
    }
    for (index, record) in records.enumerated() where !agrees(archive, zip_uint64_t(index), record, library) {
      return ReadError(.zipCorrupt, part: record.shownName, detail: "two directories in one file")
    }
    return nil
  }

  private static func agrees(
    _ archive: OpaquePointer, _ index: zip_uint64_t, _ record: Directory.Record, _ library: LibZip
  ) -> Bool {
    var status = zip_stat_t()
    guard library.describeEntry(archive, index, zip_flags_t(ZIP_FL_ENC_RAW), &status) == 0,
      let name = status.name
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

  private static func message(_ error: inout zip_error_t, _ library: LibZip) -> String {
    library.describeError(&error).map { String(cString: $0) } ?? "not a zip file"
  }
}
