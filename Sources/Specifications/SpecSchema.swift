import Conformance
import DocumentModel
import Findings
import Messages

/// The JSON Schema of specs, for editors that complete and check as one types.
///
/// It is made of the rules themselves, so that a new setting is known to editors when it is known to us. It
/// accepts every spec that loads; what only the loader can tell (ids that repeat, what is extended) is left
/// to the loader.
public enum SpecSchema {
  /// The schema as JSON, two spaces of indentation, keys in a fixed order.
  public static func json(rules: RuleList) -> String {
    return JSONText.object([
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("title", .text("Hegui publishing spec")),
      ("type", .text("object")),
      ("required", .list(["id", "title", "source", "requirements"].map { .text($0) })),
      ("additionalProperties", .flag(false)),
      (
        "properties",
        .object([
          ("id", .object([("type", .text("string")), ("minLength", .number(1))])),
          ("title", text("The name of the spec.")), ("source", text("Whose requirements these are.")),
          ("extends", text("The id of a spec whose requirements are taken over.")),
          (
            "remove",
            .object([
              ("description", .text("Ids of requirements of the extended spec that do not apply.")),
              ("anyOf", .list([string, .object([("type", .text("array")), ("items", string)])])),
            ])
          ),
          (
            "requirements",
            .object([
              ("type", .text("array")),
              ("items", requirement(rules)),
            ])
          ),
        ])
      ),
    ]).rendered() + "\n"
  }

  /// What a requirement may hold depends on its rule; one branch a rule, so that an editor's complaint names
  /// the key that is wrong and not every rule that it might have been.
  ///
  /// A requirement without a rule that is not `unchecked` changes one of an extended spec: any setting may stand.
  private static func requirement(_ rules: RuleList) -> JSONText {
    let codes = rules.types.map { JSONText.text($0.description.code) }
    let branches = rules.types.map { type in
      let code = JSONText.object([("const", .text(type.description.code))])
      return conditional(
        .object([("required", .list([.text("rule")])), ("properties", .object([("rule", code)]))]),
        branch(type.description))
    }
    let reason = conditional(.object([("required", .list([.text("unchecked")]))]), unchecked)
    return .object([
      ("type", .text("object")), ("required", .list([.text("id")])),
      ("properties", .object(common + [("rule", .object([("enum", .list(codes))]))])),
      ("allOf", .list(branches + [reason])),
    ])
  }

  private static func conditional(_ condition: JSONText, _ consequence: JSONText) -> JSONText {
    .object([("if", condition), ("then", consequence)])
  }

  private static let string = JSONText.object([("type", .text("string")), ("minLength", .number(1))])

  private static func text(_ description: String) -> JSONText {
    .object([("type", .text("string")), ("minLength", .number(1)), ("description", .text(description))])
  }

  /// The keys that every requirement may have.
  private static var common: [(String, JSONText)] {
    let role = JSONText.object([("enum", .list(SubjectRole.allNames.map { .text($0) }))])
    return [
      ("id", string), ("clause", text("The number or name of the clause in its source.")),
      ("quote", text("The words of the source.")),
      (
        "on",
        .object([
          (
            "anyOf",
            .list([role, .object([("type", .text("array")), ("items", role), ("minItems", .number(1))])])
          )
        ])
      ),
      ("severity", .object([("enum", .list(Severity.allCases.map { .text($0.rawValue) }))])),
    ]
  }

  private static func branch(_ rule: RuleDescription) -> JSONText {
    let settings = rule.settings.map { setting in (setting.name, schema(setting)) }
    let required = ["id", "clause", "on", "severity", "rule"]
    return .object([
      ("title", .text(rule.code)),
      (
        "properties",
        .object(common + [("rule", .object([("const", .text(rule.code))]))] + settings)
      ),
      ("required", .list(required.map { .text($0) })), ("additionalProperties", .flag(false)),
    ])
  }

  private static var unchecked: JSONText {
    .object([
      ("title", .text("not checked yet")),
      (
        "properties",
        .object(
          common + [
            ("code", text("The code of the findings to come.")), ("title", text("A few words.")),
            ("unchecked", text("Why it is not checked.")),
          ])
      ),
      ("required", .list(["id", "clause", "severity", "code", "title", "unchecked"].map { .text($0) })),
      ("additionalProperties", .flag(false)),
    ])
  }

  private static func schema(_ setting: Setting) -> JSONText {
    guard case .object(var members) = schema(setting.kind) else { return schema(setting.kind) }
    members.append(("description", .text(Message("setting.\(setting.name)").text(in: .en))))
    return .object(members)
  }

  private static func schema(_ kind: Setting.Kind) -> JSONText {
    switch kind {
    case .text, .face: string
    case .length:
      .object([
        ("type", .text("string")), ("pattern", .text("^(.*(号|初|小).*|[0-9.]+ *(pt|磅|mm|毫米|cm|厘米|in|英寸))$")),
      ])
    case .number: .object([("type", .text("number"))])
    case .share: .object([("type", .text("number")), ("minimum", .number(0)), ("maximum", .number(1))])
    case .flag: .object([("type", .text("boolean"))])
    case .choice(let words): .object([("enum", .list(words.map { .text($0) }))])
    case .list(let kind): .object([("type", .text("array")), ("items", schema(kind))])
    }
  }
}

/// JSON whose members keep their order.
indirect enum JSONText {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([JSONText])
  case object([(String, JSONText)])

  func rendered(_ indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .text(let text): return Self.quoted(text)
    case .number(let number): return String(number)
    case .flag(let flag): return flag ? "true" : "false"
    case .list(let items):
      if items.allSatisfy(\.isScalar) {
        return "[" + items.map { $0.rendered() }.joined(separator: ", ") + "]"
      }
      return "[\n" + items.map { inner + $0.rendered(inner) }.joined(separator: ",\n") + "\n\(indent)]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      let lines = members.map { "\(inner)\(Self.quoted($0.0)): \($0.1.rendered(inner))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    }
  }

  private var isScalar: Bool {
    switch self {
    case .text, .number, .flag: true
    case .list, .object: false
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
