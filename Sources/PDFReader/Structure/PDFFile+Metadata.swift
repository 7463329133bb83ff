import DocumentModel

extension PDFFile {
  /// Title, author, producer and dates from the Info dictionary, else from XMP (ISO 32000-1, 14.3).
  ///
  /// `application` is the program that the text was written in, where the file tells it from the one that made
  /// the PDF; that one is the custom property `Producer`.
  var metadata: Metadata {
    let info = dictionary(trailer, "Info") ?? PDFDictionary()
    let packet = stream(catalog, "Metadata").flatMap { try? data(of: $0) }.map { XMPPacket($0) }
    func text(_ key: PDFName, _ property: String) -> String? {
      let own = string(info, key).map { TextString.decode($0) }
      return own.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 } ?? packet?[property]
    }
    func date(_ key: PDFName, _ property: String) -> String? {
      string(info, key).map { TextString.date($0) } ?? packet?[property]
    }
    var result = Metadata()
    result.title = text("Title", "dc:title")
    result.subject = text("Subject", "dc:description")
    result.creator = text("Author", "dc:creator")
    result.keywords = text("Keywords", "pdf:Keywords")
    result.created = date("CreationDate", "xmp:CreateDate")
    result.modified = date("ModDate", "xmp:ModifyDate")
    let producer = text("Producer", "pdf:Producer")
    result.application = text("Creator", "xmp:CreatorTool") ?? producer
    result.custom["Producer"] = producer
    for key: PDFName in ["Company", "Manager", "SourceModified"] {
      guard let value = string(info, key) else { continue }
      switch key {
      case "Company": result.company = TextString.decode(value)
      case "Manager": result.manager = TextString.decode(value)
      default: result.custom[key.text] = TextString.date(value)
      }
    }
    return result
  }
}
