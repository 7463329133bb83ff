/// A property whose value can be followed through the layers that set it.
public enum TracedProperty: String, Sendable, Hashable, CaseIterable {
  case eastAsianFace, latinFace, size, bold, color, lineSpacing, alignment, firstLineIndent
}

/// One layer that says something of a property, or that was asked and says nothing.
public struct TraceStep: Hashable, Sendable {
  /// A layer of formatting, strongest first (ECMA-376-1, 17.7.2).
  public enum Layer: Hashable, Sendable {
    case direct
    case characterStyle(name: String)
    case paragraphStyle(name: String)
    case numbering(label: String)
    case tableStyle(name: String)
    case theme(slot: String)
    case documentDefaults
    case application
    /// What a content stream does, by its operators (ISO 32000-1, annex A): PDF.
    case contentStream(operation: String)
  }

  public let layer: Layer
  /// The value that the layer gives, in the file's terms made readable: `宋体`, `18pt`, `true`.
  public let value: String

  public init(_ layer: Layer, value: String) {
    self.layer = layer
    self.value = value
  }
}

/// How one value came to be: the layers that speak of it, strongest first.
public struct Trace: Hashable, Sendable {
  public let property: TracedProperty
  /// The effective value, as in `TraceStep.value`.
  public let value: String
  public let steps: [TraceStep]

  public init(property: TracedProperty, value: String, steps: [TraceStep]) {
    self.property = property
    self.value = value
    self.steps = steps
  }

  /// A trace of layers; where none of them speaks, the application decided.
  public init(_ property: TracedProperty, effective: String, _ steps: [TraceStep]) {
    let application = [TraceStep(.application, value: effective)]
    self.init(property: property, value: effective, steps: steps.isEmpty ? application : steps)
  }
}

/// A question for a trace: which properties, of which character.
public struct TraceRequest: Hashable, Sendable {
  /// The index in `Document.paragraphs`.
  public let paragraph: Int
  /// The character, in Unicode scalars of the paragraph's text.
  public let offset: Int
  public let properties: [TracedProperty]

  public init(paragraph: Int, offset: Int = 0, properties: [TracedProperty]) {
    self.paragraph = paragraph
    self.offset = offset
    self.properties = properties
  }
}

// MARK: Values in the terms of a trace

extension LineSpacing {
  /// `×1`, `=28pt`, `≥12pt`: short for a chain of layers.
  public var traced: String {
    switch self {
    case .multiple(let value): "×\(value.plain)"
    case .exact(let length): "=\(length)"
    case .atLeast(let length): "≥\(length)"
    case .measured(let pitch): pitch.map { "≈\($0)" } ?? ""
    }
  }
}

extension TextStyle {
  /// The effective value of a property of characters; empty for one of paragraphs.
  public func traced(_ property: TracedProperty) -> String {
    switch property {
    case .eastAsianFace: faces.eastAsia.name
    case .latinFace: faces.ascii.name
    case .size: size?.description ?? ""
    case .bold: isBold ? "true" : "false"
    case .color: color?.description ?? "auto"
    case .lineSpacing, .alignment, .firstLineIndent: ""
    }
  }
}

extension ParagraphFormat {
  /// The effective value of a property of paragraphs; empty for one of characters.
  public func traced(_ property: TracedProperty) -> String {
    switch property {
    case .lineSpacing: lineSpacing.traced
    case .alignment: (alignment ?? .left).rawValue
    case .firstLineIndent: firstLineIndent.description
    case .eastAsianFace, .latinFace, .size, .bold, .color: ""
    }
  }
}

extension Paragraph {
  /// The bytes of UTF-8 before a character, which is counted in Unicode scalars.
  public func utf8Offset(ofScalar offset: Int) -> Int {
    text.unicodeScalars.prefix(max(0, offset)).reduce(0) { $0 + UTF8.width($1) }
  }
}
