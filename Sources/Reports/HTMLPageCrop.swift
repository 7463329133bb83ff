import DocumentModel
import Findings

/// A part of a page as a picture, with its places marked on top.
struct HTMLPageCrop {
  private let crop: PageCrop
  private let say: Wording

  init(_ crop: PageCrop, _ say: Wording) {
    self.crop = crop
    self.say = say
  }

  /// Nothing for what no picture can be, whatever drew it.
  var html: HTML {
    guard ["image/png", "image/jpeg"].contains(crop.mediaType), crop.region.width > 0, crop.region.height > 0
    else { return "" }
    let type = HTML(trusted: crop.mediaType)
    let data = HTML(trusted: Base64.text(of: crop.bytes))
    let name = say("html.pageCrop", ["n": .number(crop.page)])
    let (width, height) = (pixels(crop.region.width), pixels(crop.region.height))
    let picture: HTML = """
      <img alt="\(name)" src="data:\(type);base64,\(data)" width="\(width)" height="\(height)">\
      \(crop.marks.map(mark))
      """
    switch crop.textRotation {
    case 90, 270:
      let share = (crop.region.width / crop.region.height * 100).plain
      return """
        <div class="crop turned" style="width:\(height)px;aspect-ratio:\(height)/\(width)">\
        <div class="turn\(crop.textRotation)" style="width:\(share)%">\(picture)</div></div>
        """
    case 180: return "<div class=\"crop turn180\">\(picture)</div>"
    default: return "<div class=\"crop\">\(picture)</div>"
    }
  }

  private func pixels(_ points: Double) -> Int { Int(min(max(points, 1), 10_000) * 96 / 72) }

  /// In shares of the picture, so that it may shrink with the page; a hair wider than the place.
  private func mark(_ box: Box) -> HTML {
    let region = crop.region
    func share(_ length: Double, _ whole: Double) -> String { min(max(length / whole * 100, 0), 100).plain }
    let left = max(box.left - 2, region.left)
    let top = max(box.top - 2, region.top)
    let right = min(box.right + 2, region.right)
    let bottom = min(box.bottom + 2, region.bottom)
    guard right > left, bottom > top else { return "" }
    return """
      <span class="spot" style="left:\(share(left - region.left, region.width))%;\
      top:\(share(top - region.top, region.height))%;width:\(share(right - left, region.width))%;\
      height:\(share(bottom - top, region.height))%"></span>
      """
  }
}
