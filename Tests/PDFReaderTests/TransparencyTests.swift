import DocumentModel
import PDFReader
import Testing

/// Soft masks, groups and blend modes (ISO 32000-1, 11).
@Suite struct TransparencyTests {
  private static let line = ContentPage.line("看不见", 100, 700)
  private static let seen = ContentPage.line("看得见", 100, 600)

  /// A page whose first line is shown under `/G gs`.
  /// - Parameters:
  ///   - mask: the entries of the mask beside its group, object 10.
  ///   - group: the content of that group.
  private static func masked(
    _ mask: String, group: String = "", box: String = "0 0 595 842", content: String = line
  ) -> ContentPage {
    var page = ContentPage(
      "q /G gs \(content) Q \(seen)",
      resources: "/ExtGState<</G<</SMask<</Type/Mask/G 10 0 R\(mask)>>>>>>/XObject<</I 11 0 R>>")
    page.objects = [
      ("/Type/XObject/Subtype/Form/BBox[\(box)]/Group<</S/Transparency/CS/DeviceGray>>", group),
      ("/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray", "a"),
    ]
    return page
  }

  private static let page = "0 0 595 842 re f"

  @Test(arguments: [
    // Nothing is painted: no opacity, and the black of the backdrop.
    ("/S/Alpha", ""), ("/S/Luminosity", ""), ("/S/Luminosity/BC[0]", "q 1 0 0 1 5 5 cm Q"),
    ("/S/Luminosity", "0 g " + page), ("/S/Luminosity/TR/Identity", "0 0 0 rg " + page),
    // Black over a white backdrop.
    ("/S/Luminosity/BC[1]", "q 0 0 595 842 re W n 0 0 0 1 k " + page + " Q"),
    // Off the page.
    ("/S/Alpha", "700 0 9 9 re W n " + page),
  ]) func whatAMaskHidesIsInvisible(_ mask: String, _ group: String) throws {
    let document = try Self.masked(mask, group: group).read()
    #expect(document.dump == ["16 看得见"])
    #expect(document.pages.first?.invisibleCharacters == 3)
    #expect(document.residue.hiddenText == ["看不见"])
  }

  @Test(arguments: [
    ("/S/Luminosity/BC[1]", ""), ("/S/Luminosity", "1 g " + page), ("/S/Alpha", "0 g " + page),
    // The evidence does not decide: a part of the page, two things, a picture, letters, a function.
    ("/S/Luminosity", "1 g 0 0 595 300 re f"), ("/S/Luminosity", "0 g " + page + " 1 g " + page),
    ("/S/Luminosity", "q 595 0 0 842 0 0 cm /I Do Q"), ("/S/Alpha", line), ("/S/Luminosity", "0 0 m 9 9 l S"),
    ("/S/Luminosity", "0 0 m 900 0 l 0 900 l f"),
    ("/S/Alpha/TR<</FunctionType 2/Domain[0 1]/N 1/C0[1]/C1[0]>>", ""),
  ]) func whatAMaskMayShowIsSeen(_ mask: String, _ group: String) throws {
    let document = try Self.masked(mask, group: group).read()
    #expect(document.words == ["16 看不见", "16 看得见"])
    #expect(document.residue.hiddenText.isEmpty)
  }

  @Test func aMaskEndsWithItsStateOrByNone() throws {
    var page = Self.masked("/S/Alpha", content: "/N gs " + Self.line)
    page.resources = page.resources.replacing("/ExtGState<<", with: "/ExtGState<</N<</SMask/None>>")
    #expect(try page.read().words == ["16 看不见", "16 看得见"])
  }

  /// The mask is laid in the space in which it was set.
  @Test func theMatrixOfAMaskCounts() throws {
    let small = "1 g 0 0 59.5 84.2 re f"
    let box = "0 0 59.5 84.2"
    let scaled = Self.masked("/S/Luminosity", group: small, box: box, content: Self.line)
    var page = scaled
    page.content = "q 10 0 0 10 0 0 cm /G gs .1 0 0 .1 0 0 cm 1 0 0 1 0 0 cm \(Self.line) Q \(Self.seen)"
    #expect(try page.read().words.count == 2)
    // A mask that lets everything through decides; half of the page does not, and leaves pictures in doubt.
    #expect(try Self.pictures("/S/Luminosity", group: small, box: box) == ["11 0 masked"])
    #expect(try Self.pictures("/S/Luminosity", group: "1 g " + Self.page) == ["11 0"])
  }

  private static func pictures(_ mask: String, group: String, box: String = "0 0 595 842") throws -> [String?]
  {
    try masked(mask, group: group, box: box, content: "100 0 0 100 50 50 cm /I Do").read().figures
      .map(\.mediaPart)
  }

  @Test func picturesUnderAMaskAreHiddenOrInDoubt() throws {
    #expect(try Self.pictures("/S/Alpha", group: "").isEmpty)
    let page = Self.masked(
      "/S/Luminosity", group: "q 595 0 0 842 0 0 cm /I Do Q", content: "100 0 0 100 50 50 cm /I Do")
    let reader = PDFReader()
    let picture = try reader.picture("11 0 masked", of: page.bytes)
    #expect(picture?.mask == .unread)
    #expect(try reader.picture("11 0", of: page.bytes)?.mask == nil)
  }

  /// A drawn circle may be a seal, or may not be seen.
  @Test func shapesUnderAMaskAreInDoubt() throws {
    let circle =
      "1 0 0 RG 360 300 m 360 333 333 360 300 360 c 267 360 240 333 240 300 c "
      + "240 267 267 240 300 240 c 333 240 360 267 360 300 c h S"
    func doubts(_ group: String) throws -> [Bool] {
      try Self.masked("/S/Luminosity", group: group, content: circle).read().figures.map(\.isUndecodable)
    }
    #expect(try doubts("1 g 0 0 300 842 re f") == [true])
    #expect(try doubts("1 g " + Self.page) == [false])
    #expect(try doubts("").isEmpty)
  }

  // MARK: Groups

  private func group(_ state: String, _ content: String, isGroup: Bool = true) throws -> [String] {
    var page = ContentPage(
      "q /G gs /F Do Q " + Self.seen,
      resources: "/ExtGState<</G<<\(state)>>/H<</ca 1/CA 1>>>>/XObject<</F 10 0 R>>")
    page.objects = [
      (
        "/Type/XObject/Subtype/Form/BBox[0 0 595 842]"
          + (isGroup ? "/Group<</S/Transparency>>" : ""), content
      )
    ]
    return try page.read().words
  }

  /// A group begins with an alpha of one, and is clear as a whole.
  @Test func whatIsSetForAGroupHoldsForAllInIt() throws {
    #expect(try group("/ca 0", "/H gs " + Self.line) == ["16 看得见"])
    #expect(try group("/ca 0", "/H gs " + Self.line, isGroup: false) == ["16 看不见", "16 看得见"])
    #expect(try group("/ca .5", Self.line) == ["16 看不见", "16 看得见"])
  }

  // MARK: Blend modes

  /// A scan hides the words under it, unless they show through it.
  @Test func whatShowsThroughAPictureIsSeen() throws {
    func characters(_ state: String) throws -> Int? {
      var page = ContentPage(
        Self.line + "/G gs 595 0 0 842 0 0 cm /I Do",
        resources: "/ExtGState<</G<<\(state)>>>>/XObject<</I 10 0 R>>")
      page.objects = [
        ("/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray", "a")
      ]
      return try page.read().pages.first?.invisibleCharacters
    }
    #expect(try characters("/BM/Normal") == 3)
    #expect(try characters("/BM/Multiply") == 0)
    #expect(try characters("/BM[/Multiply/Normal]") == 0)
    #expect(try characters("/ca .5") == 0)
  }
}

extension Document {
  /// `dump` without empty lines.
  fileprivate var words: [String] { dump.filter { !$0.isEmpty } }
}
