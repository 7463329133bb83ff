import DocumentModel
import Markup

/// What the handlers of all parts of one package share: the pool of names, the notes and the time.
final class PartContext {
  let pool = NamePool()
  let deadline: Deadline
  private(set) var notes: [ReadNote] = []
  private var noted: Set<String> = []

  init(_ deadline: Deadline) { self.deadline = deadline }

  /// Notes an oddity once for each code and part.
  func note(_ code: String, part: String, _ detail: String) {
    guard notes.count < 200, noted.insert(code + part).inserted else { return }
    notes.append(ReadNote(code, part: part, detail: detail))
  }
}

/// A handler of one part: numbers with notes, and what every part skips.
class PartHandler: XMLHandler {
  let context: PartContext
  let part: String
  /// How many open elements below one that is skipped, itself included.
  final var skipping = 0

  /// Bytes without which a part says nothing to this handler, and need not be read.
  var needle: StaticString? { nil }

  init(_ context: PartContext, part: String) {
    self.context = context
    self.part = part
    super.init()
    deadline = context.deadline
  }

  /// An integer attribute; a value out of range is clamped and noted, one that is no number is no value.
  @inline(__always)
  final func integer(_ attributes: XMLAttributes, _ name: Name) -> Int? {
    guard let bytes = attributes.value(name) else { return nil }
    return checked(Number.integer(bytes), bytes)
  }

  /// A measure attribute, in the attribute's own unit, `perPoint` of which make a point.
  @inline(__always)
  final func measure(_ bytes: Bytes, perPoint: Int) -> Int? {
    checked(Number.measure(bytes, perPoint: perPoint), bytes)
  }

  final func measure(_ attributes: XMLAttributes, _ name: Name, perPoint: Int) -> Int? {
    guard let bytes = attributes.value(name) else { return nil }
    return measure(bytes, perPoint: perPoint)
  }

  @inline(__always)
  final func checked(_ number: (value: Int?, fault: NumberFault?), _ bytes: Bytes) -> Int? {
    if number.fault != nil { noteRange(bytes) }
    return number.value
  }

  private final func noteRange(_ bytes: Bytes) {
    context.note("W_VALUE_RANGE", part: part, "number '\(bytes.string.prefix(40))'")
  }
}
