/// Turns the bytes of one file format into a `Document`.
///
/// A pure function of the bytes, which are never written to disk, as long as the time lasts. A reader serves
/// one task at a time; every worker has its own.
public protocol DocumentReader {
  /// Reads one file.
  /// - Throws: when there is no document to check, and `E_TIMEOUT` when the time is over. What can be read in
  ///   spite of damage is read, and the damage is noted in `Document.notes`.
  func read(_ bytes: [UInt8], before deadline: Deadline) throws(ReadError) -> Document

  /// Follows properties of some characters to what sets them.
  /// - Returns: the traces of each request that names a character of the document.
  func trace(
    _ bytes: [UInt8], _ requests: [TraceRequest], before deadline: Deadline
  ) throws(ReadError) -> [TraceRequest: [Trace]]

  /// The picture that a figure of the document names as its `mediaPart`; `nil` when there is none, or when
  /// it cannot be had.
  func picture(
    _ part: String, of bytes: [UInt8], before deadline: Deadline
  ) throws(ReadError) -> Picture?
}

extension DocumentReader {
  /// Reads one file, however long that takes.
  public func read(_ bytes: [UInt8]) throws(ReadError) -> Document { try read(bytes, before: Deadline()) }

  /// Follows properties to what sets them, however long that takes.
  public func trace(
    _ bytes: [UInt8], _ requests: [TraceRequest]
  ) throws(ReadError) -> [TraceRequest: [Trace]] {
    try trace(bytes, requests, before: Deadline())
  }

  /// A picture, however long that takes.
  public func picture(_ part: String, of bytes: [UInt8]) throws(ReadError) -> Picture? {
    try picture(part, of: bytes, before: Deadline())
  }
}
