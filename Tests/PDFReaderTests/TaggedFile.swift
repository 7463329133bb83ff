/// A page with tags that a test writes: pieces of text with their places, and a tree that names them.
struct TaggedFile {
  /// Lines of one piece of marked content.
  struct Piece {
    var lines: [(text: String, x: Double, y: Double)]
    var size = 12.0
    /// Without one, the piece has no identifier.
    var isMarked = true
  }

  var pieces: [Piece]
  /// The elements below the document element, with `K` in full: `[<</S/P/K 0>>]`.
  var tree: String
  var markInfo = "/MarkInfo<</Marked true>>"
  /// Drawn before the text.
  var drawing = ""

  /// - Parameter blocks: the identifiers of each paragraph, in reading order.
  init(_ pieces: [Piece], blocks: [[Int]]) {
    self.pieces = pieces
    tree = blocks.map { "<</S/P/K[\($0.map(String.init).joined(separator: " "))]>>" }.joined()
  }

  init(_ pieces: [Piece], tree: String) { (self.pieces, self.tree) = (pieces, tree) }

  var bytes: [UInt8] {
    var content = drawing
    for (index, piece) in pieces.enumerated() {
      let lines = piece.lines.map { ContentPage.line($0.text, $0.x, $0.y, size: piece.size) }.joined()
      content += piece.isMarked ? "/P<</MCID \(index)>>BDC\n\(lines)EMC\n" : lines
    }
    var page = ContentPage(content)
    page.catalog = "\(markInfo)/StructTreeRoot 50 0 R"
    page.texts = [(50, "<</K<</S/Document/Pg 100 0 R/K[\(tree)]>>/RoleMap<</Absatz/P/P1/P2/P2/P1>>>>")]
    return page.bytes
  }
}
