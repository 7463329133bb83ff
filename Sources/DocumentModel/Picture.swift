/// The bytes of a picture and how they are to be read.
public struct Picture: Hashable, Sendable {
  /// How a picture is encoded, told by its bytes or by the object that holds it.
  public enum Encoding: Hashable, Sendable {
    case png, jpeg, gif, bmp, tiff, emf, wmf, jpeg2000, jbig2, fax
    /// Samples without a container, as PDF has them (ISO 32000-1, 8.9.5).
    case samples(SampleLayout)
    case unknown
  }

  /// What of a picture does not show where it stands beside the picture, as in PDF (ISO 32000-1, 8.9.6).
  public enum Mask: Hashable, Sendable {
    /// Opacity, eight bits a sample, rows from the top, stretched over the picture.
    case levels([UInt8], width: Int, height: Int)
    /// A JPEG whose brightness is the opacity, or the lack of it.
    case jpeg([UInt8], isInverted: Bool)
    /// The stored values of each component that together are clear.
    case key([ClosedRange<Int>])
    /// There is one in an encoding that is not read.
    case unread
  }

  public var encoding: Encoding
  public var bytes: [UInt8]
  /// `nil` where the bytes say all.
  public var mask: Mask?
  /// Whether some of the bytes are lost, so that what is not seen in it may have been there.
  public var isDamaged = false
  /// What the colours are blended with already, by the opacity of the mask (ISO 32000-1, 11.6.5.3).
  public var matte: Color?

  public init(encoding: Encoding, bytes: [UInt8], mask: Mask? = nil, matte: Color? = nil) {
    self.encoding = encoding
    self.bytes = bytes
    self.mask = mask
    self.matte = matte
  }
}

extension Picture.Encoding {
  /// Told by the first bytes; `.unknown` for none of them.
  public init(of bytes: [UInt8]) {
    func starts(_ head: [UInt8], at offset: Int = 0) -> Bool { bytes.dropFirst(offset).starts(with: head) }
    self =
      if starts([0x89, 0x50, 0x4E, 0x47]) {
        .png
      } else if starts([0xFF, 0xD8, 0xFF]) {
        .jpeg
      } else if starts([0x47, 0x49, 0x46, 0x38]) {
        .gif
      } else if starts([0x42, 0x4D]) {
        .bmp
      } else if starts([0x49, 0x49, 0x2A, 0]) || starts([0x4D, 0x4D, 0, 0x2A]) {
        .tiff
      } else if starts([1, 0, 0, 0]) && starts([0x20, 0x45, 0x4D, 0x46], at: 40) {
        .emf
      } else if starts([0xD7, 0xCD, 0xC6, 0x9A]) || starts([1, 0, 9, 0]) {
        .wmf
      } else if starts([0, 0, 0, 0x0C, 0x6A, 0x50]) || starts([0xFF, 0x4F, 0xFF, 0x51]) {
        .jpeg2000
      } else {
        .unknown
      }
  }
}

/// How bare samples make a picture: rows from the top, each padded to a whole byte.
public struct SampleLayout: Hashable, Sendable {
  /// What one sample group means.
  public enum Space: Hashable, Sendable {
    case gray, rgb, cmyk
    /// An index into RGB triples, one after the other.
    case indexed([UInt8])
    /// One bit: painted in the colour where it is `paintedBit`, else not painted (a stencil mask).
    case stencil(Color, paintedBit: UInt8)
  }

  /// In samples.
  public var width: Int
  public var height: Int
  /// 1, 2, 4, 8 or 16.
  public var bitsPerComponent: Int
  public var space: Space

  public init(width: Int, height: Int, bitsPerComponent: Int, space: Space) {
    self.width = width
    self.height = height
    self.bitsPerComponent = bitsPerComponent
    self.space = space
  }
}
