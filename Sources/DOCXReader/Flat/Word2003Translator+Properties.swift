import Markup

extension Word2003Translator {
  /// Elements of the namespace of Office: the document's properties, and what belongs to drawings.
  func startOffice(_ number: UInt16, _ attributes: XMLAttributes) -> Closing {
    guard targets.isEmpty else {
      guard let name = Name(number: number) else { return .nothing }
      let tag = "o:\(name.rawValue)"
      write { $0.start(tag, PackageAttributes.known(attributes)) }
      return .tag(tag)
    }
    let name: String? =
      switch FlatName(number: number) {
      case .Title: "dc:title"
      case .Subject: "dc:subject"
      case .Author: "dc:creator"
      case .LastAuthor: "core:lastModifiedBy"
      case .Keywords: "core:keywords"
      case .Created: "terms:created"
      case .LastSaved: "terms:modified"
      case .Version: "app:AppVersion"
      default:
        switch Name(number: number) {
        case .Company: "app:Company"
        case .Manager: "app:Manager"
        case .Template: "app:Template"
        default: nil
        }
      }
    guard let name else { return .nothing }
    property = []
    return .property(name)
  }

  /// Writes the parts of the properties and the relationships of the package.
  func finishProperties() {
    var core = PartText()
    core.start("core:coreProperties")
    var app = PartText()
    app.start("app:Properties")
    for (tag, value) in properties.sorted(by: { $0.key < $1.key }) where !value.isEmpty {
      if tag.hasPrefix("app:") { app.add(text: value, tag) } else { core.add(text: value, tag) }
    }
    app.add(text: "Microsoft Office Word", "app:Application")
    core.end("core:coreProperties")
    app.end("app:Properties")
    store(core.bytes, as: "docProps/core.xml")
    store(app.bytes, as: "docProps/app.xml")
    var package = LinkList()
    if parts["word/document.xml"] != nil { _ = package.add("officeDocument", "word/document.xml") }
    _ = package.add("core-properties", "docProps/core.xml")
    _ = package.add("extended-properties", "docProps/app.xml")
    package.finish()
    store(package.text.bytes, as: "_rels/.rels")
  }
}

extension PartText {
  /// An element that holds text.
  fileprivate mutating func add(text: String, _ tag: String) {
    start(tag)
    self.text(text)
    end(tag)
  }
}
