/// Turns the bytes of one file format into a `Document`.
///
/// A pure function of the bytes, which are never written to disk. A reader serves one task at a time; every
/// worker has its own.
public protocol DocumentReader {
  /// Reads one file.
  /// - Throws: when there is no document to check. What can be read in spite of damage is read, and the
  ///   damage is noted in `Document.notes`.
  func read(_ bytes: [UInt8]) throws(ReadError) -> Document

  /// Follows properties of some characters to what sets them.
  /// - Returns: the traces of each request that names a character of the document.
  func trace(_ bytes: [UInt8], _ requests: [TraceRequest]) throws(ReadError) -> [TraceRequest: [Trace]]

  /// The picture that a figure of the document names as its `mediaPart`; `nil` when there is none, or when
  /// it cannot be had.
  func picture(_ part: String, of bytes: [UInt8]) throws(ReadError) -> Picture?
}
