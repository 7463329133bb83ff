import DocumentModel

/// What the text of a group is.
enum Destination: Hashable {
  /// Text of a story; of fields the result.
  case text
  case ignored
  case fontTable, font, alternateName
  case colors
  case styles, style
  case authors, author
  case information
  /// One word of text that goes into the properties.
  case property(Property)
  /// A time of the properties, in numbers.
  case time(Property)
  case userName, userValue
  /// The label of an automatic number.
  case label
  case annotationAuthor
  case picture
  case shape, shapeProperty, shapeName, shapeValue
  case object, objectClass
  /// Two forms of one text, the second of which is read (`\upr`).
  case alternatives
  /// The properties of a row of a table inside a table.
  case rowProperties

  enum Property: Hashable {
    case title, subject, author, lastAuthor, keywords, company, manager, created, modified, generator,
      template
  }

  /// Whether its text is gathered and taken as a whole when the group ends.
  var isGathered: Bool {
    switch self {
    case .font, .fontTable, .alternateName, .style, .author, .property, .userName, .userValue, .label,
      .annotationAuthor, .shapeName, .shapeValue, .objectClass:
      true
    default: false
    }
  }
}

/// What is in force in a group, and comes back when a group inside it ends.
struct GroupState {
  var destination = Destination.text
  var characters = CharacterProperties()
  var paragraph = ParagraphProperties()
  /// How many bytes stand behind `\u` for readers without Unicode.
  var unicodeSkip = 1
  /// The destination begins with this group, and what it holds is taken at its end.
  var opensDestination = false
  /// The group begins a story of its own.
  var opensStory = false
  /// `\*` was read, and the next word is unknown to some readers.
  var isOptional = false
}
