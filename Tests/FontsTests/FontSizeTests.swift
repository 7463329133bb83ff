import Fonts
import Testing

@Suite struct FontSizeTests {
  @Test(arguments: [
    ("初号", 42.0), ("小初", 36), ("2号", 22), ("二号", 22), ("小2号", 18), ("小二号", 18), ("小二", 18), ("４号", 14),
    ("五号", 10.5), ("8号", 5), ("小 四", 12),
  ])
  func readsNames(name: String, points: Double) { #expect(FontSizeName.points(named: name) == points) }

  @Test(arguments: ["", "号", "小", "九号", "小七", "12", "二二号", "大二"])
  func refusesOtherNames(name: String) { #expect(FontSizeName.points(named: name) == nil) }

  @Test func printsSizes() {
    #expect(FontSizeName.display(points: 15) == "小三（15磅）")
    #expect(FontSizeName.display(points: 10.5) == "五号（10.5磅）")
    #expect(FontSizeName.display(points: 13) == "13磅（非标准字号）")
    #expect(FontSizeName.display(points: 15.75) == "15.75磅（非标准字号）")
    for size in FontSizeName.all { #expect(FontSizeName.points(named: size.name) == size.points) }
  }

  @Test(arguments: [
    ("小二", 18.0), ("18pt", 18), ("18磅", 18), ("18 磅", 18), ("25.4mm", 72), ("25.4毫米", 72), ("2.54cm", 72),
    ("1in", 72),
    ("10.5pt", 10.5),
  ])
  func readsLengths(text: String, points: Double) throws {
    let found = try #require(FontSizeName.points(ofLength: text))
    #expect((found - points).magnitude < 0.001)
  }

  @Test(arguments: ["", "18", "pt", "-3pt", "1e9pt", "0x1pt", "nanpt", "infpt", "18px", "1..2pt"])
  func refusesOtherLengths(text: String) { #expect(FontSizeName.points(ofLength: text) == nil) }
}
