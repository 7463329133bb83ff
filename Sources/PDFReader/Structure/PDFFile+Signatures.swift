import DocumentModel

extension PDFFile {
  /// The signature fields (ISO 32000-1, 12.7.4.5): those that have a widget on a page, in page order, then
  /// those of the form that have none. Neither the form's flags nor its list of fields is relied on.
  var signatures: [SignatureField] {
    var result: [SignatureField] = []
    var seen: Set<ObjectID> = []
    for page in pages where page.dictionary["Annots"] != nil {
      for annotation in annotations(of: page) where annotation.subtype == "Widget" {
        let field = SignatureValues(annotation.dictionary, file: self)
        guard field.isSignature else { continue }
        if let id = annotation.id { seen.insert(id) }
        seen.formUnion(field.ancestors)
        var scan = AppearanceScan(self)
        let isVisible =
          annotation.isShown && !annotation.rectangle.isEmpty
          && (annotation.appearance.map { scan.paints($0) } ?? false)
        let corner = page.displayMatrix.bounds(of: annotation.rectangle)
        result.append(
          SignatureField(
            name: field.name, method: field.method, isSigned: field.isSigned, isVisible: isVisible,
            page: page.index + 1,
            box: Box(left: corner.left, top: corner.bottom, width: corner.width, height: corner.height)))
        if result.count >= 10_000 { return result }
      }
    }
    return result + fieldsWithoutWidgets(seen)
  }

  private func fieldsWithoutWidgets(_ known: Set<ObjectID>) -> [SignatureField] {
    guard let form = dictionary(catalog, "AcroForm") else { return [] }
    var result: [SignatureField] = []
    var seen = known
    var pending = Array((array(form, "Fields") ?? []).reversed())
    var visits = 0
    while let next = pending.popLast(), visits < 100_000 {
      visits += 1
      if let id = next.reference, !seen.insert(id).inserted { continue }
      guard case .dictionary(let dictionary) = resolve(next) else { continue }
      let kids = array(dictionary, "Kids") ?? []
      let hasFields = kids.prefix(1000).contains { resolve($0).dictionary?["T"] != nil }
      if hasFields {
        if pending.count < 100_000 { pending += kids.prefix(10_000).reversed() }
        continue
      }
      let field = SignatureValues(dictionary, file: self)
      guard field.isSignature else { continue }
      result.append(SignatureField(name: field.name, method: field.method, isSigned: field.isSigned))
    }
    return result
  }
}

/// What a field says, with what it inherits from its parents (ISO 32000-1, 12.7.3.1).
private struct SignatureValues {
  private(set) var isSignature = false
  private(set) var isSigned = false
  private(set) var method: String?
  private(set) var name = ""
  private(set) var ancestors: Set<ObjectID> = []

  private static let deepest = 32

  init(_ field: PDFDictionary, file: PDFFile) {
    var node: PDFDictionary? = field
    var type: PDFName?
    var value: PDFObject?
    var names: [String] = []
    for _ in 0..<Self.deepest {
      guard let current = node else { break }
      type = type ?? file.name(current, "FT")
      value = value ?? current["V"]
      if let part = file.string(current, "T") { names.append(TextString.decode(part)) }
      guard let parent = current["Parent"] else { break }
      if let id = parent.reference, !ancestors.insert(id).inserted { break }
      node = file.resolve(parent).dictionary
    }
    isSignature = type == "Sig"
    name = names.reversed().joined(separator: ".")
    guard isSignature, case .dictionary(let signature) = file.resolve(value) else { return }
    isSigned = signature["Contents"] != nil || signature["ByteRange"] != nil
    method = (file.name(signature, "SubFilter") ?? file.name(signature, "Filter"))?.text
  }
}
