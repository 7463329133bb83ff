import Archives
import DocumentModel
import Markup
import Numbering

/// Reads the parts of one package in the order in which they depend on each other.
struct PackageReading {
  var package: OPCPackage
  let context: PartContext
  private let limits: ReadLimits
  private let main: String
  private let rootRelationships: [Relationship]
  private let relationships: [Relationship]

  init(_ bytes: [UInt8], parser: XMLParser, context: PartContext, limits: ReadLimits) throws(ReadError) {
    self.context = context
    self.limits = limits
    package = try OPCPackage(bytes, parser: parser, context: context, limits: limits)
    rootRelationships = try package.relationships(of: "")
    // The main part is the one that the package says, never the one of a well-known name.
    guard
      let root = rootRelationships.first(where: { $0.type == "officeDocument" && !$0.isExternal })
    else { throw ReadError(.docxNoMain, detail: "no relationship of type officeDocument") }
    guard package.contains(root.target) else {
      throw ReadError(.docxNoMain, part: root.target, detail: "the main part is not in the package")
    }
    main = root.target
    relationships = try package.relationships(of: main)
  }

  mutating func read(keepsLayers: Bool) throws(ReadError)
    -> (builder: DocumentBuilder, resolver: FormatResolver, context: PartContext)
  {
    let styles = StyleSheet(
      try handler("styles") { StylesPart($0, part: $1) }, context: context, limits: limits)
    let numbering = try handler("numbering") { NumberingPart($0, part: $1) }
    let settings = try handler("settings") { SettingsPart($0, part: $1) }
    let theme = try handler("theme") { ThemePart($0, part: $1) }
    let fonts = try handler("fontTable") { FontTablePart($0, part: $1) }
    let language =
      settings?.themeLanguage
      ?? (styles.defaultRun.language >= 0 ? context.pool[styles.defaultRun.language] : nil)
    let resolver = FormatResolver(
      styles: styles, theme: ThemeFaces(scheme: theme?.scheme ?? FontScheme(), language: language),
      lists: numbering, context: context)
    let builder = DocumentBuilder(
      lists: ListCounter(NumberingLists(numbering, styles: styles, context: context)), limits: limits,
      keepsLayers: keepsLayers)

    try readStory(main, relationships, .body, builder, resolver)
    guard builder.document.format == .docx, sawDocument else {
      throw ReadError(.docxNoMain, part: main, detail: "the main part is no word-processing document")
    }
    if builder.document.sections.isEmpty { builder.document.sections = [Section()] }
    try readOtherStories(builder, resolver)
    try readProperties(builder)
    noteResidue(builder, template: settings?.attachedTemplate)
    try readControls(builder)
    try noteEncodedParts(builder)
    builder.document.alternateFaceNames = fonts?.alternates ?? [:]
    builder.document.locateTables()
    builder.finishPages()
    if package.isFlat { builder.document.format = .wordXML }
    builder.document.notes = context.notes
    return (builder, resolver, context)
  }

  private var sawDocument = false

  /// Reads the part of a relationship type with a handler; `nil` when the document has none.
  private mutating func handler<H: PartHandler>(
    _ type: String, _ make: (PartContext, String) -> H
  ) throws(ReadError) -> H? {
    guard let part = relationships.first(where: { $0.type == type && !$0.isExternal })?.target else {
      return nil
    }
    let handler = make(context, part)
    guard try package.read(part, handler) else {
      context.note("W_PART_MISSING", part: part, "named by a relationship, not in the package")
      return nil
    }
    return handler
  }

  private mutating func readStory(
    _ part: String, _ relationships: [Relationship], _ story: Story, _ builder: DocumentBuilder,
    _ resolver: FormatResolver
  ) throws(ReadError) {
    let byID = Dictionary(relationships.map { ($0.id, $0) }) { first, _ in first }
    let reader = StoryReader(
      context, part: part, story: story, builder: builder, resolver: resolver, relationships: byID)
    if story == .body, let size = package.size(part) {
      // A paragraph takes a thousand bytes of markup or more in most documents; a wrong guess costs a copy.
      builder.document.paragraphs.reserveCapacity(min(size / 1_000, 4_096))
    }
    let isThere = try package.read(part, reader)
    if story == .body { sawDocument = reader.sawBody }
    if !isThere { context.note("W_PART_MISSING", part: part, "named by a relationship, not in the package") }
  }

  private mutating func readOtherStories(
    _ builder: DocumentBuilder, _ resolver: FormatResolver
  ) throws(ReadError) {
    let stories: [(type: String, story: Story)] = [
      ("header", .header), ("footer", .footer), ("footnotes", .footnote), ("endnotes", .endnote),
      ("comments", .comment),
    ]
    for (type, story) in stories {
      var seen: Set<String> = []
      for target in relationships where target.type == type && !target.isExternal {
        guard seen.insert(target.target).inserted, seen.count <= 1_000 else { continue }
        try readStory(
          target.target, try package.relationships(of: target.target), story, builder, resolver)
      }
    }
  }

  private mutating func readProperties(_ builder: DocumentBuilder) throws(ReadError) {
    for type in [
      "core-properties", "extended-properties", "extendedProperties", "custom-properties", "customProperties",
    ] {
      guard let part = rootRelationships.first(where: { $0.type == type && !$0.isExternal })?.target else {
        continue
      }
      let handler = PropertiesPart(context, part: part, metadata: builder.document.metadata)
      try package.read(part, handler)
      builder.document.metadata = handler.metadata
    }
  }

  /// What the package carries beside its text.
  private mutating func noteResidue(_ builder: DocumentBuilder, template: String?) {
    let names = package.partNames
    builder.document.residue.embeddedParts = names.filter { $0.folder == "embeddings" }.sorted()
    builder.document.residue.signatureParts =
      names.filter { $0.hasPrefix("_xmlsignatures/") && $0.hasSuffix(".xml") }.sorted()
    builder.document.residue.hasMacros = names.contains { $0.hasSuffix("vbaProject.bin") }
    let loaded: Set = ["image", "attachedTemplate", "oleObject", "subDocument", "package", "video", "audio"]
    var external = relationships.filter { $0.isExternal && loaded.contains($0.type) }
    if let template, let settings = relationships.first(where: { $0.type == "settings" })?.target,
      let own = try? package.relationships(of: settings)
    {
      builder.document.residue.attachedTemplate = own.first { $0.id == template }?.target
      external += own.filter { $0.isExternal && loaded.contains($0.type) }
    }
    builder.document.residue.externalTargets = external.map(\.target)
  }
}

extension String {
  /// The name of the folder that holds a part: `embeddings` for `word/embeddings/a.bin`.
  fileprivate var folder: Substring {
    let slash = UInt8(ascii: "/")
    guard let end = utf8.lastIndex(of: slash) else { return "" }
    let path = self[..<end]
    return path.utf8.lastIndex(of: slash).map { path[path.utf8.index(after: $0)...] } ?? path
  }
}

/// Reads `word/fontTable.xml`: the other names of faces (ECMA-376-1, 17.8.3.1).
final class FontTablePart: PartHandler {
  private(set) var alternates: [String: String] = [:]
  private var name = NamePool.none

  override var needle: StaticString? { "altName" }

  override func start(_ rawName: UInt16, _ namespace: UInt8, _ attributes: XMLAttributes) {
    guard namespace == Namespace.w.rawValue else { return }
    if rawName == Name.font.number {
      name = context.pool.id(of: attributes.value(.name))
    } else if rawName == Name.altName.number, name >= 0, alternates.count < 1_000 {
      alternates[context.pool[name]] = attributes.value(.val)?.string
    }
  }
}
