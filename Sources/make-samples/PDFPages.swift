/// What a file holds beside its text.
struct PDFExtras: Sendable {
  /// The author in the properties.
  var author: String?
  var producer = "Hegui make-samples"
  /// Entries of the catalogue that need no object of their own.
  var catalog = ""
  /// An annotation on the first page, with its entries beside `Type`.
  var annotation: String?
  /// An embedded file: its name and its bytes (ISO 32000-1, 7.11.4).
  var attachment: (name: String, bytes: [UInt8])?
  /// The first page is one gray picture with the text over it as the looks say; words on it only if they do.
  var isScan = false
  /// A picture between number and sign-off: its height in points. It is as wide as the text.
  var pictureHeight: Double?
  /// The words of a scan are left out altogether.
  var isWordless = false
  /// The trailer's `Encrypt` entry, which needs no key to be wrong.
  var encryption: String?
  /// Lines are broken wherever they are full, as programs do that know nothing of marks.
  var breaksAnywhere = false
  /// A red rule at the head of the first page.
  var rule = false
  /// What lies over the sign-off.
  var seal: Seal?
  /// A signature over the sign-off, which shows or does not.
  var signature: Signature?

  enum Seal: Sendable {
    /// Lines and curves of the page.
    case drawn
    /// An annotation of its own, as signing programs add it, without the name of the office and with it.
    case stamp, stampWithName
    /// A stamp as offices use them at home: a blue frame of a seal's size.
    case received
  }
  enum Signature: Sendable { case visible, hidden, empty }

  /// Opens for everybody, and may be neither printed nor copied.
  var isRestricted = false
}

/// Sets paragraphs on pages of A4 with the margins that Word has.
struct PDFPages {
  private static let width = 595.28
  private static let height = 841.89
  private static let side = 90.0
  private static let edge = 72.0

  private let extras: PDFExtras
  private var fonts: [PDFFont] = []
  private var texts: [PDFFont: String] = [:]
  private var pages: [String] = [""]
  /// The baseline of the last line, from the foot of the page.
  private var baseline = Self.height - Self.edge

  init(_ paragraphs: [PrintedNotice.Paragraph], extras: PDFExtras) {
    self.extras = extras
    if extras.isScan { pages[0] = "q \(Self.width.pdf) 0 0 \(Self.height.pdf) 0 0 cm /Scan Do Q\n" }
    if extras.rule { pages[0] += "q 1 0 0 RG 2 w 90 780 m 505 780 l S Q\n" }
    guard !extras.isWordless else { return }
    for paragraph in paragraphs {
      // The sign-off stands below the picture.
      if paragraph.place == .right, let height = extras.pictureHeight, !pages[0].contains("/Scan") {
        setPicture(height)
      }
      set(paragraph)
    }
    guard extras.seal == .drawn || extras.seal == .stampWithName, let font = fonts.first else { return }
    texts[font, default: ""] += Self.office
    if extras.seal == .drawn {
      pages[pages.count - 1] += seal.shape + seal.name(Self.office, font: font, resource: "/F1")
    }
  }

  private static let office = "云岭县教育体育局"

  /// Over the date.
  private var seal: PDFSeal { PDFSeal(x: Self.width - Self.side - 70, y: baseline + 12) }

  private mutating func set(_ paragraph: PrintedNotice.Paragraph) {
    let look = paragraph.look
    if case .row = paragraph.place { return setRow(paragraph.text.split(separator: "\t"), look) }
    let indent = paragraph.place == .indented ? 2 * look.size : 0
    let room = Self.width - 2 * Self.side
    for (index, line) in lines(of: paragraph.text, look.size, room, indent).enumerated() {
      let length = Self.length(of: line, look.size)
      let x =
        switch paragraph.place {
        case .center: Self.side + (room - length) / 2
        case .right: Self.side + room - length - 2 * look.size
        case .left, .row: Self.side
        case .indented: Self.side + (index == 0 ? indent : 0)
        }
      show(line, look, x: x)
    }
  }

  private mutating func setPicture(_ height: Double) {
    advance(height)
    let width = Self.width - 2 * Self.side
    pages[pages.count - 1] +=
      "q \(width.pdf) 0 0 \(height.pdf) \(Self.side.pdf) \(baseline.pdf) cm /Scan Do Q\n"
  }

  private mutating func setRow(_ cells: [Substring], _ look: PrintedNotice.Look) {
    let (width, height) = ((Self.width - 2 * Self.side) / Double(max(1, cells.count)), 20.0)
    advance(height)
    for (index, cell) in cells.enumerated() {
      let x = Self.side + Double(index) * width
      pages[pages.count - 1] += "q 0.5 w \(x.pdf) \((baseline - 6).pdf) \(width.pdf) \(height.pdf) re S Q\n"
      paint(String(cell), look, x: x + 4)
    }
  }

  private mutating func show(_ line: String, _ look: PrintedNotice.Look, x: Double) {
    advance(look.pitch ?? look.size * 1.3)
    paint(line, look, x: x)
  }

  private mutating func advance(_ pitch: Double) {
    if baseline - pitch < Self.edge {
      pages.append("")
      baseline = Self.height - Self.edge
    }
    baseline -= pitch
  }

  private mutating func paint(_ line: String, _ look: PrintedNotice.Look, x: Double) {
    if !fonts.contains(look.font) { fonts.append(look.font) }
    texts[look.font, default: ""] += line
    let name = "/F\((fonts.firstIndex(of: look.font) ?? 0) + 1)"
    let mode =
      switch look.weight {
      case .regular, .struckTwice: "0 Tr"
      case .stroked: "2 Tr \((look.size / 30).pdf) w"
      case .invisible: "3 Tr"
      }
    let color = look.color + " " + look.color.uppercased()
    for shift in look.weight == .struckTwice ? [0, 0.3] : [0] {
      let place = "\((x + shift).pdf) \(baseline.pdf) Tm"
      let size = look.size.pdf
      let matrix =
        look.isScaled ? "\(name) 1 Tf \(size) 0 0 \(size) \(place)" : "\(name) \(size) Tf 1 0 0 1 \(place)"
      pages[pages.count - 1] += "BT \(color) \(mode) \(matrix) <\(look.font.codes(of: line))> Tj ET\n"
    }
  }

  /// Lines no wider than the room; marks that may not begin a line hang in the margin, and those that may not
  /// end one go down with what they open (GB/T 15834-2011, 5.1).
  private func lines(of text: String, _ size: Double, _ room: Double, _ indent: Double) -> [String] {
    var lines = [""]
    var left = room - indent
    for character in text {
      let width = Self.length(of: String(character), size)
      if width > left + 0.01, extras.breaksAnywhere || !"，。；：、）》”〕".contains(character) {
        let last = lines[lines.count - 1]
        let moved = extras.breaksAnywhere ? 0 : last.reversed().prefix { "“《（〔—".contains($0) }.count
        let kept = last.count - moved
        lines[lines.count - 1] = String(last.prefix(kept))
        lines.append(String(last.dropFirst(kept)))
        left = room - Self.length(of: lines[lines.count - 1], size)
      }
      lines[lines.count - 1].append(character)
      left -= width
    }
    return lines
  }

  private static func length(of text: String, _ size: Double) -> Double {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x80 ? size / 2 : size) }
  }

  var bytes: [UInt8] {
    var file = PDFFile()
    file.isRestricted = extras.isRestricted
    let root = file.reserve()
    let tree = file.reserve()
    var resources = "/Font <<"
    var first: PDFFile.Reference?
    for (index, font) in fonts.enumerated() {
      let reference = font.write(to: &file, text: texts[font] ?? "")
      resources += " /F\(index + 1) \(reference.text)"
      first = first ?? reference
    }
    resources += " >>"
    if extras.isScan || extras.pictureHeight != nil {
      resources += " /XObject << /Scan \(Self.scan(in: &file).text) >>"
    }
    var kids: [String] = []
    var fields: [PDFFile.Reference] = []
    for (index, content) in pages.enumerated() {
      let stream = file.add(stream: Array(content.utf8))
      var entries = "/Type /Page /Parent \(tree.text) /MediaBox [0 0 \(Self.width.pdf) \(Self.height.pdf)] "
      entries += "/Resources << \(resources) >> /Contents \(stream.text)"
      if index == 0, let annotation = extras.annotation {
        entries += " /Annots [\(file.add("<< /Type /Annot \(annotation) >>").text)]"
      }
      if index == pages.count - 1 {
        let marks = annotations(in: &file, font: first)
        if !marks.isEmpty { entries += " /Annots [\(marks.map(\.text).joined(separator: " "))]" }
        fields = extras.signature == nil ? [] : marks
      }
      kids.append(file.add("<< \(entries) >>").text)
    }
    file.set(tree, "<< /Type /Pages /Kids [\(kids.joined(separator: " "))] /Count \(kids.count) >>")
    var catalog = "/Type /Catalog /Pages \(tree.text) \(extras.catalog)"
    if let attachment = extras.attachment {
      let stream = file.add(stream: attachment.bytes, "/Type /EmbeddedFile")
      let name = PDFFile.text(attachment.name)
      let specification = file.add("<< /Type /Filespec /F \(name) /UF \(name) /EF << /F \(stream.text) >> >>")
      catalog += " /Names << /EmbeddedFiles << /Names [\(name) \(specification.text)] >> >>"
    }
    if !fields.isEmpty {
      catalog += " /AcroForm << /SigFlags 3 /Fields [\(fields.map(\.text).joined(separator: " "))] >>"
    }
    file.set(root, "<< \(catalog) >>")
    var info = "/Producer \(PDFFile.text(extras.producer))"
    if let author = extras.author { info += " /Author \(PDFFile.text(author))" }
    let encryption = extras.isRestricted ? OwnerPassword.dictionary(id: PDFFile.id) : extras.encryption
    // The dictionary that says how to decipher is not ciphered itself.
    let properties = file.add("<< \(info) >>")
    file.isRestricted = false
    if let encryption { file.trailer = "/Encrypt \(file.add(encryption).text) " }
    return file.bytes(root: root, info: properties)
  }

  /// The stamp or the signature field of the last page (ISO 32000-1, 12.5.6.12 and 12.7.4.5).
  private func annotations(in file: inout PDFFile, font: PDFFile.Reference?) -> [PDFFile.Reference] {
    let isStamp = extras.seal != nil && extras.seal != .drawn
    guard isStamp || extras.signature != nil else { return [] }
    let isHidden = extras.signature == .hidden
    let isSeal = extras.signature == nil
    let height = extras.seal == .received ? 34.0 : isSeal ? 62.0 : 18.0
    let box = [seal.x - 62, seal.y - height, seal.x + 62, seal.y + height].map(\.pdf).joined(separator: " ")
    // A signature that shows as a frame: the seal would break another requirement.
    let frame = "q 0 G 1 w \((seal.x - 60).pdf) \((seal.y - 16).pdf) 120 32 re S Q\n"
    var (content, resources) = (isSeal ? seal.shape : frame, "")
    if extras.seal == .received { content = seal.frame }
    if extras.seal == .stampWithName, let own = fonts.first, let font {
      content += seal.name(Self.office, font: own, resource: "/F1")
      resources = " /Font << /F1 \(font.text) >>"
    }
    let form = file.add(
      stream: Array(content.utf8),
      "/Type /XObject /Subtype /Form /BBox [\(box)] /Resources <<\(resources) >>")
    let look = isHidden ? "/Rect [0 0 0 0]" : "/Rect [\(box)] /AP << /N \(form.text) >>"
    guard let signature = extras.signature else {
      return [file.add("<< /Type /Annot /Subtype /Stamp /F 4 \(look) >>")]
    }
    var entries = "/Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /F 132 \(look)"
    if signature != .empty {
      let value = file.add(
        "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [0 1 2 3] "
          + "/Contents <00> >>")
      entries += " /V \(value.text)"
    }
    return [file.add("<< \(entries) >>")]
  }

  /// Gray paper with darker bars where lines of text would be, two points a sample.
  private static func scan(in file: inout PDFFile) -> PDFFile.Reference {
    let (columns, rows) = (298, 421)
    var samples: [UInt8] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let isLine = row > 40 && row < 260 && row % 8 < 4 && column > 45 && column < 252
        samples.append(isLine && (column * 7 + row * 3) % 5 < 3 ? 70 : 238)
      }
    }
    let entries =
      "/Type /XObject /Subtype /Image /Width \(columns) /Height \(rows) /ColorSpace /DeviceGray "
      + "/BitsPerComponent 8 /Filter /FlateDecode"
    return file.add(stream: Zlib.compress(samples), entries)
  }
}

/// The wrapper that PDF has around DEFLATE (RFC 1950).
enum Zlib {
  static func compress(_ input: [UInt8]) -> [UInt8] {
    var a: UInt32 = 1
    var b: UInt32 = 0
    for byte in input {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    let sum = b << 16 | a
    return [0x78, 0x01] + Deflate.compress(input)
      + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> UInt32($0)) }
  }
}
