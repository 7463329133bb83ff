import DocumentModel

/// Something in a document that could be a seal, with what speaks for it and against it.
struct SealCandidate {
  /// What it is made of; each has a sub-code of its own but the first.
  enum Kind: String, CaseIterable {
    case picture
    /// Shapes: a circle, a star, words on an arc.
    case drawn
    /// An embedded object or a control.
    case object
    /// An annotation laid over the page.
    case stamp
    /// A framed name (签名章).
    case chop
    /// Slices of a seal at the edges of pages (骑缝章).
    case edge
  }

  var kind: Kind
  /// The indexes in `Document.figures`, the main one first.
  var figures: [Int]
  /// The patch of the picture; `nil` where no picture was read.
  var patch: InkPatch?
  /// Width and height in millimetres, where they are known.
  var size: (width: Double, height: Double)?
  var evidence: Set<SealEvidence> = []
  /// Whether what is seen can do no more than raise a doubt.
  var isDoubtful = false
}

extension Figure {
  /// The size on the page in millimetres.
  var millimetres: (width: Double, height: Double)? {
    if let box { return (Length.pt(box.width).millimetres, Length.pt(box.height).millimetres) }
    guard let width, let height else { return nil }
    return (width.millimetres, height.millimetres)
  }

  /// The copy of an A4 page, put into the text somewhat smaller: its shape says so. What it shows is as large
  /// as on the page that was copied.
  var isPageCopy: Bool {
    guard let ink, let size = millimetres, size.width >= 90 else { return false }
    return abs(Double(ink.height) / Double(max(1, ink.width)) - 1.414) < 0.06
  }

  /// The size of a part of the picture in millimetres.
  func millimetres(of region: Box) -> (width: Double, height: Double)? {
    if isPageCopy { return (region.width * 210, region.height * 297) }
    return millimetres.map { (region.width * $0.width, region.height * $0.height) }
  }

  /// The texts in which a maker of seals would name itself.
  var names: [String?] { [name, alternativeText, programID, classID, mediaPart?.fileName] }
}

extension String {
  fileprivate var fileName: String { split(separator: "/").last.map(String.init) ?? self }
}
