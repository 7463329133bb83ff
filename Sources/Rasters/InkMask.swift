/// What each pixel of a raster is: paper or a kind of ink.
struct InkMask {
  enum Ink: UInt8 {
    case paper, red, paleRed, dark, other
    /// Too pale to be counted as red, and enough to show where a thin stroke went.
    case tint
    /// As a tint, and of a hue that an old ink pad or a scanner makes of red: towards purple.
    case rose
    /// Paper with a breath of red, where nearly nothing is left of a stroke.
    case blush
  }

  let width: Int
  let height: Int
  private(set) var inks: [Ink]
  /// The number of pixels of each kind, by its raw value.
  private(set) var counts = [Int](repeating: 0, count: 8)

  init(_ raster: Raster) {
    width = raster.width
    height = raster.height
    var counts = counts
    let inks = [Ink](unsafeUninitializedCapacity: width * height) { target, count in
      raster.pixels.withUnsafeBufferPointer { samples in
        var offset = 0
        while offset &+ 2 < samples.count, count < target.count {
          let ink = Self.ink(Int(samples[offset]), Int(samples[offset &+ 1]), Int(samples[offset &+ 2]))
          target.initializeElement(at: count, to: ink)
          counts[Int(ink.rawValue)] &+= 1
          count &+= 1
          offset &+= 3
        }
      }
    }
    self.inks = inks
    self.counts = counts
  }

  func count(_ ink: Ink) -> Int { counts[Int(ink.rawValue)] }

  /// The pixels with nothing to be seen on them.
  var blank: Int { count(.paper) + count(.blush) }

  /// The hue is that of red from 340° to 18°, the rest is by saturation and value. What a printer or scanner
  /// leaves of a seal goes down to a saturation of 0.3.
  @inline(__always)
  private static func ink(_ red: Int, _ green: Int, _ blue: Int) -> Ink {
    let most = max(red, green, blue)
    let least = min(red, green, blue)
    let spread = most &- least
    // Paper: light and without a colour.
    if most >= 200, spread &* 8 <= most {
      guard spread &* 14 >= most, red == most else { return .paper }
      let hue = 60 &* (green &- blue)
      return hue >= -36 &* spread && hue <= 10 &* spread ? .blush : .paper
    }
    if red == most, most >= 102 {
      let hue = 60 &* (green &- blue)
      if hue >= -20 &* spread, hue <= 18 &* spread {
        if spread &* 20 >= most &* 9 { return .red }
        if spread &* 10 >= most &* 3 { return .paleRed }
        if spread &* 8 >= most { return .tint }
      }
    }
    if most < 140, spread &* 2 <= most &+ 40 { return .dark }
    if blue == most, spread &* 10 >= most &* 3 { return .dark }
    if red == most, 60 &* (green &- blue) < -20 &* spread, 60 &* (green &- blue) >= -36 &* spread {
      return .rose
    }
    return .other
  }
}
