import DocumentModel
import Glibc
import Markup
import Testing

@Suite struct RefusalTests {
  private static let types = [
    "<!DOCTYPE p>",
    "<!DOCTYPE p [<!ENTITY a 'b'>]>",
    "<!DOCTYPE p SYSTEM 'http://127.0.0.1:9/x.dtd'>",
    "<!DOCTYPE p [<!ENTITY % p SYSTEM 'file:///dev/zero'> %p;]>",
    "<!DOCTYPE p [<!ENTITY l0 'lol'><!ENTITY l1 '&l0;&l0;&l0;'>]>",
    "<!DOCTYPE p PUBLIC 'a' 'b' [",
  ]

  @Test(arguments: types) func aDocumentTypeEndsTheParse(type: String) {
    let recorder = Recorder()
    let markup = "<?xml version='1.0'?>\n\(type)<p>&a;&l1;</p>"
    let error = #expect(throws: ReadError.self) {
      try XMLParser(names: names).parse(Array(markup.utf8), part: "a.xml", handler: recorder)
    }
    #expect(error?.code == .xmlDTD)
    #expect(error?.part == "a.xml")
    #expect(recorder.events.isEmpty)
  }

  @Test(arguments: [
    ("", 1), ("   ", 1), ("x", 1), ("<p>", 1), ("<p>\n<r></p>", 2), ("<p/><p/>", 1),
    ("<p val='1' val='2'/>", 1),
    ("<p\n val='<'/>", 2), ("<p>&nbsp;</p>", 1), ("<p val='&nbsp;'/>", 1), ("<p>&#0;</p>", 1),
    ("<p>\u{1}</p>", 1),
    ("<p>&amp</p>", 1), ("<p>]]></p>", 1), ("\n\n<p>\0</p>", 3),
  ]) func malformed(markup: String, line: Int) {
    let error = failure(markup)
    #expect(error?.code == .xmlMalformed)
    #expect(error?.part == "a.xml")
    #expect(error?.line == line)
    #expect(error?.column ?? 0 > 0)
    #expect(error?.detail.isEmpty == false)
  }

  @Test func aBrokenMiddleGivesTheEventsBeforeIt() {
    let recorder = Recorder()
    #expect(throws: ReadError.self) {
      try XMLParser(names: names).parse(Array("<p><r/>a</t><r/>".utf8), part: "a.xml", handler: recorder)
    }
    #expect(recorder.events.joined() == "<p><r></r>a")
  }

  @Test func depth() throws {
    func nested(_ count: Int) -> String {
      String(repeating: "<p>", count: count) + String(repeating: "</p>", count: count)
    }
    #expect(try events(nested(256)).count == 256 * 7)
    #expect(failure(nested(257))?.code == .xmlLimit)
    #expect(failure(nested(10_000))?.code == .xmlLimit)
    var limits = ReadLimits()
    limits.markupDepth = 5
    #expect(failure(nested(5), limits: limits) == nil)
    #expect(failure(nested(6), limits: limits)?.code == .xmlLimit)
  }

  @Test func librarysOwnLimits() {
    let eleven = String(repeating: "F", count: 11_000_000)
    #expect(failure("<p val='\(eleven)'/>")?.code == .xmlLimit)
    #expect(failure("<p val='&amp;\(eleven)'/>")?.code == .xmlLimit)
    #expect(failure("<p><![CDATA[\(eleven)]]></p>")?.code == .xmlLimit)
    #expect(failure("<\(eleven)/>")?.code == .xmlLimit)
  }

  @Test func aPartLargerThanTheLimit() {
    var limits = ReadLimits()
    limits.partBytes = 20
    #expect(failure("<p>0123456789</p>", limits: limits) == nil)
    #expect(failure("<p>01234567890123456789</p>", limits: limits)?.code == .xmlLimit)
  }

  @Test func declarationsOfNamespacesInScope() {
    func declarations(_ from: Int, _ count: Int) -> String {
      (from..<from + count).map { " xmlns:n\($0)='u'" }.joined()
    }
    let open = (0..<4).map { "<p\(declarations($0 * 200, 200))>" }.joined()
    #expect(failure(open + "</p></p></p></p>") == nil)
    let wide = (0..<6).map { "<p\(declarations($0 * 200, 200))>" }.joined()
    #expect(failure(wide + "</p></p></p></p></p></p>")?.code == .xmlLimit)
  }

  @Test func randomDamageNeitherTrapsNorPrints() throws {
    let good = Array(
      "<?xml version='1.0'?><p xmlns='urn:word' val='1&amp;2'><r><t>公文<!--c--></t></r><![CDATA[x]]></p>".utf8)
    var seed: UInt64 = 7
    func random(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    let parser = XMLParser(names: names)
    var refused = 0
    let printed = try standardError {
      for _ in 0..<5_000 {
        var bytes = good
        for _ in 0...random(4) { bytes[random(bytes.count)] = UInt8(random(256)) }
        if random(4) == 0 { bytes.removeLast(random(bytes.count)) }
        do { try parser.parse(bytes, part: "a.xml", handler: Recorder()) } catch { refused += 1 }
      }
    }
    #expect(refused > 1_000)
    #expect(!printed.contains("error"))
  }

  /// What is written to standard error while the work runs.
  private func standardError(_ work: () -> Void) throws -> String {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    let saved = dup(2)
    dup2(ends[1], 2)
    work()
    dup2(saved, 2)
    close(saved)
    close(ends[1])
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(ends[0], &bytes, bytes.count)
    close(ends[0])
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}
