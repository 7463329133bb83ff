extension PDFFont {
  /// Whether a font dictionary names parts that are not in the file: what codes read, how wide they are or what
  /// the face is may be told by them (ISO 32000-1, 9.6 and 9.7).
  static func isTorn(_ dictionary: PDFDictionary, in file: PDFFile) -> Bool {
    func lacks(_ dictionary: PDFDictionary) -> Bool {
      for key: PDFName in ["ToUnicode", "Encoding", "DescendantFonts", "FontDescriptor", "CharProcs"]
      where file.isLost(dictionary[key]) {
        return true
      }
      return false
    }
    if lacks(dictionary) { return true }
    guard let descendant = file.array(dictionary, "DescendantFonts")?.first else { return false }
    return file.isLost(descendant) || file.resolve(descendant).dictionary.map(lacks) ?? false
  }
}
