/// Glyphs that follow each other on one baseline, in the order of painting.
struct Fragment {
  /// The glyphs, as indexes into `PageContent.glyphs`.
  var glyphs: Range<Int>
  /// The extent of the ink along the line; of the white space where there is nothing else.
  var start: Float
  var end: Float
  /// The baseline.
  var base: Float
  /// The size of the largest glyph.
  var size: Float
  var isBlank: Bool
  /// The gaps between its characters, all together, and how many there are.
  var gaps: Float = 0
  var gapCount = 0

  var center: Float { (start + end) / 2 }

  /// The fragment cut wherever its glyphs change from one part of the page to another.
  func pieces<Part: Equatable>(_ content: PageContent, _ orientation: Orientation, by part: (Glyph) -> Part)
    -> [Fragment]
  {
    var pieces: [Fragment] = []
    var last: Part?
    for index in glyphs {
      let glyph = content.glyphs[index]
      let (u, v) = orientation.place(glyph.x, glyph.y)
      let (length, _) = orientation.place(glyph.dx, glyph.dy)
      let own = part(glyph)
      guard let open = pieces.indices.last, own == last else {
        pieces.append(
          Fragment(
            glyphs: index..<(index + 1), start: u, end: u + length, base: v, size: glyph.size,
            isBlank: glyph.text.isBlank))
        last = own
        continue
      }
      pieces[open].glyphs = pieces[open].glyphs.lowerBound..<(index + 1)
      guard !glyph.text.isBlank else { continue }
      if pieces[open].isBlank { pieces[open].start = u }
      pieces[open].isBlank = false
      pieces[open].end = u + length
      pieces[open].size = max(pieces[open].size, glyph.size)
    }
    return pieces
  }
}

/// Cuts the glyphs of a page into fragments.
struct FragmentScan {
  private(set) var fragments: [[Fragment]] = Array(repeating: [], count: Orientation.allCases.count)
  /// Glyphs that stand askew.
  private(set) var askew: [Int] = []

  private var open: Fragment?
  private var orientation = Orientation.right
  /// Where the next glyph of the open fragment would stand.
  private var next: Float = 0

  init(_ page: borrowing PageContent) {
    let glyphs = page.glyphs
    for index in glyphs.indices {
      let glyph = glyphs[index]
      if !glyph.flags.isDisjoint(with: [.invisible, .ring]) || glyph.text == .none {
        extend(glyph, index)
        continue
      }
      add(glyph, index)
    }
    close()
  }

  /// A glyph that says nothing itself: what follows goes on behind it.
  private mutating func extend(_ glyph: Glyph, _ index: Int) {
    guard glyph.text == .none, var fragment = open else {
      close()
      return
    }
    let (u, v) = orientation.place(glyph.x, glyph.y)
    let (length, _) = orientation.place(glyph.dx, glyph.dy)
    guard abs(v - fragment.base) < 0.3 * fragment.size, u + length > next else { return }
    fragment.glyphs = fragment.glyphs.lowerBound..<(index + 1)
    next = u + length
    if !fragment.isBlank { fragment.end = max(fragment.end, next) }
    open = fragment
  }

  @inline(__always)
  private mutating func add(_ glyph: Glyph, _ index: Int) {
    let direction = Orientation(dx: glyph.dx, dy: glyph.dy)
    if direction == nil, glyph.dx != 0 || glyph.dy != 0 {
      close()
      askew.append(index)
      return
    }
    let way = direction ?? (open == nil ? .right : orientation)
    let (u, v) = way.place(glyph.x, glyph.y)
    let (length, _) = way.place(glyph.dx, glyph.dy)
    let isBlank = glyph.text.isBlank
    if open != nil, way == orientation {
      let slack = glyph.size
      if abs(v - open!.base) <= 0.04 * slack, u > next - 0.5 * slack, u < next + slack,
        isBlank || open!.isBlank || u - open!.end < 1.5 * slack,
        glyph.size > 0.8 * open!.size || isBlank, glyph.size < 1.25 * open!.size || open!.isBlank
      {
        join(glyph, index, u, length, isBlank)
        return
      }
    }
    close()
    orientation = way
    next = u + length
    open = Fragment(
      glyphs: index..<(index + 1), start: u, end: u + length, base: v, size: glyph.size, isBlank: isBlank)
  }

  @inline(__always)
  private mutating func join(_ glyph: Glyph, _ index: Int, _ u: Float, _ length: Float, _ isBlank: Bool) {
    guard var fragment = open else { return }
    fragment.glyphs = fragment.glyphs.lowerBound..<(index + 1)
    next = u + length
    if !isBlank {
      if fragment.isBlank {
        fragment.start = u
        fragment.size = glyph.size
        fragment.isBlank = false
        fragment.end = next
      } else {
        fragment.gaps += max(0, u - fragment.end)
        fragment.gapCount += 1
        fragment.end = max(fragment.end, next)
        fragment.size = max(fragment.size, glyph.size)
      }
    } else if fragment.isBlank {
      fragment.end = next
    }
    open = fragment
  }

  private mutating func close() {
    guard let fragment = open else { return }
    fragments[orientation.rawValue].append(fragment)
    open = nil
  }
}
