import DocumentModel

/// A paragraph that is being read.
struct OpenParagraph {
  var text: [UInt8] = []
  var runs: [Run] = []
  /// The formatting behind `runs`; kept only when a trace is wanted.
  var layers: [(utf8Count: Int, characters: CharacterProperties)] = []
  var label = ""
  var boxed: [ReadParagraph] = []
  /// Figures anchored here, as indexes into the builder's figures.
  var figures: [Int] = []
  var section = 0

  var isEmpty: Bool { text.isEmpty && label.isEmpty && boxed.isEmpty && figures.isEmpty }
}

/// A paragraph that is read and waits for its place.
struct ReadParagraph {
  var paragraph: Paragraph
  var boxed: [ReadParagraph] = []
  var figures: [Int] = []
  var layers: ParagraphLayers?
}

/// The formatting of a paragraph as the file gives it, for traces.
struct ParagraphLayers {
  var paragraph: ParagraphProperties
  var runs: [(utf8Count: Int, characters: CharacterProperties)]
}

/// A table that is open.
struct OpenTable {
  let index: Int
  var row = 0
  var cell = 0
  /// Of each finished row the edges of its cells, in twips; the left edge of the row first.
  var edges: [[Int32]] = []
}

/// A story that is being read: the body, or one that interrupts another.
struct StoryFrame {
  var story: Story
  var paragraph = OpenParagraph()
  var tables: [OpenTable] = []
  /// The edges that the next `\row` takes, and those of the row of a table inside a cell.
  var rowEdges: [Int32] = [0]
  var nestedEdges: [Int32] = [0]
  var finished: [ReadParagraph] = []

  init(_ story: Story) { self.story = story }
}
