import Conformance
import Findings
import Messages
import Yams

/// Makes requirements of their lines, and gathers what is wrong with them.
struct RequirementBuilder {
  let rules: RuleList
  private(set) var errors: [SpecError] = []

  init(rules: RuleList) { self.rules = rules }

  /// The requirement; `nil` when something is wrong with it, which `errors` then says.
  mutating func requirement(_ raw: RawRequirement) -> Requirement? {
    let before = errors.count
    for entry in raw.entries where entry.value.null != nil {
      errors.append(entry.text.error("spec.emptyValue", ["key": .text(entry.key)], at: entry.keyMark))
    }
    guard errors.count == before else { return nil }
    let reference = text("clause", of: raw)
    let quote = raw["quote"] == nil ? "" : text("quote", of: raw)
    let severity = severity(of: raw)
    let check = check(of: raw)
    guard errors.count == before, let reference, let quote, let severity, let check else { return nil }
    return Requirement(
      id: raw.id, clause: Clause(reference: reference, quote: quote), severity: severity,
      roles: check.roles, check: check.check)
  }

  /// The text of a key that must be there.
  private mutating func text(_ key: String, of raw: RawRequirement) -> String? {
    guard let entry = raw[key] else {
      errors.append(raw.text.error("spec.missingKey", ["key": .text(key)], at: raw.mark))
      return nil
    }
    return RawSpec.string(entry.value, key, entry.text, &errors)
  }

  private mutating func severity(of raw: RawRequirement) -> Severity? {
    guard let text = text("severity", of: raw), !text.isEmpty else { return nil }
    if let severity = Severity(rawValue: text) { return severity }
    let known = Severity.allCases.map(\.rawValue).joined(separator: ", ")
    if let entry = raw["severity"] {
      errors.append(
        entry.text.error(
          "spec.unknownSeverity", ["value": .text(text), "known": .text(known)], at: entry.value.mark))
    }
    return nil
  }

  private mutating func check(of raw: RawRequirement) -> (roles: [SubjectRole], check: Requirement.Check)? {
    switch (raw["rule"], raw["unchecked"]) {
    case (nil, nil):
      errors.append(raw.text.error("spec.noRule", ["id": .text(raw.id)], at: raw.mark))
      return nil
    case (let rule?, let unchecked?):
      let later = (rule.keyMark?.line ?? 0) > (unchecked.keyMark?.line ?? 0) ? rule : unchecked
      errors.append(later.text.error("spec.ruleAndUnchecked", ["id": .text(raw.id)], at: later.keyMark))
      return nil
    case (nil, .some): return unchecked(raw)
    case (let entry?, nil): return rule(raw, entry)
    }
  }

  private mutating func unchecked(
    _ raw: RawRequirement
  ) -> (roles: [SubjectRole], check: Requirement.Check)? {
    for entry in raw.entries where !RawRequirement.commonKeys.contains(entry.key) {
      errors.append(entry.text.unknownKey(entry.key, RawRequirement.commonKeys, at: entry.keyMark))
    }
    let roles = raw["on"] == nil ? [] : roles(of: raw)?.map(\.role)
    guard let code = text("code", of: raw), let title = text("title", of: raw),
      let reason = text("unchecked", of: raw), let roles
    else { return nil }
    return (roles, .notYet(code: code, title: title, reason: reason))
  }

  private mutating func rule(
    _ raw: RawRequirement, _ entry: RawRequirement.Entry
  ) -> (roles: [SubjectRole], check: Requirement.Check)? {
    let roles = roles(of: raw)
    for key in ["code", "title"] {
      if let entry = raw[key] {
        errors.append(entry.text.error("spec.keyOfUnchecked", ["key": .text(key)], at: entry.keyMark))
      }
    }
    let name = RawSpec.string(entry.value, "rule", entry.text, &errors)
    guard let type = rules.types.first(where: { $0.description.code == name }) else {
      if !name.isEmpty { errors.append(unknownRule(name, entry)) }
      return nil
    }
    guard let roles else { return nil }
    for (role, mark) in roles where !Self.canHold(role, type) {
      let entry = raw["on"] ?? entry
      errors.append(
        entry.text.error(
          "spec.wrongRole", ["role": .text(role.name), "rule": .text(name)], at: mark ?? entry.value.mark))
    }
    guard let rule = make(type, from: raw, named: entry) else { return nil }
    return (roles.map(\.role), .rule(rule))
  }

  private func unknownRule(_ name: String, _ entry: RawRequirement.Entry) -> SpecError {
    if let owner = rules[name] {
      let code = owner.description.code
      return entry.text.error(
        "spec.subcode", ["rule": .text(name), "meant": .text(code)], at: entry.value.mark)
    }
    let known = rules.types.map { $0.description.code }
    if let meant = nearest(name, in: known) {
      return entry.text.error(
        "spec.unknownRuleMeant", ["rule": .text(name), "meant": .text(meant)], at: entry.value.mark)
    }
    return entry.text.error("spec.unknownRule", ["rule": .text(name)], at: entry.value.mark)
  }

  private static func canHold<R: Rule>(_ role: SubjectRole, _ type: R.Type) -> Bool {
    R.Subject.canHold(role)
  }
}

extension RequirementBuilder {
  /// The roles that a requirement is on, each with its place in the text.
  private mutating func roles(of raw: RawRequirement) -> [(role: SubjectRole, mark: Mark?)]? {
    guard let entry = raw["on"] else {
      errors.append(raw.text.error("spec.missingKey", ["key": "on"], at: raw.mark))
      return nil
    }
    let before = errors.count
    var roles: [(SubjectRole, Mark?)] = []
    for (name, mark) in RawSpec.strings(entry.value, "on", entry.text, &errors) where !name.isEmpty {
      if let role = SubjectRole(name: name) {
        roles.append((role, mark))
      } else {
        errors.append(entry.text.unknownRole(name, at: mark))
      }
    }
    return errors.count == before ? roles : nil
  }

  /// Makes the rule of its settings.
  private mutating func make<R: Rule>(
    _ type: R.Type, from raw: RawRequirement, named: RawRequirement.Entry
  ) -> (any Rule)? {
    let known = R.description.settings.map(\.name)
    let settings = raw.entries.filter { !RawRequirement.commonKeys.contains($0.key) }
    let unknown = settings.filter { !known.contains($0.key) }
    for entry in unknown {
      errors.append(entry.text.unknownSetting(entry.key, of: R.description, at: entry.keyMark))
    }
    guard unknown.isEmpty else { return nil }
    do {
      return try R(from: SettingsDecoder(settings.map { ($0.key, $0.value) }))
    } catch DecodingError.keyNotFound(let key, _) {
      errors.append(
        named.text.error(
          "spec.missingSetting", ["rule": .text(R.description.code), "key": .text(key.stringValue)],
          at: named.value.mark))
    } catch {
      errors.append(badValue(error, R.description, raw, named))
    }
    return nil
  }
}

extension SpecText {
  fileprivate func unknownRole(_ name: String, at mark: Mark?) -> SpecError {
    let known = SubjectRole.allNames
    if let meant = nearest(name, in: known) {
      return error("spec.unknownRoleMeant", ["role": .text(name), "meant": .text(meant)], at: mark)
    }
    return error(
      "spec.unknownRole", ["role": .text(name), "known": .text(known.joined(separator: ", "))], at: mark)
  }

  fileprivate func unknownSetting(_ key: String, of rule: RuleDescription, at mark: Mark?) -> SpecError {
    let known = rule.settings.map(\.name) + RawRequirement.commonKeys
    if let meant = nearest(key, in: known) {
      return error(
        "spec.unknownSettingMeant", ["rule": .text(rule.code), "key": .text(key), "meant": .text(meant)],
        at: mark)
    }
    let names = rule.settings.map(\.name).joined(separator: ", ")
    return error(
      "spec.unknownSetting", ["rule": .text(rule.code), "key": .text(key), "known": .text(names)], at: mark)
  }
}

extension SubjectRole {
  /// Every name that a spec may write behind `on:`.
  static var allNames: [String] { ["document"] + ElementRole.allCases.map(\.rawValue) }
}

extension RequirementBuilder {
  /// What a value should have been, at the place of the value.
  private func badValue(
    _ error: any Error, _ rule: RuleDescription, _ raw: RawRequirement, _ named: RawRequirement.Entry
  ) -> SpecError {
    let path = (error as? DecodingError)?.path ?? []
    guard let entry = path.first.flatMap({ raw[$0.stringValue] }),
      let setting = rule.settings.first(where: { $0.name == entry.key })
    else {
      return named.text.error(
        "spec.badSettings", ["rule": .text(rule.code), "problem": .text("\(error)")], at: named.value.mark)
    }
    let item = path.dropFirst().first?.intValue.flatMap { entry.value.sequence?[safely: $0] }
    return entry.text.error(
      "spec.badValue", ["key": .text(entry.key), "kind": .message(setting.kind.name)],
      at: (item ?? entry.value).mark)
  }
}

extension DecodingError {
  fileprivate var path: [any CodingKey] {
    switch self {
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
      .dataCorrupted(let context):
      context.codingPath
    @unknown default: []
    }
  }
}

extension Setting.Kind {
  /// What a value of the kind is, in words.
  var name: Message {
    switch self {
    case .text: Message("spec.kind.text")
    case .face: Message("spec.kind.face")
    case .length: Message("spec.kind.length")
    case .number: Message("spec.kind.number")
    case .share: Message("spec.kind.share")
    case .flag: Message("spec.kind.flag")
    case .choice(let words): Message("spec.kind.choice", ["words": .text(words.joined(separator: ", "))])
    case .list(let kind): Message("spec.kind.list", ["kind": .message(kind.name)])
    }
  }
}

extension Node.Sequence {
  fileprivate subscript(safely index: Int) -> Node? { indices.contains(index) ? self[index] : nil }
}
