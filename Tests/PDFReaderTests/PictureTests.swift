import DocumentModel
import Testing

@testable import PDFReader

@Suite struct PictureTests {
  private func picture(
    _ data: [UInt8], _ entries: String, _ others: [(Int, [UInt8], String)] = []
  ) throws -> Picture? {
    var file = TestPDF.onePage()
    file.stream(9, data, "/Subtype/Image" + entries)
    for (number, data, entries) in others { file.stream(number, data, entries) }
    file.finish()
    let pdf = try file.open()
    return try pdf.picture(try #require(pdf.object(ObjectID(9)).stream))
  }

  private func layout(_ picture: Picture?) throws -> SampleLayout {
    guard case .samples(let layout) = try #require(picture).encoding else { throw ReadError(.type) }
    return layout
  }

  @Test func encodedPicturesAreHandedOn() throws {
    let jpeg = try picture([0xFF, 0xD8, 0xFF], "/Width 9/Height 9/BitsPerComponent 8/Filter/DCTDecode")
    #expect(jpeg == Picture(encoding: .jpeg, bytes: [0xFF, 0xD8, 0xFF]))
    #expect(try picture([0], "/Width 9/Height 9/Filter/CCITTFaxDecode")?.encoding == .fax)
  }

  @Test func samplesKeepTheirSpace() throws {
    let rgb = try picture([1, 2, 3, 4, 5, 6], "/Width 2/Height 1/BitsPerComponent 8/ColorSpace/DeviceRGB")
    #expect(try layout(rgb) == SampleLayout(width: 2, height: 1, bitsPerComponent: 8, space: .rgb))
    let icc = try picture(
      [1, 2, 3, 4], "/Width 1/Height 1/BitsPerComponent 8/ColorSpace[/ICCBased 10 0 R]", [(10, [], "/N 4")])
    #expect(try layout(icc).space == .cmyk)
    let indexed = try picture(
      [0b1000_0000],
      "/Width 2/Height 1/BitsPerComponent 1/ColorSpace[/Indexed/DeviceCMYK 1<00000000 00FFFF00>]")
    #expect(try layout(indexed).space == .indexed([255, 255, 255, 255, 0, 0]))
  }

  @Test func otherSpacesBecomeRGB() throws {
    let ink = try picture(
      [0, 255], "/Width 2/Height 1/BitsPerComponent 8/ColorSpace[/Separation/Red/DeviceRGB 10 0 R]")
    #expect(try layout(ink).space == .rgb)
    #expect(ink?.bytes == [255, 255, 255, 0, 0, 0])
    let lab = try picture([128, 210, 190], "/Width 1/Height 1/BitsPerComponent 8/ColorSpace[/Lab<<>>]")
    let bytes = try #require(lab?.bytes)
    #expect(bytes[0] > 180 && bytes[1] < 90 && bytes[2] < 90)
  }

  @Test func decodeArraysTurnSamplesAround() throws {
    let gray = try picture(
      [0, 200], "/Width 2/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Decode[1 0]")
    #expect(gray?.bytes == [255, 55])
    let stencil = try picture([0x80], "/Width 1/Height 1/ImageMask true/Decode[1 0]")
    #expect(try layout(stencil).space == .stencil(Color(rgb: 0), paintedBit: 1))
  }

  private static let grayPair = "/Width 2/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"
  private static let grayPixel = "/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"

  @Test func masksGoWithThePicture() throws {
    let soft = try picture([1, 2], Self.grayPair + "/SMask 10 0 R", [(10, [9], Self.grayPixel)])
    #expect(soft?.mask == .levels([9], width: 1, height: 1))
    let stencil = try picture(
      [1, 2], Self.grayPair + "/Mask 10 0 R",
      [(10, [0b0100_0000], "/Subtype/Image/Width 2/Height 1/ImageMask true")])
    #expect(stencil?.mask == .levels([255, 0], width: 2, height: 1))
    #expect(try picture([1, 2], Self.grayPair)?.mask == nil)
  }

  @Test func encodedPicturesKeepTheirMasks() throws {
    let soft = try picture(
      [0xFF, 0xD8], Self.grayPair + "/Filter/DCTDecode/SMask 10 0 R", [(10, [9], Self.grayPixel)])
    #expect(soft?.encoding == .jpeg && soft?.mask == .levels([9], width: 1, height: 1))
    let encoded = try picture(
      [1, 2], Self.grayPair + "/SMask 10 0 R",
      [(10, [0xFF, 0xD8], Self.grayPixel + "/Filter/DCTDecode/Decode[1 0]")])
    #expect(encoded?.mask == .jpeg([0xFF, 0xD8], isInverted: true))
    let unread = try picture(
      [1, 2], Self.grayPair + "/SMask 10 0 R", [(10, [0], Self.grayPixel + "/Filter/JPXDecode")])
    #expect(unread?.mask == .unread)
  }

  /// The colours of a picture may be blended with a matte already (ISO 32000-1, 11.6.5.3).
  @Test func mattesGoWithThePicture() throws {
    let mask = Self.grayPixel + "/Matte"
    let gray = try picture([1, 2], Self.grayPair + "/SMask 10 0 R", [(10, [9], mask + "[1]")])
    #expect(gray?.matte == Color(rgb: 0xFF_FFFF))
    let rgb = "/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceRGB/SMask 10 0 R"
    #expect(try picture([1, 2, 3], rgb, [(10, [9], mask + "[0 .2 1]")])?.matte == Color(rgb: 0x00_33FF))
    let cmyk = "/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceCMYK/SMask 10 0 R"
    #expect(
      try picture([1, 2, 3, 4], cmyk, [(10, [9], mask + "[0 0 0 1]")])?.matte == Color(rgb: 0))
    let indexed = "/Width 1/Height 1/BitsPerComponent 8/ColorSpace[/Indexed/DeviceRGB 0<FF0000>]/SMask 10 0 R"
    #expect(try picture([0], indexed, [(10, [9], mask + "[1 1 1]")])?.matte == Color(rgb: 0xFF_FFFF))
    // Too few components say nothing.
    #expect(try picture([1, 2, 3], rgb, [(10, [9], mask + "[0]")])?.matte == nil)
    #expect(try picture([1, 2], Self.grayPair + "/SMask 10 0 R", [(10, [9], Self.grayPixel)])?.matte == nil)
  }

  @Test func clearColoursAreThoseOfTheSamples() throws {
    #expect(try picture([1, 2], Self.grayPair + "/Mask[0 5]")?.mask == .key([0...5]))
    #expect(try picture([1, 2], Self.grayPair + "/Decode[1 0]/Mask[0 5]")?.mask == .key([250...255]))
    #expect(try picture([1, 2], Self.grayPair + "/Mask[5 0]")?.mask == nil)
    #expect(try picture([1, 2], Self.grayPair + "/Mask[0]")?.mask == nil)
    let wide = try picture(
      [1, 2, 3, 4], "/Width 2/Height 1/BitsPerComponent 16/ColorSpace/DeviceGray/Mask[0 65535]")
    #expect(wide?.mask == .key([0...255]))
  }

  @Test(arguments: [
    "/Width 2147483648/Height 2147483648/BitsPerComponent 8", "/Width -1/Height 5", "/Height 5",
    "/Width 5/Height 5/BitsPerComponent 3",
  ])
  func impossibleImagesAreNone(_ entries: String) throws {
    #expect(try picture([1, 2, 3], entries) == nil)
  }

  @Test func inlineImages() throws {
    var file = TestPDF.onePage()
    file.finish()
    let pdf = try file.open()
    var dictionary = PDFDictionary()
    dictionary.append("W", .integer(1))
    dictionary.append("H", .integer(1))
    dictionary.append("CS", .name("RGB"))
    dictionary.append("BPC", .integer(8))
    dictionary.append("F", .name("AHx"))
    let picture = try pdf.picture(inline: Array("FF0000>".utf8), dictionary, resources: PDFDictionary())
    #expect(picture?.bytes == [255, 0, 0])
  }
}
