import CompoundFiles
import DOCReader
import DocumentModel

/// Tells apart what compound files hold ([MS-CFB]): Word of all ages, WPS Writer, Works, workbooks and others,
/// and packages with a password, which are wrapped in one ([MS-OFFCRYPTO], 2.3).
struct CompoundSniffer {
  let limits: ReadLimits

  func kind(of bytes: [UInt8]) -> FileKind {
    guard let file = try? CompoundFile(bytes, limits: limits) else {
      // Too damaged to be opened: what its reader says of it is better than what a guess could say.
      return holds("EncryptedPackage", bytes) ? .encrypted : .wordBinary
    }
    if file.contains("EncryptedPackage") { return .encrypted }
    if file.contains("WordDocument") { return word(file) }
    if file.contains("Workbook") || file.contains("Book") { return .workbook }
    if file.contains("PowerPoint Document") { return .presentation }
    // Publisher has contents too, and its text in a storage of its own.
    let isWorks = file.contains("MatOST") || file.contains("CONTENTS") && !file.contains("Quill")
    return isWorks ? .works : .compound
  }

  /// By the first words of the FIB ([MS-DOC], 2.5.2): `wIdent`, `nFib` and the flags.
  private func word(_ file: CompoundFile) -> FileKind {
    guard let stream = try? file.stream("WordDocument"), let mark = stream.u16(0),
      let version = stream.u16(2),
      let flags = stream.u16(10)
    else { return .wordBinary }
    if DOCReader.isBeforeWord97(mark: mark, version: version) { return .oldWord }
    // fEncrypted: with a password, by XOR, RC4 or CryptoAPI.
    return flags & 0x0100 != 0 ? .encrypted : .wordBinary
  }

  /// Whether a name stands in the bytes as a directory has it.
  private func holds(_ name: String, _ bytes: [UInt8]) -> Bool {
    let wanted = name.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    guard let first = wanted.first, bytes.count >= wanted.count else { return false }
    // Only damaged files come here, and their directory is near the beginning.
    let head = bytes.prefix(1 << 20)
    return head.indices.contains { head[$0] == first && head[$0...].starts(with: wanted) }
  }
}
