import Conformance
import DocumentModel
import Findings
import Messages

/// Looks for what could be a seal among the figures of a document.
struct SealSurvey {
  let document: Document
  let scale: SealScale
  let signOff: SignOffPlace
  /// The last paragraph of the title: what stands before it is a letterhead or a badge.
  private let titleEnd: Int
  private let signatures: [SignatureField]

  init(_ structured: StructuredDocument, _ scale: SealScale) {
    document = structured.document
    self.scale = scale
    signOff = SignOffPlace(structured)
    titleEnd = structured.first(.title)?.pieces.map(\.paragraph).max() ?? -1
    signatures = document.signatures.filter(\.isSigned)
  }

  var candidates: [SealCandidate] {
    let drawn = drawnSeals
    let edges = edgeSlices
    var taken = Set((drawn + edges).flatMap(\.figures))
    var candidates = drawn + edges
    for index in document.figures.indices where taken.insert(index).inserted {
      candidates += self.candidates(at: index)
    }
    candidates += stamps(beside: candidates)
    return candidates.sorted { ($0.figures.first ?? 0) < ($1.figures.first ?? 0) }
  }

  // MARK: Pictures and objects

  private func candidates(at index: Int) -> [SealCandidate] {
    let figure = document.figures[index]
    let rings = figure.ink?.patches.compactMap { ring($0, of: figure, index) } ?? []
    if !rings.isEmpty { return rings }
    if let chop = figure.ink?.patches.lazy.compactMap({ self.chop($0, of: figure, index) }).first {
      return [chop]
    }
    return [object(figure, index) ?? named(figure, index) ?? unread(figure, index)].compactMap { $0 }
  }

  /// A patch with something of a ring and of writing along it.
  private func ring(_ patch: InkPatch, of figure: Figure, _ index: Int) -> SealCandidate? {
    guard patch.ringSectors * 2 >= scale.ringSectors, patch.glyphRuns >= scale.glyphRuns, !patch.isFramed,
      patch.coverage <= scale.coverage.upperBound
    else { return nil }
    let size = figure.millimetres(of: patch.region)
    // What is half as large as the least seal is a badge or a button.
    if let size, size.width < scale.sizes.lowerBound / 2 { return nil }
    var candidate = SealCandidate(
      kind: figure.isObject ? .object : .picture, figures: [index], patch: patch,
      size: size)
    candidate.evidence = placement(of: figure, size)
    if patch.ringSectors >= scale.ringSectors, scale.coverage.contains(patch.coverage) {
      candidate.evidence.insert(.ring)
    }
    if patch.centreShare >= scale.centreShare { candidate.evidence.insert(.centre) }
    if !patch.isRed || patch.darkShare > 0.5 { candidate.evidence.insert(.dark) }
    if !scale.aspects.contains(patch.aspect) { candidate.evidence.insert(.aspect) }
    // Pale or dark ink alone does not prove a seal; without paper around it, it may be anything in a
    // photograph; and what stands over the title may be a badge.
    candidate.isDoubtful =
      patch.isFaded || !patch.isRed || patch.paperShare < 0.2 || isHead(figure, candidate)
    return candidate
  }

  private func isHead(_ figure: Figure, _ candidate: SealCandidate) -> Bool {
    guard !candidate.evidence.contains(.near), !figure.isPageCopy, figure.page == nil else { return false }
    guard document.paragraphs.indices.contains(figure.paragraph) else { return true }
    return document.paragraphs[figure.paragraph].story == .header || figure.paragraph <= titleEnd
  }

  /// A framed name of the size of a personal stamp.
  private func chop(_ patch: InkPatch, of figure: Figure, _ index: Int) -> SealCandidate? {
    guard patch.isRed, patch.isFramed, patch.coverage < 0.75,
      let size = figure.millimetres(of: patch.region), scale.chopSizes.contains(size.width),
      scale.chopSizes.contains(size.height)
    else { return nil }
    var candidate = SealCandidate(kind: .chop, figures: [index], patch: patch, size: size)
    candidate.evidence = placement(of: figure, size)
    candidate.isDoubtful = true
    return isNear(figure) ? candidate : nil
  }

  /// An object whose maker is not known to make documents, or is known to make seals.
  private func object(_ figure: Figure, _ index: Int) -> SealCandidate? {
    guard figure.isObject else { return nil }
    let isDocument = figure.kind == .ole && isDocumentProgram(figure.programID)
    let isKnown = scale.isNamed(figure.names)
    guard isKnown || (!isDocument && isNear(figure)) else { return nil }
    return whole(figure, index, .object)
  }

  private func isDocumentProgram(_ program: String?) -> Bool {
    guard let program = program?.lowercased(), !program.isEmpty else { return false }
    return scale.documentPrograms.contains { program.hasPrefix($0.lowercased()) }
  }

  /// A picture whose name says that it is a seal.
  private func named(_ figure: Figure, _ index: Int) -> SealCandidate? {
    guard figure.kind == .picture || figure.kind == .group, scale.isNamed(figure.names) else { return nil }
    return whole(figure, index, .picture)
  }

  /// A floating picture that cannot be decoded.
  private func unread(_ figure: Figure, _ index: Int) -> SealCandidate? {
    guard figure.isUndecodable, figure.kind != .shape, figure.anchor == .floating else { return nil }
    return whole(figure, index, .picture)
  }

  /// Annotations that show what is no seal by its shapes or pictures: only a person can tell what they are.
  private func stamps(beside others: [SealCandidate]) -> [SealCandidate] {
    let seals = others.flatMap(\.figures).map { document.figures[$0] }
    return document.figures.indices.compactMap { index in
      let figure = document.figures[index]
      guard figure.kind == .stamp, !seals.contains(where: figure.overlaps) else { return nil }
      var candidate = whole(figure, index, .stamp)
      // Each is called a stamp.
      candidate.evidence.remove(.keyword)
      return candidate.evidence.contains(.size) || (isNear(figure) && isSealSized(candidate))
        ? candidate : nil
    }
  }

  /// Whether it is as large as the least personal stamp.
  private func isSealSized(_ candidate: SealCandidate) -> Bool {
    candidate.size.map { min($0.width, $0.height) >= scale.chopSizes.lowerBound } ?? false
  }

  /// A candidate of which nothing is known but its frame.
  private func whole(_ figure: Figure, _ index: Int, _ kind: SealCandidate.Kind) -> SealCandidate {
    let size = figure.millimetres
    var candidate = SealCandidate(kind: kind, figures: [index], size: size)
    candidate.evidence = placement(of: figure, size)
    if figure.isUndecodable || (figure.isObject && figure.ink == nil) {
      candidate.evidence.insert(.undecodable)
    }
    if let size, size.height > 0, !scale.aspects.contains(size.width / size.height) {
      candidate.evidence.insert(.aspect)
    }
    if let ink = figure.ink, ink.redShare < 0.5, ink.darkShare > 0.5 { candidate.evidence.insert(.dark) }
    candidate.isDoubtful = !candidate.evidence.contains(.signature)
    return candidate
  }

  // MARK: Where it stands

  func isNear(_ figure: Figure) -> Bool {
    signOff.distance(of: figure).map { $0 <= scale.nearDistance } ?? false
  }

  /// What size and place of a figure say.
  func placement(of figure: Figure, _ size: (width: Double, height: Double)?) -> Set<SealEvidence> {
    var evidence: Set<SealEvidence> = []
    if let size, scale.sizes.contains(size.width), size.height >= scale.sizes.lowerBound * 0.6,
      size.height <= scale.sizes.upperBound
    {
      evidence.insert(.size)
    }
    if isNear(figure) { evidence.insert(.near) }
    if scale.isNamed(figure.names) { evidence.insert(.keyword) }
    if figure.anchor == .floating || figure.isBehindText { evidence.insert(.floating) }
    if figure.hasClearedColor { evidence.insert(.cleared) }
    if figure.kind == .signatureLine || signatures.contains(where: { $0.holds(figure) }) {
      evidence.insert(.signature)
    }
    if let size, size.width > scale.wideSize, isOnTop(figure) { evidence.insert(.top) }
    if document.paragraphs.indices.contains(figure.paragraph) {
      let paragraph = document.paragraphs[figure.paragraph]
      if paragraph.story == .header || paragraph.story == .footer { evidence.insert(.header) }
      if paragraph.cell != nil { evidence.insert(.table) }
    }
    return evidence
  }

  private func isOnTop(_ figure: Figure) -> Bool {
    guard let page = figure.page, let box = figure.box else { return figure.paragraph <= max(titleEnd, 0) }
    guard page == 1, let first = document.pages.first else { return false }
    return box.top < first.height.points * scale.topShare
  }
}

extension Figure {
  /// Whether a program or a control stands behind the picture. Signature lines have a rule of their own.
  var isObject: Bool { kind == .ole || kind == .activeX }

  /// Whether most of the smaller of two figures lies on the other.
  fileprivate func overlaps(_ other: Figure) -> Bool {
    guard let page, page == other.page, let a = box, let b = other.box else { return false }
    let width = min(a.right, b.right) - max(a.left, b.left)
    let height = min(a.bottom, b.bottom) - max(a.top, b.top)
    return width > 0 && height > 0 && width * height * 2 > min(a.width * a.height, b.width * b.height)
  }
}

extension InkPatch {
  /// Whether a line runs along all four sides of it; along those of a circle it would for three fifths.
  var isFramed: Bool { borderShare >= 0.92 }
}

extension SignatureField {
  /// Whether the field is where the figure is.
  fileprivate func holds(_ figure: Figure) -> Bool {
    guard let page, page == figure.page, let box, let other = figure.box else { return false }
    let width = min(box.right, other.right) - max(box.left, other.left)
    let height = min(box.bottom, other.bottom) - max(box.top, other.top)
    return width > 0 && height > 0 && width * height > 0.5 * other.width * other.height
  }
}
