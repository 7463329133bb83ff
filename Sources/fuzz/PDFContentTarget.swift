import DocumentModel

@testable import PDFReader

extension FuzzTarget {
  /// The bytes are the content of a page that has fonts, a form that is the content as well, and a picture.
  static let pdfContent = FuzzTarget(name: "pdf-content") { bytes in
    var file = Array(
      """
      %PDF-1.7
      1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
      2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>> endobj
      3 0 obj <</Type/Page/Parent 2 0 R/Contents 9 0 R/Resources 4 0 R>> endobj
      4 0 obj <</Font<</L 5 0 R/H 6 0 R/T 8 0 R>>/XObject<</F 9 0 R/I 10 0 R>>/ExtGState<</G<</ca 0/LW 2>>>>
      /Properties<</P<</MCID 1/ActualText(x)>>>>/ColorSpace<</S[/Separation/Red/DeviceCMYK<</FunctionType 2/N 1
      /C0[0 0 0 0]/C1[0 1 1 0]>>]>> >> endobj
      5 0 obj <</Type/Font/Subtype/TrueType/BaseFont/Arial/Encoding/WinAnsiEncoding>> endobj
      6 0 obj <</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/GBK-EUC-H/DescendantFonts[7 0 R]>> endobj
      7 0 obj <</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)>>>> endobj
      8 0 obj <</Type/Font/Subtype/Type3/FontMatrix[.01 0 0 .01 0 0]/CharProcs<</a 9 0 R>>/FirstChar 97/LastChar 97
      /Widths[50]/Encoding<</Differences[97/a]>>>> endobj
      10 0 obj <</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>
      stream
      a
      endstream endobj
      9 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Length \(bytes.count)>>
      stream

      """.utf8)
    file += bytes
    file += Array("\nendstream endobj\nxref\n0 11\n".utf8)
    file += Array("trailer <</Size 11/Root 1 0 R>>\nstartxref\n0\n%%EOF\n".utf8)
    _ = try? PDFReader().read(file)
  }
}
