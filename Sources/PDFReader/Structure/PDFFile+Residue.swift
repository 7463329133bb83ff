import DocumentModel

extension PDFFile {
  /// Comments and their authors, embedded files, scripts and actions (ISO 32000-1, 7.11.4, 12.5.6 and 12.6).
  var residue: Residue {
    var residue = Residue()
    var scan = ActionScan(self)
    scan.opening(catalog)
    for page in pages {
      if page.dictionary["AA"] != nil { scan.actions(of: page.dictionary) }
      for annotation in annotationDictionaries(of: page) {
        scan.actions(of: annotation)
        add(annotation, to: &residue)
      }
    }
    for entry in outlineEntries { scan.actions(of: entry.dictionary) }
    let names = dictionary(catalog, "Names") ?? PDFDictionary()
    for script in NameTree(names["JavaScript"], file: self).entries { scan.action(script.value) }
    if let form = dictionary(catalog, "AcroForm") { scan.fields(form) }
    for file in NameTree(names["EmbeddedFiles"], file: self).entries {
      addFile(resolve(file.value).dictionary, named: file.name, to: &residue)
    }
    for file in (array(catalog, "AF") ?? []).prefix(1000) {
      addFile(resolve(file).dictionary, named: [], to: &residue)
    }
    residue.scripts = scan.scripts
    residue.launchActions = scan.launches
    return residue
  }

  /// Subtypes of annotations that are remarks on the text (ISO 32000-1, 12.5.6.2), unlike stamps, links and
  /// fields.
  private static let remarks: Set<PDFName> = [
    "Text", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight", "Underline",
    "Squiggly",
    "StrikeOut", "Caret", "Ink", "Redact", "Sound", "Movie",
  ]

  private func add(_ annotation: PDFDictionary, to residue: inout Residue) {
    guard let subtype = name(annotation, "Subtype") else { return }
    if subtype == "FileAttachment" { addFile(dictionary(annotation, "FS"), named: [], to: &residue) }
    guard Self.remarks.contains(subtype) else { return }
    residue.comments += 1
    guard let author = string(annotation, "T").map({ TextString.decode($0) }), !author.isEmpty else { return }
    if residue.authors.count < 1000, !residue.authors.contains(author) { residue.authors.append(author) }
  }

  /// Lists a file specification (7.11.3) that has a file embedded.
  private func addFile(_ specification: PDFDictionary?, named key: [UInt8], to residue: inout Residue) {
    guard let specification, specification["EF"] != nil else { return }
    let bytes = string(specification, "UF") ?? string(specification, "F") ?? key
    let name = TextString.decode(bytes)
    if residue.embeddedParts.count < 1000, !residue.embeddedParts.contains(name) {
      residue.embeddedParts.append(name)
    }
  }
}
