import DocumentModel

@testable import PDFReader

extension FuzzTarget {
  /// A font of a file that has nothing else. The first byte says which part the rest is: a CMap, a font
  /// program, a font dictionary, a name.
  static let pdfFonts = FuzzTarget(name: "pdf-fonts") { bytes in
    let rest = Array(bytes.dropFirst())
    switch (bytes.first ?? 0) % 8 {
    case 0: decode(font: "<</Type/Font/Subtype/Type0/Encoding 9 0 R/DescendantFonts[\(descendant)]>>", rest)
    case 1:
      decode(
        font:
          "<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[\(descendant)]/ToUnicode 9 0 R>>",
        rest)
    case 2:
      let dictionary =
        "<</Subtype/CIDFontType2/CIDToGIDMap 9 0 R/FontDescriptor<</Flags 4/FontFile2 9 0 R>>>>"
      decode(
        font: "<</Type/Font/Subtype/Type0/BaseFont/F1/Encoding/Identity-V/DescendantFonts[\(dictionary)]>>",
        rest)
    case 3: decode(font: "<</Type/Font/Subtype/TrueType/FontDescriptor<</FontFile2 9 0 R>>>>", rest)
    case 4: decode(font: "<</Type/Font/Subtype/Type1/FontDescriptor<</FontFile3 9 0 R>>>>", rest)
    case 5: decode(font: "<</Type/Font/Subtype/Type1/FontDescriptor<</FontFile 9 0 R>>>>", rest)
    case 6: decode(font: String(decoding: rest.prefix { $0 != 0 }, as: UTF8.self), rest)
    default: _ = FaceName(rest)
    }
  }

  private static let descendant = "<</Subtype/CIDFontType0/CIDSystemInfo<</Ordering(GB1)>>/W[1[500]2 9 250]>>"

  /// Makes the font and decodes the bytes with it, all codes of two bytes and the stream itself.
  private static func decode(font: String, _ stream: [UInt8]) {
    var file: [UInt8] = Array("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n".utf8)
    file += Array("2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page>>endobj\n".utf8)
    file += Array("8 0 obj\n\(font)\nendobj\n9 0 obj<</Length \(stream.count)>>stream\n".utf8)
    file += stream
    file += Array("\nendstream endobj\ntrailer<</Root 1 0 R/Size 10>>\n".utf8)
    guard let opened = try? PDFFile(file), let dictionary = opened.object(ObjectID(8)).dictionary else {
      return
    }
    let made = PDFFont.make(from: dictionary, in: opened)
    let shown = stream.prefix(2048) + (0..<512).map { UInt8(truncatingIfNeeded: $0 / 2 &* ($0 & 1 &+ 1)) }
    Array(shown).withUnsafeBufferPointer { shown in
      var offset = 0
      while offset < shown.count {
        let code = made.decode(shown, at: offset)
        precondition(code.length > 0 && code.advance.isFinite)
        _ = made.scalars(of: code.text)
        _ = made.type3?.procedure(for: code.code)
        offset += code.length
      }
    }
  }
}
