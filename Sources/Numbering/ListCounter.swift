/// A level of a list (ECMA-376-1, 17.9.6).
public struct ListLevel: Hashable, Sendable {
  public var start = 1
  /// The name of the number format in WordprocessingML.
  public var format = "decimal"
  /// The text around the numbers, `%1` for that of the first level.
  public var text = ""
  /// The level, counted from 1, whose numbers restart this one; 0 for none, `nil` for every level above.
  public var restart: Int?
  /// Numbers of other levels are written in decimal.
  public var isLegal = false

  public init() {}
}

/// The lists that a file defines, by the number that paragraphs give.
public protocol ListDefinitions {
  /// The level, 0 to 8, of a list; `nil` for lists that the file does not define.
  func level(_ level: Int, of list: Int) -> ListLevel?
  /// What a list is an instance of; instances of one definition count on together.
  func definition(of list: Int) -> Int?
  /// The numbers that levels of an instance start with, when they differ from the definition.
  func startOverrides(of list: Int) -> [Int: Int]
}

/// Counts the lists of a document as paragraphs pass by, and renders their labels (ECMA-376-1, 17.9).
public struct ListCounter<Lists: ListDefinitions> {
  public let lists: Lists
  /// The current number of each level, by definition.
  private var counters: [Int: [Int?]] = [:]
  /// The instances whose start overrides have been used.
  private var started: Set<Int> = []

  public init(_ lists: Lists) { self.lists = lists }

  /// Counts one paragraph and renders its label; empty for bullets without text and undefined lists.
  public mutating func label(list: Int, level index: Int) -> String {
    guard list != 0, (0...8).contains(index), let level = lists.level(index, of: list),
      let definition = lists.definition(of: list)
    else { return "" }
    var counts = counters[definition] ?? Array(repeating: nil, count: 9)
    if started.insert(list).inserted {
      for (level, start) in lists.startOverrides(of: list) where (0...8).contains(level) {
        counts[level] = start - 1
      }
    }
    counts[index] = (counts[index] ?? level.start - 1) + 1
    // A number at one level restarts the levels below it, unless they say otherwise (17.9.10).
    for lower in (index + 1)..<9 where index < 8 {
      let restart = lists.level(lower, of: list)?.restart
      if restart == 0 { continue }
      if let restart, index >= restart { continue }
      counts[lower] = nil
    }
    counters[definition] = counts
    return render(level, list: list, counts: counts)
  }

  private func render(_ level: ListLevel, list: Int, counts: [Int?]) -> String {
    if level.format == "none" { return level.text.contains("%") ? "" : level.text }
    guard level.format != "bullet" else { return bullet(level.text) }
    var label = ""
    var isReference = false
    for character in level.text.prefix(64) {
      if isReference, let digit = character.wholeNumberValue, (1...9).contains(digit) {
        let other = lists.level(digit - 1, of: list)
        let number = counts[digit - 1] ?? other?.start ?? 1
        label += NumberFormat.text(number, level.isLegal ? "decimal" : other?.format ?? "decimal")
        isReference = false
      } else if character == "%" {
        if isReference { label.append("%") }
        isReference = true
      } else {
        if isReference { label.append("%") }
        isReference = false
        label.append(character)
      }
    }
    return label
  }

  /// A bullet of a symbol face has a private code point that says nothing; print a plain bullet.
  private func bullet(_ text: String) -> String {
    guard let scalar = text.unicodeScalars.first else { return "" }
    return (0xE000...0xF8FF).contains(scalar.value) ? "•" : text
  }
}
