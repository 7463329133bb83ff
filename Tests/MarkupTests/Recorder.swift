import DocumentModel
import Markup

/// The names of the tests.
enum Name: UInt16, CaseIterable {
  case p, r, t, val, lang
}

enum Namespace: UInt8 {
  case word, xml
}

let names = XMLNames(
  locals: Name.allCases.map { "\($0)" },
  namespaces: [
    ("urn:word", Namespace.word.rawValue), ("urn:word-strict", Namespace.word.rawValue),
    ("http://www.w3.org/XML/1998/namespace", Namespace.xml.rawValue),
  ])

/// Writes every event down: `<word:p word:val=1>`, `</word:p>`, text joined.
final class Recorder: XMLHandler {
  private(set) var events: [String] = []
  /// Stops the parse at the first element of this name.
  var stopsAt: Name?

  override func start(_ name: UInt16, _ namespace: UInt8, _ attributes: XMLAttributes) {
    var tag = Self.show(name, namespace)
    for index in 0..<attributes.count {
      let attribute = attributes[index]
      tag += " \(Self.show(attribute.name, attribute.namespace))="
      tag += String(decoding: attribute.value, as: UTF8.self)
    }
    events.append("<\(tag)>")
    if name == stopsAt?.rawValue { stop(ReadError(.limit, detail: "enough")) }
  }

  override func end(_ name: UInt16, _ namespace: UInt8) {
    events.append("</\(Self.show(name, namespace))>")
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    let text = String(decoding: bytes, as: UTF8.self)
    if let last = events.last, !last.hasPrefix("<") {
      events[events.count - 1] = last + text
    } else {
      events.append(text)
    }
  }

  private static func show(_ name: UInt16, _ namespace: UInt8) -> String {
    let local = Name(rawValue: name).map { "\($0)" } ?? (name == XMLUnknown.name ? "?" : "!")
    switch namespace {
    case XMLUnknown.noNamespace: return local
    case XMLUnknown.namespace: return "?:" + local
    default: return (Namespace(rawValue: namespace).map { "\($0)" } ?? "!") + ":" + local
    }
  }
}

/// All events of a piece of markup as one line.
func events(_ markup: String, limits: ReadLimits = ReadLimits()) throws -> String {
  try events(Array(markup.utf8), limits: limits)
}

func events(_ bytes: [UInt8], limits: ReadLimits = ReadLimits()) throws -> String {
  let recorder = Recorder()
  try XMLParser(names: names, limits: limits).parse(bytes, part: "a.xml", handler: recorder)
  return recorder.events.joined()
}

/// The error of a piece of markup.
func failure(_ bytes: [UInt8], limits: ReadLimits = ReadLimits()) -> ReadError? {
  do {
    try XMLParser(names: names, limits: limits).parse(bytes, part: "a.xml", handler: Recorder())
    return nil
  } catch { return error }
}

func failure(_ markup: String, limits: ReadLimits = ReadLimits()) -> ReadError? {
  failure(Array(markup.utf8), limits: limits)
}
