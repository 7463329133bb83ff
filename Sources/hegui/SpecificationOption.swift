import Checking
import Conformance
import DocumentModel
import Messages
import Reports
import Rules
import Specifications

/// The spec that is built in and used when none is named.
let standardSpecification = "sixian-2022"

/// Finds specs by id or file, and codes by name.
struct SpecificationOption {
  let language: Language

  /// - Parameter name: the id of a built-in spec, or the path of a file.
  func load(_ name: String) throws -> Specification {
    let library = SpecLibrary.builtIn
    let isFile =
      library[name] == nil && (name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
    let text = isFile ? try text(of: name) : nil
    do throws(SpecErrors) {
      guard let text else { return try library.load(name, rules: .builtIn) }
      return try library.load(text: text, file: FilePath(name).text, rules: .builtIn)
    } catch {
      throw Failure(lines: Self.lines(error, in: language))
    }
  }

  /// The text of a spec file.
  func text(of name: String) throws -> String {
    let path = FilePath(name)
    do throws(ReadError) {
      let bytes = try InputFile.read(path, followsLink: true)
      if let text = String(validating: bytes, as: UTF8.self) { return text }
      throw ReadError(.type, detail: "no UTF-8")
    } catch {
      let what = error.code == .type ? Message("cli.notText") : ErrorWording(error, format: nil).what
      throw Failure("cli.badSpec", ["path": .text(path.text), "what": .message(what)], in: language)
    }
  }

  static func lines(_ errors: SpecErrors, in language: Language) -> String {
    errors.errors.map { $0.text(in: language) }.joined(separator: "\n")
  }

  /// Codes that the user named, with a suggestion for one that there is not.
  func codes(_ names: [String], of specification: Specification) throws -> Set<String> {
    let known = specification.codes + RuleList.builtIn.codes
    var codes: Set<String> = []
    for name in names.flatMap({ $0.split(separator: ",").map(String.init) }) {
      guard known.contains(name) else { throw unknown(name, known) }
      codes.insert(name)
    }
    return codes
  }

  func unknown(_ name: String, _ known: [String]) -> Failure {
    let nearest = known.map { (code: $0, distance: editDistance(name.uppercased(), $0.uppercased())) }
      .min { $0.distance < $1.distance }
    guard let nearest, nearest.distance <= max(3, name.count / 3) else {
      return Failure("cli.unknownCode", ["code": .text(name)], in: language)
    }
    return Failure("cli.unknownCodeMeant", ["code": .text(name), "meant": .text(nearest.code)], in: language)
  }
}

extension RuleList {
  /// Every code and sub-code of the rules.
  var codes: [String] { types.flatMap { [$0.description.code] + $0.description.subcodes } }
}

/// How many characters must be put in, taken out or exchanged to make one text of the other (Levenshtein).
func editDistance(_ a: String, _ b: String) -> Int {
  let right = Array(b.unicodeScalars.prefix(64))
  var row = Array(0...right.count)
  for (i, left) in a.unicodeScalars.prefix(64).enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for j in right.indices {
      let cost = min(diagonal + (left == right[j] ? 0 : 1), row[j] + 1, row[j + 1] + 1)
      diagonal = row[j + 1]
      row[j + 1] = cost
    }
  }
  return row[right.count]
}
