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
  /// Whether a picture would have lacked characters and is left out.
  private(set) var lacksCharacters = false

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
    let boxes = finding.places.filter { $0.page == number }.compactMap(\.box)
    let region = Self.region(around: place.box, and: boxes, of: page)
    let request = Request(page: number, region: region)
    guard !isPrivate(request) else { return nil }
    if made[request] == nil {
      guard made.count < limit else { return nil }
      made[request] = .some(draw(request))
    }
    guard let crop = made[request] ?? nil else { return nil }
    return PageCrop(
      mediaType: crop.mediaType, bytes: crop.bytes, page: number, region: region,
      marks: place.box == nil ? [] : boxes.filter { Self.overlap($0, region) },
      textRotation: page.textRotation)
  }

  private mutating func draw(_ request: Request) -> PagePictures.Crop? {
    do {
      return try tool.crop(request.region, ofPage: request.page, of: bytes)
    } catch {
      if error == .lacksCharacters { lacksCharacters = true }
      return nil
    }
  }

  /// The place with some room around it, and further places that are near; the whole page where the place has
  /// no box. Points, from the top left corner.
  private static func region(around box: Box?, and others: [Box], of page: Page) -> Box {
    guard let box else {
      return Box(left: 0, top: 0, width: page.width.points, height: page.height.points)
    }
    // Lines that run down the page are as wide as it is high.
    let sheet = TurnedSheet(page)
    let region = region(around: sheet.upright(box), and: others.map(sheet.upright), sheet.width, sheet.height)
    return sheet.back(region)
  }

  private static func region(
    around box: Box, and others: [Box], _ width: Double, _ height: Double
  ) -> Box {
    var shown = box
    for other in others {
      let both = shown.union(other)
      if both.height <= mostHeight, other.top <= shown.bottom + margin { shown = both }
    }
    // A long paragraph shows its beginning; a short one some of what is beside it.
    let beside = max(margin, (leastWidth - shown.width) / 2)
    let left = min(max(0, shown.left - beside), max(0, width - 1)).rounded(.down)
    let top = min(max(0, shown.top - margin), max(0, height - 1)).rounded(.down)
    let right = max(left + 1, min(width, shown.right + beside))
    let bottom = max(top + 1, min(height, min(shown.bottom, shown.top + mostHeight) + margin))
    return Box(left: left, top: top, width: (right - left).rounded(.up), height: (bottom - top).rounded(.up))
  }

  /// In points: about two lines above and below, a third of a page, half a line of A4.
  private static let margin = 28.0
  private static let mostHeight = 220.0
  private static let leastWidth = 240.0

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
