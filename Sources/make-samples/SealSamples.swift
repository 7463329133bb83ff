/// Seals in the ways in which files carry them, and what only looks like one.
enum SealSamples {
  static let all = seals + decoys + signatures + wording

  static let seals: [Sample] = [
    // Behind the sign-off, as a seal is set.
    Sample("seal-present-fail-a", .styled) {
      $0.show(.seal)
      $0.close(Placement.floating(id, (420, 420), from: (900, 20)))
    },
    // In the line, on its own.
    Sample("seal-present-fail-b", .direct) {
      $0.show(.seal)
      $0.close(Placement.inline(id, (400, 400)))
    },
    Sample("seal-present-fail-c", .styled) {
      $0.show(.seal)
      $0.close(Placement.vml(id, millimetres: 45))
    },
    Sample("seal-present-fail-d", .direct) { $0.close(Placement.drawnSeal(from: (900, 20))) },
    // The preview of an object is a picture as well.
    Sample("seal-present-fail-e", .themed) {
      $0.show(.seal)
      $0.close(Placement.object(id, millimetres: 42, program: "iSignature.Document.1"))
    },
    // Two halves, each at the edge of its page.
    Sample("seal-present-fail-f", .styled) {
      $0.media = [Picture.slice(true).png, Picture.slice(false).png]
      let edge = ("page", "page")
      $0.lines[0].spans.append(
        Span(.markup(Placement.floating("media1", (210, 420), from: (1890, 1200), of: edge))))
      $0.lines[4].spans.append(
        Span(.markup(Placement.floating("media2", (210, 420), from: (1890, 1200), of: edge))))
    },
    Sample("seal-present-review-a", .styled) {
      $0.show(.nameStamp)
      $0.close(Placement.floating(id, (180, 180), from: (900, 20), behind: false))
    },
  ]

  static let decoys: [Sample] = [
    Sample("seal-present-pass-a", .styled) {
      $0.show(.letterhead)
      $0.open(Placement.floating(id, (1500, 208), from: (0, 0)))
    },
    Sample("seal-present-pass-b", .direct) {
      $0.show(.emblem)
      $0.close(Placement.floating(id, (420, 420), from: (900, 20)))
    },
    Sample("seal-present-pass-c", .themed) {
      $0.show(.code)
      $0.close(Placement.floating(id, (380, 380), from: (100, 20)))
    },
    Sample("seal-present-pass-d", .styled) {
      $0.show(.rule)
      $0.open(Placement.inline(id, (1500, 50)))
    },
  ]

  static let signatures: [Sample] = [
    Sample("seal-signature-pass-a", .direct) { $0.creator = "云岭县教育体育局" },
    Sample("seal-signature-fail-a", .styled) {
      $0.isSigned = true
      $0.close(Placement.signatureLine)
    },
    Sample("seal-signature-review-a", .direct) { $0.isSigned = true },
    Sample("seal-signature-review-b", .styled) { $0.close(Placement.signatureLine) },
  ]

  static let wording: [Sample] = [
    // The text may speak of sealing.
    Sample("seal-wording-pass-a", .styled) {
      $0.lines.insert(.init("开学条件核验表由学校主要负责人签字并加盖学校公章（签章）后报送。"), at: 1)
    },
    Sample("seal-wording-review-a", .direct) { $0.issuers = ["云岭县教育体育局（盖章）"] },
  ]

  private static let id = "media1"
}

extension Notice {
  fileprivate mutating func show(_ picture: Picture) { media = [picture.png] }

  /// Adds markup to the last paragraph before the sign-off.
  fileprivate mutating func close(_ markup: String) {
    guard let last = lines.indices.last else { return }
    lines[last].spans.append(Span(.markup(markup)))
  }

  /// Adds markup to the title's paragraph.
  fileprivate mutating func open(_ markup: String) { title.insert(Span(.markup(markup)), at: 0) }
}
