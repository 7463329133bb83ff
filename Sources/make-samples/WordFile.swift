/// Names of parts, namespaces and relationships.
enum Part {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
}

/// A WordprocessingML package to be written.
struct WordFile: Sendable {
  var styleSheet = StyleSheet()
  /// The paragraphs and tables of the body, as markup.
  var body: [String] = []
  /// The pitch of the document grid in twips; `nil` is no grid.
  var gridPitch: Int?
  var numbering: String?
  var footer: String?
  /// The program that the file names as its writer.
  var application = "Microsoft Office Word"
  var applicationVersion = "16.0000"
  var title = ""
  var creator = ""
  /// The bytes of a bitmap, `word/media/image1.bmp`, by the relationship `pictureID`.
  var picture: [UInt8]?
  /// PNG files: `word/media/media1.png`, by the relationship `media1`, and so on.
  var media: [[UInt8]] = []
  /// Whether the package holds a digital signature (ECMA-376-2, 12), with nothing in it.
  var isSigned = false
  /// Names and values of `docProps/custom.xml`.
  var customProperties: [(name: String, value: String)] = []

  /// The bytes of the package.
  func bytes() -> [UInt8] {
    var zip = ZIPFile()
    for part in allParts { zip.add(part.name, part.xml) }
    if let picture { zip.add("word/media/image1.bmp", picture) }
    for (index, bytes) in media.enumerated() { zip.add("word/media/media\(index + 1).png", bytes) }
    if isSigned { Self.sign(&zip) }
    return zip.finished()
  }

  /// The package in one file of markup (Flat OPC).
  func flat() -> [UInt8] {
    let package = "http://schemas.microsoft.com/office/2006/xmlPackage"
    var xml = Part.declaration + "<?mso-application progid=\"Word.Document\"?>\n"
    xml += "<pkg:package xmlns:pkg=\"\(package)\">"
    for part in allParts where part.name != "[Content_Types].xml" {
      xml += "<pkg:part pkg:name=\"/\(part.name)\" pkg:contentType=\"\(part.type)\"><pkg:xmlData>"
      xml += part.xml.dropFirst(Part.declaration.count) + "</pkg:xmlData></pkg:part>"
    }
    return Array((xml + "</pkg:package>").utf8)
  }

  /// All parts of markup, in the order in which they are written.
  private var allParts: [WritablePart] {
    var parts = [
      WritablePart("word/document.xml", Part.word + "document.main+xml", documentXML),
      WritablePart("word/styles.xml", Part.word + "styles+xml", styleSheet.xml, link: "styles"),
      WritablePart("word/settings.xml", Part.word + "settings+xml", settingsXML, link: "settings"),
    ]
    if let theme = styleSheet.themeXML {
      let type = "application/vnd.openxmlformats-officedocument.theme+xml"
      parts.append(WritablePart("word/theme/theme1.xml", type, theme, link: "theme"))
    }
    if let numbering {
      parts.append(
        WritablePart("word/numbering.xml", Part.word + "numbering+xml", numbering, link: "numbering"))
    }
    if let footer {
      parts.append(WritablePart("word/footer1.xml", Part.word + "footer+xml", footer, link: "footer"))
    }
    let properties = propertyParts
    let relationships = "application/vnd.openxmlformats-package.relationships+xml"
    return [
      WritablePart("[Content_Types].xml", "", contentTypes(parts + properties)),
      WritablePart("_rels/.rels", relationships, packageRelationships(properties)),
      WritablePart("word/_rels/document.xml.rels", relationships, documentRelationships(parts)),
    ] + parts + properties
  }

  /// A signature over nothing: what is looked for is that it is there.
  private static func sign(_ zip: inout ZIPFile) {
    let space = "http://schemas.openxmlformats.org/package/2006/relationships"
    zip.add("_xmlsignatures/origin.sigs", [])
    zip.add(
      "_xmlsignatures/_rels/origin.sigs.rels",
      Part.declaration + "<Relationships xmlns=\"\(space)\"><Relationship Id=\"rId1\""
        + " Type=\"\(space)/digital-signature/signature\" Target=\"sig1.xml\"/></Relationships>")
    zip.add(
      "_xmlsignatures/sig1.xml",
      Part.declaration + "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\" Id=\"idPackageSignature\"/>"
    )
  }

  /// The relationship of the footer, which the section refers to.
  static let footerID = "footer"
  /// The relationship of the picture.
  static let pictureID = "picture"

  private var documentXML: String {
    var section = footer == nil ? "" : "<w:footerReference w:type=\"default\" r:id=\"\(Self.footerID)\"/>"
    section += "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
    section += "<w:pgMar w:top=\"1440\" w:right=\"1800\" w:bottom=\"1440\" w:left=\"1800\""
    section += " w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/>"
    if let gridPitch { section += "<w:docGrid w:type=\"lines\" w:linePitch=\"\(gridPitch)\"/>" }
    return Part.declaration
      + "<w:document xmlns:w=\"\(Part.main)\" xmlns:r=\"\(Part.relationships)\"><w:body>"
      + body.joined() + "<w:sectPr>\(section)</w:sectPr></w:body></w:document>"
  }

  private var settingsXML: String {
    Part.declaration + "<w:settings xmlns:w=\"\(Part.main)\"><w:zoom w:percent=\"100\"/>"
      + "<w:compat><w:compatSetting w:name=\"compatibilityMode\""
      + " w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
      + "<w:themeFontLang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:settings>"
  }

  private var propertyParts: [WritablePart] {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/"
    let core =
      Part.declaration + "<cp:coreProperties"
      + " xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
      + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>\(title.escaped)</dc:title>"
      + (creator.isEmpty ? "" : "<dc:creator>\(creator.escaped)</dc:creator>")
      + "</cp:coreProperties>"
    let extended =
      Part.declaration + "<Properties xmlns=\"\(office)extended-properties\">"
      + "<Application>\(application)</Application><AppVersion>\(applicationVersion)</AppVersion></Properties>"
    var parts = [
      WritablePart(
        "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", core,
        link: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"),
      WritablePart(
        "docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        extended, link: Part.relationships + "/extended-properties"),
    ]
    if !customProperties.isEmpty {
      let entries = customProperties.enumerated().map { index, property in
        "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"\(index + 2)\""
          + " name=\"\(property.name)\"><vt:lpwstr>\(property.value)</vt:lpwstr></property>"
      }
      let custom =
        Part.declaration + "<Properties xmlns=\"\(office)custom-properties\""
        + " xmlns:vt=\"\(office)docPropsVTypes\">" + entries.joined() + "</Properties>"
      parts.append(
        WritablePart(
          "docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml",
          custom, link: Part.relationships + "/custom-properties"))
    }
    return parts
  }

  private func contentTypes(_ parts: [WritablePart]) -> String {
    Part.declaration + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
      + "<Default Extension=\"rels\""
      + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + (picture == nil ? "" : "<Default Extension=\"bmp\" ContentType=\"image/bmp\"/>")
      + (media.isEmpty ? "" : "<Default Extension=\"png\" ContentType=\"image/png\"/>")
      + (isSigned
        ? "<Default Extension=\"sigs\""
          + " ContentType=\"application/vnd.openxmlformats-package.digital-signature-origin\"/>" : "")
      + parts.map { "<Override PartName=\"/\($0.name)\" ContentType=\"\($0.type)\"/>" }.joined()
      + "</Types>"
  }

  private func packageRelationships(_ parts: [WritablePart]) -> String {
    let main = ("main", Part.relationships + "/officeDocument", "word/document.xml")
    let origin = (
      "signatures",
      "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin",
      "_xmlsignatures/origin.sigs"
    )
    return relationshipsXML(
      [main] + parts.enumerated().map { ("properties\($0 + 1)", $1.link ?? "", $1.name) }
        + (isSigned ? [origin] : []))
  }

  private func documentRelationships(_ parts: [WritablePart]) -> String {
    let image = (Self.pictureID, Part.relationships + "/image", "media/image1.bmp")
    return relationshipsXML(
      parts.compactMap { part in
        part.link.map { ($0, Part.relationships + "/" + $0, String(part.name.dropFirst(5))) }
      } + (picture == nil ? [] : [image])
        + media.indices.map {
          ("media\($0 + 1)", Part.relationships + "/image", "media/media\($0 + 1).png")
        })
  }

  private func relationshipsXML(_ entries: [(id: String, type: String, target: String)]) -> String {
    Part.declaration
      + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + entries.map { "<Relationship Id=\"\($0.id)\" Type=\"\($0.type)\" Target=\"\($0.target)\"/>" }.joined()
      + "</Relationships>"
  }
}

/// A part with its content type and, where something links to it, the kind of the link.
private struct WritablePart {
  let name: String
  let type: String
  let xml: String
  let link: String?

  init(_ name: String, _ type: String, _ xml: String, link: String? = nil) {
    self.name = name
    self.type = type
    self.xml = xml
    self.link = link
  }
}
