import DocumentModel
import Glibc

/// Pictures of pages, drawn by poppler-utils in a process of its own: nothing of it is linked, and a file
/// that brings it down costs the picture and nothing else.
public struct PagePictures: Sendable {
  /// Part of a page, as a browser shows it.
  public struct Crop: Sendable, Hashable {
    /// `image/png` or `image/jpeg`.
    public var mediaType: String
    public var bytes: [UInt8]
    /// The part of the page that is shown, in points.
    public var region: Box
  }

  /// Why there is no picture.
  public enum Failure: Error, Sendable, Hashable {
    case notDrawn
    /// poppler lacks the tables of Chinese characters: they would be missing in the picture.
    case lacksCharacters
  }

  /// The largest picture, in bytes: a report holds many.
  public static let mostBytes = 40 << 10

  private let drawer: ChildProcess
  private let reader: ChildProcess?

  /// - Parameter folders: where the programs are looked for.
  /// - Returns: `nil` where poppler-utils is not installed.
  public init?(folders: [String] = ["/usr/bin", "/usr/local/bin"]) {
    func program(_ name: String) -> ChildProcess? {
      let folder = folders.first { access("\($0)/\(name)", X_OK) == 0 }
      return folder.map { ChildProcess(executable: "\($0)/\(name)") }
    }
    guard access(ChildProcess.limiter, X_OK) == 0, let drawer = program("pdftoppm") else { return nil }
    self.drawer = drawer
    reader = program("pdftotext")
  }

  /// Draws a region of a page, as sharp as the size of the picture allows.
  /// - Parameters:
  ///   - page: 1-based.
  ///   - region: in points from the top left corner of the page as it is shown.
  public func crop(_ region: Box, ofPage page: Int, of bytes: [UInt8]) throws(Failure) -> Crop {
    guard page > 0, region.width >= 1, region.height >= 1, region.width < 20_000, region.height < 20_000,
      region.left.isFinite, region.top.isFinite
    else { throw .notDrawn }
    // Lines of text come out smaller as PNG, scans as JPEG.
    let pixels = region.width * region.height / (72 * 72)
    let tries: [(resolution: Double, isJPEG: Bool)] = [(110, false), (110, true), (72, true), (40, true)]
    for (resolution, isJPEG) in tries where pixels * resolution * resolution < 600_000 {
      let picture = try draw(region, page, bytes, resolution: resolution, isJPEG: isJPEG)
      if picture.count <= Self.mostBytes {
        return Crop(mediaType: isJPEG ? "image/jpeg" : "image/png", bytes: picture, region: region)
      }
    }
    throw .notDrawn
  }

  /// What poppler says when its package of tables is not there.
  private static let lacksTables = Array("Missing language pack".utf8)

  private func draw(
    _ region: Box, _ page: Int, _ bytes: [UInt8], resolution: Double, isJPEG: Bool
  ) throws(Failure) -> [UInt8] {
    let scale = resolution / 72
    func pixels(_ points: Double) -> String { String(Int(clamping: Int((points * scale).rounded()))) }
    let arguments = [
      "-f", "\(page)", "-l", "\(page)", "-r", "\(Int(resolution))", "-cropbox",
      "-x", pixels(max(0, region.left)), "-y", pixels(max(0, region.top)), "-W", pixels(region.width), "-H",
      pixels(region.height),
    ]
    let form = isJPEG ? ["-jpeg", "-jpegopt", "quality=60"] : ["-png"]
    guard let output = try? drawer.run(arguments + form + ["/dev/stdin"], input: bytes) else {
      throw .notDrawn
    }
    if output.messages.contains(Self.lacksTables) { throw .lacksCharacters }
    let head: [UInt8] = isJPEG ? [0xFF, 0xD8, 0xFF] : [0x89, 0x50, 0x4E, 0x47]
    guard output.bytes.starts(with: head) else { throw .notDrawn }
    return output.bytes
  }

  /// The words of a file that nothing else can read, laid out as on its pages, which form feeds part; `nil`
  /// when there are none to be had.
  public func text(of bytes: [UInt8]) -> String? {
    guard let reader,
      let text = try? reader.run(["-layout", "-enc", "UTF-8", "-q", "/dev/stdin", "-"], input: bytes).bytes,
      text.contains(where: { $0 > 0x20 })
    else { return nil }
    return String(decoding: text, as: UTF8.self)
  }
}
