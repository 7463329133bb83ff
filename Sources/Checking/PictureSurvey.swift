import Conformance
import DocumentModel
import Findings
import Rasters

/// Looks at the pictures of a file: only at those that could be a seal by their size, and only when asked.
struct PictureSurvey {
  private let reader: any DocumentReader
  private let bytes: [UInt8]
  private let deadline: Deadline

  /// The most pictures of a file that are looked at: decoding one takes some milliseconds.
  static let limit = 400

  init(_ reader: any DocumentReader, _ bytes: [UInt8], before deadline: Deadline) {
    self.reader = reader
    self.bytes = bytes
    self.deadline = deadline
  }

  /// Measures the ink of the figures whose size lets them be a seal, each picture once.
  /// - Throws: `E_TIMEOUT`.
  func measure(_ document: inout Document) throws(ReadError) {
    var seen: [String: (ink: PictureInk?, isWhole: Bool)] = [:]
    for index in document.figures.indices where document.figures[index].couldBeSeal {
      guard let part = document.figures[index].mediaPart else { continue }
      if seen[part] == nil {
        guard seen.count < Self.limit else {
          document.notes.append(
            ReadNote(
              "W_PICTURES_CAPPED", detail: "more than \(Self.limit) pictures; the rest was not looked at"))
          return
        }
        try deadline.check(part)
        guard let picture = try? reader.picture(part, of: bytes, before: deadline) else { continue }
        let ink = (try? Raster(picture)).map { PictureInk($0) }
        seen[part] = (ink, ink != nil && !picture.isDamaged)
      }
      guard let result = seen[part] else { continue }
      document.figures[index].ink = result.ink
      document.figures[index].isUndecodable = !result.isWhole
    }
  }

  /// The picture that shows what a finding means.
  func picture(_ exhibit: Exhibit, in document: Document) -> FindingPicture? {
    guard document.figures.indices.contains(exhibit.figure),
      let part = document.figures[exhibit.figure].mediaPart,
      let picture = try? reader.picture(part, of: bytes, before: deadline), let raster = try? Raster(picture),
      let crop = raster.crop(exhibit.region, longSide: 200), let png = crop.png
    else { return nil }
    return FindingPicture(png: png, width: crop.width, height: crop.height)
  }
}

extension Figure {
  /// Whether the place that the figure takes is large enough for a seal, a personal stamp or a slice of a seal.
  /// Controls have their picture elsewhere: their part holds no picture.
  fileprivate var couldBeSeal: Bool {
    guard mediaPart != nil, kind != .activeX else { return false }
    guard let width = box.map({ Length.pt($0.width) }) ?? width,
      let height = box.map({ Length.pt($0.height) }) ?? height
    else { return true }
    return width.millimetres >= 2 && height.millimetres >= 9
      && width.points * 16 >= height.points && height.points * 12 >= width.points
  }
}
