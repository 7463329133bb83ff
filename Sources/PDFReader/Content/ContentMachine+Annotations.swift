import DocumentModel

/// Annotations that paint something (ISO 32000-1, 12.5), and what is known only when the page is done.
extension ContentMachine {
  /// Annotations whose appearance is text of the page, or a frame around it.
  private static let plain: Set<PDFName> = [
    "Link", "Widget", "FreeText", "Highlight", "Underline", "Squiggly", "StrikeOut", "Popup", "Text", "Caret",
    "Line", "Square", "Circle", "Polygon", "PolyLine", "Ink", "Redact", "FileAttachment", "PrinterMark",
    "TrapNet", "Watermark", "Sound", "Movie", "Screen", "3D", "RichMedia",
  ]

  func runAnnotations(of object: PageObject) throws(ReadError) {
    let annotations = file.annotations(of: object)
    guard !annotations.isEmpty else { return }
    state = GraphicsState(clip: visible)
    state.matrix = object.displayMatrix
    stack.removeAll(keepingCapacity: true)
    marks = MarkedContentStack()
    for annotation in annotations.prefix(20_000) where annotation.isShown {
      guard let appearance = annotation.appearance else { continue }
      budget.draws &-= 1
      if budget.draws < 0 { throw ReadError(.limit, detail: "form and image draws") }
      let isSignature =
        annotation.subtype == "Widget" && file.name(annotation.dictionary, "FT") == "Sig"
      let glyphs = page.glyphs.count
      let form = try form(appearance, appearance.id)
      guard !form.data.isEmpty else {
        if form.isDamaged { page.isIncomplete = true }
        continue
      }
      let isStructural = annotation.dictionary["StructParent"] != nil
      try mark(isStructural ? annotation.id : nil) { () throws(ReadError) in
        try run(form, annotation.matrix, appearance.id)
      }
      if isSignature || !Self.plain.contains(annotation.subtype) {
        addStamp(annotation, object, isSignature: isSignature, textFrom: glyphs)
      }
    }
  }

  /// A stamp is one thing; the letters on it are no text of the document.
  private func addStamp(
    _ annotation: PageAnnotation, _ object: PageObject, isSignature: Bool, textFrom: Int
  ) {
    let box = object.displayMatrix.bounds(of: annotation.rectangle)
    let bounds = Bounds(left: box.left, top: box.bottom, right: box.right, bottom: box.top)
    guard !bounds.isEmpty else { return }
    var name = isSignature ? "Sig" : annotation.subtype.text
    if let own = file.name(annotation.dictionary, "Name") { name += " " + own.text }
    page.stamps.append(PlacedStamp(name: name, bounds: bounds, isSignature: isSignature))
    for index in page.glyphs.indices.dropFirst(textFrom) { page.glyphs[index].flags.insert(.ring) }
  }

  /// Text under a picture that covers the page is not to be seen: the layer of a scan.
  func hideCoveredText() {
    let area = page.width * page.height
    guard area > 0 else { return }
    let covers = page.pictures.filter {
      !$0.isTranslucent && $0.bounds.width * $0.bounds.height >= 0.6 * area
    }
    for picture in covers.suffix(8) {
      for index in page.glyphs.indices.prefix(picture.glyphsBefore)
      where picture.bounds.contains(Double(page.glyphs[index].x), Double(page.glyphs[index].y)) {
        page.glyphs[index].flags.insert(.invisible)
      }
    }
  }
}
