import DocumentModel

/// External objects and inline images (ISO 32000-1, 8.8 to 8.10).
extension ContentMachine {
  func paintXObject(_ scanner: ContentScanner) throws(ReadError) {
    guard let name = scanner.lastName, marks.hidden == 0,
      let object = resources.object("XObject", name, in: file)
    else { return }
    budget.draws &-= 1
    if budget.draws < 0 { throw ReadError(.limit, detail: "form and image draws") }
    if let id = object.reference, let form = forms[id] ?? nil, form.resources?.hasBorrowed != true {
      try draw(form, id)
      return
    }
    guard let stream = file.resolve(object).stream else {
      if file.isLost(object) { page.isIncomplete = true }
      return
    }
    switch file.name(stream.dictionary, "Subtype") {
    case "Image": paint(stream, part: "\(stream.id)", name: name.text)
    case "Form": try draw(try form(stream, object.reference), stream.id)
    default:
      // Old producers leave the subtype out.
      if stream.dictionary["BBox"] != nil { try draw(try form(stream, object.reference), stream.id) }
    }
  }

  // MARK: Forms

  /// Forms are kept, up to 64 MB of them.
  private static let formMemory = 64 << 20

  func form(_ stream: PDFStream, _ id: ObjectID?) throws(ReadError) -> FormXObject {
    let dictionary = stream.dictionary
    let resources = file.dictionary(dictionary, "Resources")
    let content = try file.paintingContent(of: stream)
    let form = FormXObject(
      data: content.bytes, isDamaged: content.isDamaged || file.isLost(dictionary["Resources"]),
      matrix: file.matrix(dictionary, "Matrix") ?? .identity, box: file.rectangle(dictionary, "BBox"),
      resources: resources.map { ResourceFrame($0, inside: self.resources) },
      optionalContent: dictionary["OC"],
      isGroup: file.dictionary(dictionary, "Group").map { file.name($0, "S") == "Transparency" } ?? false,
      isStructural: dictionary["StructParent"] != nil)
    if let id, formBytes + form.data.count <= Self.formMemory {
      formBytes += form.data.count
      forms[id] = form
    }
    return form
  }

  private func draw(_ form: FormXObject, _ id: ObjectID) throws(ReadError) {
    guard file.isShown(optionalContent: form.optionalContent) else { return }
    try mark(form.isStructural ? id : nil) { () throws(ReadError) in try run(form, form.matrix, id) }
  }

  /// Runs a form in a graphics state of its own (ISO 32000-1, 8.10.1).
  func run(_ form: FormXObject, _ matrix: PDFMatrix, _ id: ObjectID) throws(ReadError) {
    guard depth < Self.depthLimit, !open.contains(id), matrix.isFinite else {
      file.note("W_PDF_STRUCTURE", "form XObject \(id) draws itself or is nested too deeply")
      return
    }
    if form.isDamaged { page.isIncomplete = true }
    let saved = Saved(self)
    open.insert(id)
    contentStream = id
    depth += 1
    stack = []
    path = PathRecord()
    state.matrix = matrix.concatenated(state.matrix)
    if let box = form.box {
      let bounds = state.matrix.bounds(of: box)
      state.clip = state.clip.intersection(
        Bounds(left: bounds.left, top: bounds.bottom, right: bounds.right, bottom: bounds.top))
    }
    if let own = form.resources { resources = own }
    if form.isGroup { state.enterGroup() }
    style = nil
    // Nothing of it can be seen; what it says is not looked for.
    if !state.clip.isUnset { try run(form.data) }
    depth -= 1
    open.remove(id)
    saved.restore(to: self)
  }

  /// What a form cannot change for the stream that draws it.
  struct Saved {
    private let state: GraphicsState
    private let stack: [GraphicsState]
    private let textMatrix: PDFMatrix
    private let lineMatrix: PDFMatrix
    private let resources: ResourceFrame
    private let path: PathRecord
    private let markCount: Int
    private let contentStream: ObjectID?

    init(_ machine: ContentMachine) {
      state = machine.state
      stack = machine.stack
      textMatrix = machine.textMatrix
      lineMatrix = machine.lineMatrix
      resources = machine.resources
      path = machine.path
      markCount = machine.marks.count
      contentStream = machine.contentStream
    }

    func restore(to machine: ContentMachine) {
      machine.state = state
      machine.stack = stack
      machine.textMatrix = textMatrix
      machine.lineMatrix = lineMatrix
      machine.resources = resources
      machine.path = path
      while machine.marks.count > markCount { machine.marks.pop() }
      machine.contentStream = contentStream
      machine.style = nil
    }
  }

  // MARK: Pictures

  private func paint(_ image: PDFStream, part: String, name: String?) {
    guard file.isShown(optionalContent: image.dictionary["OC"]) else { return }
    let isMask = file.boolean(image.dictionary, "ImageMask") ?? false
    let isTranslucent =
      isMask || image.dictionary["SMask"] != nil || image.dictionary["Mask"] != nil
    // What a stencil looks like depends on what it is painted in (ISO 32000-1, 8.9.6.2).
    let paint = " #\(Color(rgb: Int(state.fill.rgb)))"
    place(isMask ? part + paint : part, name: name, isTranslucent: isTranslucent)
  }

  /// Records a picture at the unit square of user space (ISO 32000-1, 8.9.4).
  private func place(_ part: String, name: String?, isTranslucent: Bool) {
    guard !state.isTransparent(state.fill) else { return }
    let square = state.matrix.bounds(of: PDFRectangle(0, 0, 1, 1))
    let all = Bounds(left: square.left, top: square.bottom, right: square.right, bottom: square.top)
    let bounds = all.intersection(state.clip)
    let part = state.isMasked ? part + PDFReader.maskedPart : part
    budget.objects &-= 1
    guard !bounds.isUnset, budget.objects > 0, !bounds.intersection(visible).isUnset else { return }
    page.hasInk = true
    page.pictures.append(
      PlacedPicture(
        part: part, bounds: bounds, name: name, glyphsBefore: page.glyphs.count,
        isTranslucent: isTranslucent || state.isTranslucent))
    page.backgrounds.append(
      PageContent.Background(bounds: bounds, isDark: true, glyphsBefore: page.glyphs.count))
  }

  /// Type 3 procedures whose glyphs have no meaning are drawn: they may show text or pictures of their own.
  func runProcedures(_ glyphs: [Type3Glyph], of font: Type3Font) throws(ReadError) {
    guard !glyphs.isEmpty, depth < 3 else { return }
    let matrix = textMatrix
    for glyph in glyphs {
      guard let stream = font.procedure(for: glyph.code) else { continue }
      budget.draws &-= 1
      guard budget.draws > 0 else { return }
      let form = try procedure(stream, font)
      // Pictures of single letters are no pictures of the page.
      let (pictures, ink) = (page.pictures.count, page.hasInk)
      let place = matrix.apply(glyph.x, glyph.y)
      var own = matrix
      (own.e, own.f) = (place.x, place.y)
      let scaled = PDFMatrix(
        a: state.fontSize * state.scale, b: 0, c: 0, d: state.fontSize, e: 0, f: 0)
      try run(form, font.matrix.concatenated(scaled).concatenated(own), stream.id)
      if page.pictures.count > pictures {
        page.pictures.removeLast(page.pictures.count - pictures)
      }
      page.hasInk = page.hasInk || ink
    }
  }

  private func procedure(_ stream: PDFStream, _ font: Type3Font) throws(ReadError) -> FormXObject {
    if let known = forms[stream.id] ?? nil { return known }
    let content = try file.paintingContent(of: stream)
    let form = FormXObject(
      data: content.bytes, isDamaged: content.isDamaged, matrix: .identity, box: nil,
      resources: font.resources.map { ResourceFrame($0) }, optionalContent: nil, isGroup: false,
      isStructural: false)
    if formBytes + form.data.count <= Self.formMemory {
      formBytes += form.data.count
      forms[stream.id] = form
    }
    return form
  }

  // MARK: Inline images

  func paintInlineImage(_ scanner: inout ContentScanner) {
    guard let image = scanner.skipInlineImage() else { return }
    inlineImages += 1
    if inlineImages == wantedInlineImage { keep(image, scanner.bytes) }
    guard marks.hidden == 0 else { return }
    let values = InlineImage.values(image.dictionary, scanner.bytes)
    let isStencil = (values["IM"] ?? values["ImageMask"])?.boolean ?? false
    if isStencil, (values["W"] ?? values["Width"])?.integer == 1,
      (values["H"] ?? values["Height"])?.integer == 1
    {
      return paintBlock()
    }
    place("page \(page.number) inline \(inlineImages)", name: nil, isTranslucent: isStencil)
  }

  /// A stencil of one sample is how some programs paint an area in a colour.
  private func paintBlock() {
    let square = state.matrix.bounds(of: PDFRectangle(0, 0, 1, 1))
    let all = Bounds(left: square.left, top: square.bottom, right: square.right, bottom: square.top)
    let bounds = all.intersection(state.clip).intersection(visible)
    budget.objects &-= 1
    guard !bounds.isUnset, budget.objects > 0, !state.isTransparent(state.fill) else { return }
    if !state.fill.isWhite { page.hasInk = true }
    page.backgrounds.append(
      PageContent.Background(bounds: bounds, isDark: !state.fill.isWhite, glyphsBefore: page.glyphs.count))
  }
}

/// An inline image that was asked for.
struct InlineImage {
  var dictionary: PDFDictionary
  var bytes: [UInt8]
  var resources: PDFDictionary
  /// What a stencil is painted in.
  var color: Color

  /// What stands between `BI` and `ID`.
  static func values(_ range: Range<Int>, _ bytes: UnsafeRawBufferPointer) -> PDFDictionary {
    var dictionary = PDFDictionary()
    var parser = ObjectParser(UnsafeRawBufferPointer(rebasing: bytes[range]), allowsReferences: false)
    while let key = parser.object()?.name, let value = parser.object() { dictionary.append(key, value) }
    return dictionary
  }
}

extension ContentMachine {
  private func keep(_ image: (dictionary: Range<Int>, data: Range<Int>), _ bytes: UnsafeRawBufferPointer) {
    inlineImage = InlineImage(
      dictionary: InlineImage.values(image.dictionary, bytes), bytes: Array(bytes[image.data]),
      resources: resources.dictionary, color: Color(rgb: Int(state.fill.rgb)))
  }
}

extension ContentScanner {
  /// Passes over an inline image (ISO 32000-1, 8.9.7), whose data ends where a plausible `EI` stands.
  /// - Returns: the bytes of its dictionary, as between `BI` and `ID`, and those of its data.
  mutating func skipInlineImage() -> (dictionary: Range<Int>, data: Range<Int>)? {
    let start = position
    // The keys and values are operands of `ID`; values such as `true` look like operators.
    var code = next()
    while let word = code, Self.isWord(word) { code = next() }
    guard code == 0x4944 else { return nil }
    let dictionary = start..<Swift.max(start, position &- 2)
    let data = Swift.min(position &+ 1, bytes.count)
    var place = data
    while place &+ 1 < bytes.count {
      if bytes[place] == 0x45, bytes[place &+ 1] == 0x49, isEnd(place, from: data) {
        position = place &+ 2
        return (dictionary, data..<place)
      }
      place &+= 1
    }
    position = bytes.count
    return (dictionary, data..<bytes.count)
  }

  /// `true`, `null`, or what is longer than any operator, as `false` is.
  private static func isWord(_ code: Operator) -> Bool {
    code == 0x7472_7565 || code == 0x6E75_6C6C || code == 0
  }

  /// Whether `EI` at a place ends the data: white space around it, and text behind it.
  private func isEnd(_ place: Int, from start: Int) -> Bool {
    guard place == start || Self.isWhite(bytes[place &- 1]) else { return false }
    let behind = place &+ 2
    guard behind >= bytes.count || Self.isWhite(bytes[behind]) else { return false }
    for index in behind..<Swift.min(behind &+ 12, bytes.count) {
      let byte = bytes[index]
      if byte > 0x7E || (byte < 0x20 && !Self.isWhite(byte)) { return false }
    }
    return true
  }

  private static func isWhite(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0 || byte == 0x0C
  }
}
