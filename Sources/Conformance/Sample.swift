import DocumentModel
import Messages

/// One paragraph of a sample document, as rule examples write it.
///
/// The standard look of each role is that of the built-in spec, so that an example shows only what differs.
public struct SamplePart: Sendable {
  public var role: ElementRole?
  public var paragraph: Paragraph
  public var certainty: Double
  public var iso: String?

  /// A paragraph of several looks.
  public init(
    _ role: ElementRole?, _ spans: [(text: String, style: TextStyle)], lineSpacing: LineSpacing = .single,
    certainty: Double = 1
  ) {
    self.role = role
    var format = ParagraphFormat()
    format.lineSpacing = lineSpacing
    format.declaresLineSpacing = lineSpacing != .single
    paragraph = Paragraph(
      text: spans.map(\.text).joined(),
      runs: spans.filter { !$0.text.isEmpty }.map { Run(utf8Count: $0.text.utf8.count, style: $0.style) },
      format: format)
    self.certainty = certainty
  }

  /// A paragraph of one look.
  public init(
    _ role: ElementRole?, _ text: String, _ style: TextStyle, lineSpacing: LineSpacing = .single,
    certainty: Double = 1
  ) {
    self.init(role, [(text, style)], lineSpacing: lineSpacing, certainty: certainty)
  }

  public static func title(
    _ text: String, _ style: TextStyle = TextStyle("宋体", 18, bold: true), certainty: Double = 1
  ) -> SamplePart { SamplePart(.title, text, style, certainty: certainty) }

  public static func number(
    _ text: String, _ style: TextStyle = TextStyle("楷体", 12), certainty: Double = 1
  ) -> SamplePart { SamplePart(.number, text, style, certainty: certainty) }

  public static func body(
    _ text: String, _ style: TextStyle = TextStyle("宋体", 12), lineSpacing: LineSpacing = .single
  ) -> SamplePart { SamplePart(.body, text, style, lineSpacing: lineSpacing) }

  public static func heading(_ text: String, _ style: TextStyle = TextStyle("黑体", 12)) -> SamplePart {
    SamplePart(.heading1, text, style)
  }

  public static func issuer(_ text: String) -> SamplePart { SamplePart(.issuer, text, TextStyle("宋体", 12)) }

  /// - Parameter iso: the date as `2022-03-01`, where the text gives one.
  public static func date(_ text: String, iso: String? = nil, certainty: Double = 1) -> SamplePart {
    var part = SamplePart(.date, text, TextStyle("宋体", 12), certainty: certainty)
    part.iso = iso
    return part
  }
}

extension StructuredDocument {
  /// A document of a few paragraphs whose roles are given. Titles that follow one another are one title.
  public static func sample(
    _ parts: [SamplePart], doubts: [ElementRole: Message] = [:]
  ) -> StructuredDocument {
    var document = StructuredDocument(document: Document(paragraphs: parts.map(\.paragraph)), doubts: doubts)
    for (index, part) in parts.enumerated() {
      guard let role = part.role else { continue }
      let piece = Element.Piece(paragraph: index)
      if role == .title, let last = document.elements.indices.last, document.elements[last].role == .title {
        document.elements[last].text += part.paragraph.text
        document.elements[last].pieces.append(piece)
      } else {
        document.elements.append(
          Element(
            role: role, text: part.paragraph.text, pieces: [piece], certainty: part.certainty,
            reason: Message("sample.reason"), iso: part.iso))
      }
    }
    return document
  }
}

extension StructuredDocument {
  /// The same as a file of fixed layout.
  ///
  /// - Parameters:
  ///   - program: the program that wrote it.
  ///   - pages: what is on its pages; one page of text where nothing is given.
  public func printed(by program: String? = nil, pages: [Page] = [.sample()]) -> StructuredDocument {
    var copy = self
    copy.document.format = .pdf
    copy.document.metadata.application = program
    copy.document.pages = pages
    for index in copy.document.paragraphs.indices where copy.document.paragraphs[index].page == nil {
      copy.document.paragraphs[index].page = 1
    }
    return copy
  }
}

extension Page {
  /// A page of A4 as rule examples need it; a page of text where nothing is given.
  public static func sample(
    characters: Int = 400, unmapped: Int = 0, invisible: Int = 0, picture: Double = 0, hasInk: Bool = true
  ) -> Page {
    var page = Page(width: .mm(210), height: .mm(297))
    page.characters = characters
    page.hanCharacters = characters
    page.unmappedCharacters = unmapped
    page.invisibleCharacters = invisible
    page.pictureShare = picture
    page.hasInk = hasInk
    return page
  }
}
