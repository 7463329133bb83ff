import Conformance
import DocumentModel
import Findings
import Messages

extension SealSurvey {
  /// What the score of a candidate makes of it; `passed` is that it is none.
  func judge(_ candidate: SealCandidate) -> (outcome: Outcome, score: Double) {
    let score = scale.score(candidate.evidence)
    switch candidate.kind {
    case .edge: return (candidate.isDoubtful ? .cantTell : .failed, score)
    case .chop, .stamp: return (.cantTell, score)
    case .object where !candidate.evidence.contains(.ring):
      // Whose it is decides nothing, and that it is there is for a person to see.
      return (score >= scale.fail && !candidate.isDoubtful ? .failed : .cantTell, score)
    case .picture, .drawn, .object:
      guard score >= scale.review - 1e-9 else { return (.passed, score) }
      return (score >= scale.fail - 1e-9 && !candidate.isDoubtful ? .failed : .cantTell, score)
    }
  }

  func violation(
    of candidate: SealCandidate, _ judgement: (outcome: Outcome, score: Double)
  ) -> Violation {
    let code = candidate.kind == .picture ? "SEAL-present" : "SEAL-present-\(candidate.kind.rawValue)"
    let key = judgement.outcome == .failed ? "\(code).failed" : "\(code).review"
    let main = candidate.figures.first ?? 0
    let spots = candidate.figures.compactMap { index in
      document.figures[index].page.map { PageSpot(page: $0, box: document.figures[index].box) }
    }
    // Where there are pages the paragraph that is near says less than the place itself.
    let paragraphs =
      spots.isEmpty
      ? Set(candidate.figures.map { document.figures[$0].paragraph })
        .filter { document.paragraphs.indices.contains($0) }.sorted() : []
    return Violation(
      code: candidate.kind == .picture ? nil : code, outcome: judgement.outcome,
      Message(
        key,
        [
          "place": .message(place(of: candidate)),
          "evidence": .message(
            Message("typography.tally", ["values": .list(words(for: candidate))])),
          "count": .number(candidate.figures.count),
        ]),
      at: paragraphs.map { Element.Piece(paragraph: $0) }, on: spots,
      // Never without a person: what is taken out may be no seal.
      fix: Fix(safety: .needsReview, edits: candidate.figures.sorted().map { .removeFigure($0) }),
      exhibit: candidate.patch.map { Exhibit(figure: main, region: $0.region.widened) }
        ?? (document.figures[main].ink != nil
          ? Exhibit(figure: main, region: Box(left: 0, top: 0, width: 1, height: 1)) : nil))
  }

  /// Where it stands, in words: 落款处, 页眉, 第3页, 文中.
  private func place(of candidate: SealCandidate) -> Message {
    if candidate.kind == .edge { return Message("SEAL-place.edge") }
    if candidate.evidence.contains(.near) { return Message("SEAL-place.signOff") }
    let figure = document.figures[candidate.figures.first ?? 0]
    if let page = figure.page { return Message("SEAL-place.page", ["page": .number(page)]) }
    guard document.paragraphs.indices.contains(figure.paragraph) else { return Message("SEAL-place.text") }
    let paragraph = document.paragraphs[figure.paragraph]
    switch paragraph.story {
    case .header: return Message("SEAL-place.header")
    case .footer: return Message("SEAL-place.footer")
    default: return Message(paragraph.cell == nil ? "SEAL-place.text" : "SEAL-place.table")
    }
  }

  /// The evidence in words, what is seen first.
  private func words(for candidate: SealCandidate) -> [Message] {
    var words = [shape(of: candidate)]
    let evidence = candidate.evidence
    if candidate.kind == .picture || candidate.kind == .object, candidate.patch != nil {
      if evidence.contains(.ring) { words.append(Message("SEAL-word.ring")) }
      if evidence.contains(.centre) { words.append(Message("SEAL-word.centre")) }
    }
    if candidate.kind == .drawn {
      if evidence.contains(.ring) { words.append(Message("SEAL-word.arc")) }
      if evidence.contains(.centre) { words.append(Message("SEAL-word.star")) }
    }
    for (piece, key) in [
      (SealEvidence.keyword, "SEAL-word.keyword"),
      (.signature, "SEAL-word.signature"), (.undecodable, "SEAL-word.undecodable"),
      (.cleared, "SEAL-word.cleared"), (.aspect, "SEAL-word.aspect"), (.table, "SEAL-word.table"),
    ] where evidence.contains(piece) { words.append(Message(key)) }
    if candidate.patch?.isFaded == true { words.append(Message("SEAL-word.faded")) }
    return words
  }

  /// 直径约42毫米的红色圆形图案.
  private func shape(of candidate: SealCandidate) -> Message {
    let isRound = candidate.patch != nil && candidate.kind != .chop && candidate.kind != .edge
    let name =
      switch candidate.kind {
      case .chop: "chop"
      case .edge: "edge"
      case .stamp: "stamp"
      case .drawn: "drawn"
      case .object where !isRound: "object"
      case .picture where !isRound: "picture"
      case .picture, .object: candidate.patch?.isRed == false ? "darkRound" : "round"
      }
    guard let size = candidate.size else { return Message("SEAL-shape.\(name).plain") }
    let width = Int(size.width.rounded())
    let height = Int(size.height.rounded())
    let isOne = name == "round" || name == "darkRound" || name == "drawn"
    if isOne, abs(width - height) <= max(1, width / 10) {
      return Message("SEAL-shape.\(name).diameter", ["size": .number((width + height) / 2)])
    }
    return Message("SEAL-shape.\(name)", ["width": .number(width), "height": .number(height)])
  }
}

extension Box {
  /// A little more on every side, within the picture.
  fileprivate var widened: Box {
    let left = max(0, left - width * 0.06)
    let top = max(0, top - height * 0.06)
    return Box(
      left: left, top: top, width: min(1, right + width * 0.06) - left,
      height: min(1, bottom + height * 0.06) - top)
  }
}
