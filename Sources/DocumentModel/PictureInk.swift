/// What the ink of a picture looks like: the numbers by which a seal is told from other pictures. Measured on
/// a reduced copy, transparent parts as on white paper.
public struct PictureInk: Hashable, Sendable {
  /// The size of the picture in pixels, as it is stored.
  public var width: Int
  public var height: Int
  /// The share of the picture's area that is not paper, and the shares of that ink that are red, and that are
  /// black or blue, from 0 to 1.
  public var inkShare: Double
  public var redShare: Double
  public var darkShare: Double
  /// The patches that stand for themselves, the most ring-like first: of red ink, or where the picture has
  /// none, of its dark ink.
  public var patches: [InkPatch]

  public init(
    width: Int, height: Int, inkShare: Double = 0, redShare: Double = 0, darkShare: Double = 0,
    patches: [InkPatch] = []
  ) {
    self.width = width
    self.height = height
    self.inkShare = inkShare
    self.redShare = redShare
    self.darkShare = darkShare
    self.patches = patches
  }
}

/// A patch of ink in a picture, and what its shape is like.
public struct InkPatch: Hashable, Sendable {
  /// The rectangle around it, in shares of the picture's width and height.
  public var region: Box
  /// Width by height, in pixels of the picture.
  public var aspect: Double
  /// Whether the ink is red and not dark.
  public var isRed = true
  /// Whether the red is paler than printed red.
  public var isFaded = false
  /// The share of the ink within the patch that is black or blue.
  public var darkShare = 0.0
  /// The share of the rectangle that is paper, from 0 to 1; next to nothing in a photograph.
  public var paperShare = 1.0
  /// The share of the rectangle that has ink, from 0 to 1; for a disc 0.79.
  public var coverage = 0.0
  /// Of 72 sectors of the ellipse around the patch, those with ink at 0.9 to 1 of the radius.
  public var ringSectors = 0
  /// The share of the middle, out to 0.35 of the radius, that has ink.
  public var centreShare = 0.0
  /// How often ink begins along a circle where seals have their writing, between 0.55 and 0.9 of the radius.
  public var glyphRuns = 0
  /// The share of the least covered side of the rectangle that has ink: near 1 for a framed stamp.
  public var borderShare = 0.0

  public init(region: Box, aspect: Double) {
    self.region = region
    self.aspect = aspect
  }
}
