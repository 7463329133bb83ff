import Conformance
import DocumentModel
import Foundation
import Structure

/// What people read off a document of the corpus.
struct Label {
  var path: String
  var title: String
  var number: String
  var iso: String
  var issuers: [String]

  static func all(_ path: String) throws -> [Label] {
    let rows = CSV.rows(try String(contentsOfFile: path, encoding: .utf8)).dropFirst()
    return rows.filter { $0.count >= 5 }.map { row in
      Label(
        path: row[0], title: row[1], number: row[2], iso: row[3],
        issuers: row[4].split { $0 == "；" || $0 == ";" }.map(String.init))
    }
  }
}

enum CSV {
  /// Comma-separated rows with quoted fields.
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = ""
    var isQuoted = false
    var iterator = text.replacingOccurrences(of: "\r\n", with: "\n").unicodeScalars.makeIterator()
    var pending = iterator.next()
    while let scalar = pending {
      pending = iterator.next()
      switch scalar {
      case "\"" where isQuoted && pending == "\"":
        field.unicodeScalars.append("\"")
        pending = iterator.next()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(field)
        field = ""
      case "\n" where !isQuoted:
        rows.append(row + [field])
        row = []
        field = ""
      default: field.unicodeScalars.append(scalar)
      }
    }
    return field.isEmpty && row.isEmpty ? rows : rows + [row + [field]]
  }
}

/// How the elements of labelled documents compare with their labels.
struct Score {
  var right: [String: Int] = [:]
  var wrong: [String: Int] = [:]
  var missing: [String: Int] = [:]
  /// One line for each field that is not right.
  var notes: [String] = []
  /// Wrong answers that claim to be certain.
  var overconfident: [String] = []

  mutating func add(_ document: StructuredDocument, _ label: Label) {
    compare("title", document.first(.title), document.first(.title)?.text, label.title, label)
    compare("number", document.first(.number), document.first(.number)?.text, label.number, label)
    compare("date", document.first(.date), document.first(.date)?.iso, label.iso, label)
    let issuers = document.elements(.issuer)
    compare(
      "issuer", issuers.first, issuers.isEmpty ? nil : issuers.map(\.text).joined(separator: "；"),
      label.issuers.joined(separator: "；"), label)
  }

  private mutating func compare(
    _ field: String, _ element: Element?, _ found: String?, _ wanted: String, _ label: Label
  ) {
    let a = Self.plain(found ?? "")
    let b = Self.plain(wanted)
    if a == b {
      right[field, default: 0] += 1
    } else if a.isEmpty {
      missing[field, default: 0] += 1
      notes.append("\(field) missing: \(wanted)  [\(label.path)]")
    } else {
      wrong[field, default: 0] += 1
      let certainty = element?.certainty ?? 0
      notes.append("\(field) wrong (\(certainty)): \(found ?? "") ≠ \(wanted)  [\(label.path)]")
      if certainty >= 0.9 { overconfident.append("\(field): \(found ?? "")  [\(label.path)]") }
    }
  }

  /// Without white space, which the labels do not settle.
  private static func plain(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
  }

  func share(_ field: String) -> Double {
    let right = right[field] ?? 0
    let all = right + (wrong[field] ?? 0) + (missing[field] ?? 0)
    return all == 0 ? 1 : Double(right) / Double(all)
  }

  var table: String {
    ["title", "number", "date", "issuer"].map {
      "\($0): right \(right[$0] ?? 0), wrong \(wrong[$0] ?? 0), missing \(missing[$0] ?? 0)"
    }.joined(separator: "\n")
  }
}
