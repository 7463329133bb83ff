import Conformance
import DocumentModel
import Findings
import Foundation
import Testing

@testable import Rules

/// What is weighed as a seal, beyond the examples of the rule.
@Suite struct SealTests {
  private let rule: SealPresentRule

  init() throws { rule = try JSONDecoder().decode(SealPresentRule.self, from: Data("{}".utf8)) }

  private func verdict(_ figures: [Figure], _ change: (inout Document) -> Void = { _ in }) throws -> Verdict {
    var document = SealPresentRule.notice
    document.document.figures = figures
    change(&document.document)
    return try #require(rule.check(on: [.document], in: document).first)
  }

  private func ring(_ change: (inout InkPatch) -> Void = { _ in }) -> PictureInk {
    var patch = InkPatch(region: Box(left: 0, top: 0, width: 1, height: 1), aspect: 1)
    (patch.ringSectors, patch.glyphRuns, patch.coverage, patch.centreShare) = (70, 20, 0.15, 0.2)
    change(&patch)
    return PictureInk(width: 400, height: 400, inkShare: 0.15, redShare: 1, patches: [patch])
  }

  private func figure(_ width: Double = 42, _ height: Double? = nil, at paragraph: Int = 3) -> Figure {
    var figure = Figure(kind: .picture, anchor: .floating, paragraph: paragraph)
    figure.width = .mm(width)
    figure.height = .mm(height ?? width)
    return figure
  }

  /// A page of 210 × 297 mm whose sign-off stands low on the second page.
  private func paged(_ document: inout Document) {
    document.pages = [Page(width: .mm(210), height: .mm(297)), Page(width: .mm(210), height: .mm(297))]
    for index in document.paragraphs.indices {
      document.paragraphs[index].page = index >= 3 ? 2 : 1
      document.paragraphs[index].box = Box(left: 300, top: 500 + Double(index) * 20, width: 150, height: 16)
    }
  }

  private func placed(_ figure: Figure, page: Int, x: Double, y: Double, size: Double = 42) -> Figure {
    var figure = figure
    let side = Length.mm(size).points
    figure.page = page
    figure.box = Box(left: x, top: y, width: side, height: side)
    return figure
  }

  @Test func nearnessOnAPageIsADistance() throws {
    var seal = figure()
    seal.ink = ring()
    let near = try verdict([placed(seal, page: 2, x: 310, y: 540)], paged)
    #expect(near.outcome == .failed)
    var alone = SealPresentRule.notice
    paged(&alone.document)
    let place = SignOffPlace(alone)
    #expect(place.distance(of: placed(seal, page: 2, x: 310, y: 540)) == 0)
    #expect(place.distance(of: placed(seal, page: 1, x: 310, y: 540)) == nil)
    let above = try #require(place.distance(of: placed(seal, page: 2, x: 310, y: 100)))
    #expect(abs(above - Length.pt(560 - 100 - Length.mm(42).points).millimetres) < 0.5)
  }

  @Test func vectorSealsOfAPageAreFound() throws {
    var circle = placed(figure(), page: 2, x: 310, y: 520)
    circle.kind = .shape
    circle.geometry = "ellipse"
    circle.lineColor = Color(rgb: 0xE60012)
    var star = placed(figure(), page: 2, x: 355, y: 565, size: 12)
    star.kind = .shape
    star.geometry = "star5"
    var words = placed(figure(), page: 2, x: 315, y: 525, size: 38)
    words.kind = .shape
    words.textWarp = "textCircle"
    let found = try verdict([circle, star, words], paged)
    #expect(found.violations.map(\.code) == ["SEAL-present-drawn"] && found.outcome == .failed)
    // A star elsewhere on the page belongs to nothing.
    let far = try verdict([circle, placed(star, page: 2, x: 30, y: 30, size: 12)], paged)
    #expect(far.outcome == .passed)
  }

  @Test func aBlueCircleIsNoSeal() throws {
    var circle = figure()
    circle.kind = .shape
    circle.geometry = "ellipse"
    circle.lineColor = Color(rgb: 0x0070C0)
    var words = figure(36)
    words.textWarp = "textArchUp"
    #expect(try verdict([circle, words]).outcome == .passed)
  }

  @Test func aSealOnACopiedPageIsMeasuredOnThePage() throws {
    var page = figure(150, 212, at: 2)
    page.anchor = .inline
    page.ink = ring { $0.region = Box(left: 0.6, top: 0.7, width: 0.2, height: 0.2 / 1.414) }
    page.ink?.width = 1_240
    page.ink?.height = 1_754
    let verdict = try verdict([page])
    #expect(verdict.outcome == .failed)
    #expect(verdict.violations[0].message.text(in: .zh).contains("直径约42毫米"))
  }

  @Test func whatIsSmallOrFilledIsNone() throws {
    var badge = figure(9)
    badge.ink = ring()
    #expect(try verdict([badge]).outcome == .passed)
    var disc = figure()
    disc.ink = ring { $0.coverage = 0.6 }
    #expect(try verdict([disc]).outcome == .passed)
  }

  @Test func aBadgeOverTheTitleIsForAPerson() throws {
    var badge = figure(at: 0)
    badge.ink = ring()
    let verdict = try verdict([badge]) { document in
      // Far from the sign-off.
      document.paragraphs[2].text = String(repeating: "各校要逐项排查。", count: 60)
    }
    #expect(verdict.outcome == .cantTell)
  }

  @Test func slicesThatMakeNoCircleAreForAPerson() throws {
    var slice = figure(8, 42, at: 1)
    slice.ink = ring {
      $0.aspect = 0.19
      $0.ringSectors = 20
    }
    var other = slice
    other.paragraph = 2
    let verdict = try verdict([slice, other])
    #expect(verdict.violations.map(\.code) == ["SEAL-present-edge"] && verdict.outcome == .cantTell)
    #expect(try self.verdict([slice]).outcome == .passed)
  }

  @Test(arguments: [("Chelsea logo", false), ("timestamp", false), ("seal.png", true), ("某单位公章", true)])
  func namesAreWords(_ name: String, _ isNamed: Bool) {
    #expect(rule.scale.isNamed([name]) == isNamed)
  }

  @Test func weightsThatMakeNoSenseDoNoHarm() throws {
    let odd = Data(
      #"{"leastAspect": 9, "mostAspect": 1, "leastSize": "90mm", "mostSize": "10mm", "failScore": -1}"#.utf8)
    let rule = try JSONDecoder().decode(SealPresentRule.self, from: odd)
    var document = SealPresentRule.notice
    var seal = figure()
    seal.ink = ring()
    document.document.figures = [seal]
    #expect(rule.check(on: [.document], in: document).count == 1)
  }
}
