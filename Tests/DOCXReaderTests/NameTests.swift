import Testing

@testable import DOCXReader

@Suite struct NameTests {
  /// The reader takes the number of a name from its layout; this is what that rests on.
  @Test func namesAreNumberedInOrder() {
    #expect(MemoryLayout<Name>.size == 2)
    #expect(Name.allCases.enumerated().allSatisfy { $1.number == UInt16($0) })
    #expect(Name.last == Name.allCases.last)
    #expect(Name(number: Name.p.number) == .p && Name(number: Name.last.number + 1) == nil)
  }
}
