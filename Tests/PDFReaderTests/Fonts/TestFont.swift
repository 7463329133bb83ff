@testable import PDFReader

/// Makes fonts of dictionaries written in the test.
enum TestFont {
  /// - Parameters:
  ///   - dictionary: the font dictionary; it may refer to the streams, which are the objects from 11 on.
  ///   - streams: their bytes.
  static func make(_ dictionary: String, streams: [[UInt8]] = []) throws -> PDFFont {
    var file = TestPDF.onePage()
    file.object(10, dictionary)
    for (index, stream) in streams.enumerated() { file.stream(11 + index, stream) }
    file.finish()
    let opened = try file.open()
    return PDFFont.make(from: opened.object(ObjectID(10)).dictionary ?? PDFDictionary(), in: opened)
  }

  static func make(_ dictionary: String, cmap: String) throws -> PDFFont {
    try make(dictionary, streams: [Array(cmap.utf8)])
  }

  /// A composite font with a descendant of Adobe's collection.
  static func composite(
    _ encoding: String, ordering: String = "GB1", descendant: String = "", font: String = ""
  ) -> String {
    "<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding \(encoding)/DescendantFonts[<</Type/Font/Subtype"
      + "/CIDFontType2/CIDSystemInfo<</Registry(Adobe)/Ordering(\(ordering))/Supplement 5>>\(descendant)>>]"
      + "\(font)>>"
  }
}

extension PDFFont {
  /// The text of a shown string; `?` stands for what is not known.
  func text(_ bytes: [UInt8]) -> String {
    codes(bytes).map { code in
      code.text.isMapped ? String(String.UnicodeScalarView(scalars(of: code.text))) : "?"
    }.joined()
  }

  func codes(_ bytes: [UInt8]) -> [GlyphCode] {
    bytes.withUnsafeBufferPointer { bytes in
      var codes: [GlyphCode] = []
      var offset = 0
      while offset < bytes.count {
        codes.append(decode(bytes, at: offset))
        offset += codes[codes.count - 1].length
      }
      return codes
    }
  }

  func advances(_ bytes: [UInt8]) -> [Float] { codes(bytes).map(\.advance) }
}
