import DocumentModel
import Testing

@Suite struct DeadlineTests {
  /// A clock that goes on by a second at every look.
  private final class Clock {
    var looks = 0
    func deadline(_ seconds: Int) -> Deadline {
      Deadline(.seconds(seconds)) {
        self.looks += 1
        return .seconds(self.looks)
      }
    }
  }

  @Test func isPastWhenTheTimeIsOver() throws {
    let clock = Clock()
    let deadline = clock.deadline(3)
    try deadline.check("a")
    try deadline.check("b")
    let error = #expect(throws: ReadError.self) { try deadline.check("c") }
    #expect(error?.code == .timeout && error?.part == "c")
    #expect(error?.description == "E_TIMEOUT c longer than 3.0 seconds")
    #expect(!Deadline().isPast)
    #expect(Deadline(.zero).isPast)
  }

  @Test func stepsLookAtTheClockOnceInMany() {
    let clock = Clock()
    var steps = Deadline.Steps(clock.deadline(3))
    var count = 0
    while !steps.arePast() { count += 1 }
    #expect(clock.looks == 3)
    #expect(count == 2 * (Deadline.Steps.stride + 1))
    // Much work at once is looked at at once.
    var large = Deadline.Steps(clock.deadline(5))
    let looks = (0..<2).map { _ in large.arePast(after: 1_000_000) }
    #expect(looks == [false, true])
  }

  @Test func formatsHaveTheirTime() {
    var limits = ReadLimits()
    #expect(limits.time(for: .docx) == .seconds(10) && limits.time(for: .pdf) == .seconds(20))
    limits.binaryTime = .seconds(1)
    #expect(limits.time(for: .doc) == .seconds(1) && limits.time(for: .wordXML) == .seconds(10))
  }
}
