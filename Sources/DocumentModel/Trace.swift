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
