import DocumentModel
import Findings
import PagePictures

/// Puts pictures of their places to findings. A picture shows words as they are, so none is made of a part of
/// a page that holds private ones.
struct PageCropper {
  private let document: Document
  private let masking: Masking
  private let tool: PagePictures
  private let bytes: [UInt8]
  /// The most pictures of a file.
  private let limit: Int
  /// Findings on one place share its picture.
  private var made: [Request: PagePictures.Crop?] = [:]

  private struct Request: Hashable {
    var page: Int
    var region: Box
  }

  init(_ document: Document, masking: Masking, tool: PagePictures, bytes: [UInt8], limit: Int) {
    self.document = document
    self.masking = masking
    self.tool = tool
    self.bytes = bytes
    self.limit = limit
  }

  /// Whether anything could be shown.
  static func isWanted(for findings: [Finding], in document: Document) -> Bool {
    !document.pages.isEmpty && findings.contains { $0.places.first?.page != nil }
  }

  mutating func addCrops(to findings: inout [Finding]) {
    // What is wrong comes before what is in doubt, and that before remarks, when there is not room for all.
    for outcome in [Outcome.failed, .cantTell, .passed] {
      for index in findings.indices where findings[index].outcome == outcome {
        findings[index].crop = crop(of: findings[index])
      }
    }
  }

  private mutating func crop(of finding: Finding) -> PageCrop? {
    guard let place = finding.places.first, let number = place.page,
      document.pages.indices.contains(number - 1)
    else { return nil }
    let page = document.pages[number - 1]
    guard page.width.points >= 1, page.height.points >= 1 else { return nil }
    let region = Self.region(around: place.box, of: page)
    let request = Request(page: number, region: region)
    guard !isPrivate(request) else { return nil }
    if made[request] == nil {
      guard made.count < limit else { return nil }
      made[request] = .some(tool.crop(region, ofPage: number, of: bytes))
    }
    guard let crop = made[request] ?? nil else { return nil }
    let marks = finding.places.filter { $0.page == number }.compactMap(\.box).filter {
      Self.overlap($0, region)
    }
    return PageCrop(
      mediaType: crop.mediaType, bytes: crop.bytes, page: number, region: region,
      marks: place.box == nil ? [] : marks)
  }

  /// A strip of the page with some lines around the place; the whole page without one.
  private static func region(around box: Box?, of page: Page) -> Box {
    let (width, height) = (page.width.points, page.height.points)
    guard let box else { return Box(left: 0, top: 0, width: width, height: height) }
    let margin = 28.0
    let top = min(max(0, box.top - margin), height - 1)
    // A long paragraph shows its beginning.
    let bottom = max(top + 1, min(height, min(box.bottom, box.top + 220) + margin))
    return Box(left: 0, top: top.rounded(.down), width: width, height: (bottom - top).rounded(.up))
  }

  private static func overlap(_ a: Box, _ b: Box) -> Bool {
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
  }

  /// Whether a masked word may stand in the region. Of a paragraph without a place, or that goes on over the
  /// page, the whole page is meant.
  private func isPrivate(_ request: Request) -> Bool {
    document.paragraphs.indices.contains { index in
      let paragraph = document.paragraphs[index]
      guard let first = paragraph.page, (first...first + 1).contains(request.page) else { return false }
      let isHere = first == request.page
      if isHere, let box = paragraph.box, !Self.overlap(box, request.region) { return false }
      return !masking.ranges(in: paragraph, at: index).isEmpty
    }
  }
}
