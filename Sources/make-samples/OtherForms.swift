/// The conforming notice in the other forms that Word writes, under names that say so and under names that do
/// not: the usual ways in which a download is no real `.doc`.
enum OtherForms {
  private static let notice = Notice(.direct)

  static let all: [(name: String, bytes: [UInt8])] = [
    ("sixian-2022/twin-open-pass-a.rtf", RTFFile(notice).bytes()),
    ("sixian-2022/twin-open-pass-b.xml", Word2003File(notice).bytes()),
    ("sixian-2022/twin-open-pass-c.docx", notice.file.bytes()),
    ("sixian-2022/twin-open-review-a.doc", RTFFile(notice).bytes()),
    ("sixian-2022/twin-open-review-b.doc", notice.file.bytes()),
    ("sixian-2022/twin-open-review-c.doc", Word2003File(notice).bytes()),
    ("sixian-2022/twin-open-review-d.doc", notice.file.flat()),
    ("disguised/web-page.doc", webPage),
    ("disguised/web-archive.doc", webArchive),
  ]

  /// A page as Word's "save as web page" begins.
  private static let webPage = Array(
    ("<html xmlns:o=\"urn:schemas-microsoft-com:office:office\""
      + " xmlns:w=\"urn:schemas-microsoft-com:office:word\"><head><meta charset=\"utf-8\">"
      + "<title>关于做好2025年春季学期开学工作的通知</title></head><body>"
      + "<p style='font-family:宋体;font-size:18.0pt'>云岭县教育体育局关于做好2025年春季学期开学工作的通知</p>"
      + "</body></html>\n").utf8)

  private static let webArchive =
    Array(
      ("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"----=_NextPart\"\r\n\r\n"
        + "------=_NextPart\r\nContent-Type: text/html; charset=\"utf-8\"\r\n\r\n").utf8) + webPage
    + Array("\r\n------=_NextPart--\r\n".utf8)
}

extension Notice {
  /// The paragraphs of the notice, each with its look; tables and annexes are left out.
  fileprivate var paragraphs: [(look: Look, spans: [Span])] {
    var list: [(Look, [Span])] = [(dress.title, title)]
    if let number { list.append((dress.number, number)) }
    if let recipient { list.append((dress.recipient, recipient)) }
    for line in lines {
      list.append((line.look ?? (line.isHeading ? dress.heading : dress.body), line.spans))
    }
    for issuer in issuers { list.append((dress.signOff, [Span(issuer)])) }
    if let date { list.append((dress.signOff, date)) }
    return list
  }
}

/// A notice in Rich Text Format, as Word writes it: the formatting of every run is written out.
struct RTFFile {
  let notice: Notice

  init(_ notice: Notice) { self.notice = notice }

  /// The faces with their names in the character set of Chinese, as Word writes them.
  private static let faces = [
    ("Times New Roman", #"\froman\fcharset0 Times New Roman"#),
    ("宋体", #"\fnil\fcharset134 \'cb\'ce\'cc\'e5{\*\falt SimSun}"#),
    ("楷体_GB2312", #"\fmodern\fcharset134 \'bf\'ac\'cc\'e5_GB2312"#),
  ]

  func bytes() -> [UInt8] {
    var rtf = #"{\rtf1\ansi\ansicpg936\uc1\deff0\stshfdbch1\stshfloch0\stshfhich0\deflang1033\deflangfe2052"#
    rtf += "\n{\\fonttbl"
    for (index, face) in Self.faces.enumerated() { rtf += "{\\f\(index)\(face.1);}" }
    rtf += "}\n{\\colortbl;\\red0\\green0\\blue0;}\n"
    rtf += #"{\stylesheet{\qj\fs21\loch\f0\hich\af0\dbch\af1\snext0 Normal;}}"# + "\n"
    rtf += #"\paperw11906\paperh16838\margl1800\margr1800\margt1440\margb1440\gutter0"# + "\n"
    rtf += #"\sectd\headery851\footery992\linex0\sectlinegrid312\sectspecifyl"# + "\n"
    for (look, spans) in notice.paragraphs { rtf += paragraph(look, spans) }
    return Array((rtf + "}\n").utf8)
  }

  private func paragraph(_ look: Look, _ spans: [Span]) -> String {
    let format = look.paragraph
    var rtf = #"\pard\plain \s0"#
    switch format.alignment {
    case "center": rtf += #"\qc"#
    case "right": rtf += #"\qr"#
    default: rtf += #"\qj"#
    }
    if let line = format.line { rtf += "\\sl\(line)\\slmult1" }
    if let characters = format.firstLineCharacters {
      rtf += "\\fi\(characters * 240 / 100)\\cufi\(characters)"
    }
    if let characters = format.rightCharacters {
      rtf += "\\ri\(characters * 240 / 100)\\rin\(characters * 240 / 100)\\curi\(characters)"
    }
    for span in spans { rtf += run(span.format ?? look.character, span) }
    return rtf + "\n\\par "
  }

  private func run(_ format: CharacterFormat, _ span: Span) -> String {
    guard case .text(let text) = span.content else { return "" }
    let latin = index(of: format.latin)
    let eastAsian = index(of: format.eastAsia)
    let weight = format.bold == true ? #"\b"# : ""
    let size = format.size.map { "\\fs\($0)" } ?? ""
    var rtf = ""
    // Word parts Latin from East-Asian text, and says of each which of the faces holds.
    for (isLatin, piece) in Self.pieces(text) {
      rtf += "{\\rtlch\\fcs1 \\af0\\afs24 \\ltrch\\fcs0 \(weight)\(size)"
      rtf +=
        isLatin
        ? "\\hich\\af\(latin)\\dbch\\af\(eastAsian)\\loch\\f\(latin) \(piece)}"
        : "\\loch\\af\(latin)\\hich\\af\(latin)\\dbch\\f\(eastAsian) \(Self.unicode(piece))}"
    }
    return rtf
  }

  private func index(of face: String?) -> Int { Self.faces.firstIndex { $0.0 == face } ?? 0 }

  private static func pieces(_ text: String) -> [(isLatin: Bool, text: String)] {
    var pieces: [(isLatin: Bool, text: String)] = []
    for scalar in text.unicodeScalars {
      if let last = pieces.last, last.isLatin == scalar.isASCII {
        pieces[pieces.count - 1].text.unicodeScalars.append(scalar)
      } else {
        pieces.append((scalar.isASCII, String(scalar)))
      }
    }
    return pieces
  }

  private static func unicode(_ text: String) -> String {
    text.utf16.map { "\\u\(Int16(bitPattern: $0))?" }.joined()
  }
}

/// A notice as Word 2003 XML, which has most of its names in common with WordprocessingML.
struct Word2003File {
  let notice: Notice

  init(_ notice: Notice) { self.notice = notice }

  func bytes() -> [UInt8] {
    var xml = Part.declaration + "<?mso-application progid=\"Word.Document\"?>\n<w:wordDocument"
    xml += " xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\""
    xml += " xmlns:wx=\"http://schemas.microsoft.com/office/word/2003/auxHint\""
    xml += " w:macrosPresent=\"no\" w:embeddedObjPresent=\"no\" xml:space=\"preserve\">"
    xml += "<w:fonts><w:defaultFonts w:ascii=\"Times New Roman\" w:fareast=\"宋体\""
    xml += " w:h-ansi=\"Times New Roman\" w:cs=\"Times New Roman\"/></w:fonts><w:styles>"
    xml += "<w:style w:type=\"paragraph\" w:default=\"on\" w:styleId=\"a\"><w:name w:val=\"Normal\"/>"
    xml += "<wx:uiName wx:val=\"正文\"/><w:pPr><w:jc w:val=\"both\"/></w:pPr>"
    xml += "<w:rPr><w:sz w:val=\"21\"/></w:rPr></w:style></w:styles><w:body><wx:sect>"
    for (look, spans) in notice.paragraphs { xml += Self.old(look.xml(spans)) }
    xml += "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1440\" w:right=\"1800\""
    xml += " w:bottom=\"1440\" w:left=\"1800\" w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/>"
    xml += "<w:docGrid w:type=\"lines\" w:line-pitch=\"312\"/></w:sectPr></wx:sect></w:body></w:wordDocument>"
    return Array(xml.utf8)
  }

  /// The names that Word 2003 writes otherwise.
  private static func old(_ xml: String) -> String {
    let names = [
      ("w:hAnsi=", "w:h-ansi="), ("w:eastAsia=", "w:fareast="), ("w:szCs ", "w:sz-cs "),
      ("w:bCs/", "w:b-cs/"), ("w:lineRule=", "w:line-rule="), ("w:firstLineChars=", "w:first-line-chars="),
      ("w:firstLine=", "w:first-line="), ("w:rightChars=", "w:right-chars="),
    ]
    return names.reduce(xml) { $0.replacing($1.0, with: $1.1) }
  }
}
