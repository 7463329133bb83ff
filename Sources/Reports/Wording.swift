import DocumentModel
import Findings
import Messages

/// The phrases that several reporters print, in one language, unescaped.
struct Wording {
  let language: Language

  func callAsFunction(_ key: String, _ arguments: [String: Message.Argument] = [:]) -> String {
    Message(key, arguments).text(in: language)
  }

  func callAsFunction(_ message: Message) -> String { message.text(in: language) }

  func outcome(_ outcome: Outcome) -> String { self("outcome.\(outcome.rawValue)") }
  func severity(_ severity: Severity) -> String { self("severity.\(severity.rawValue)") }

  /// Where a place is: `第1页 第2段`, `第1页 表2第4行第1列`, `页脚`; empty where nothing can be said.
  func place(_ place: Place) -> String {
    var parts: [String] = []
    if let page = place.page { parts.append(self("at.page", ["n": .number(page)])) }
    if let cell = place.cell {
      parts.append(
        self(
          "at.cell",
          [
            "table": .number(cell.table + 1), "row": .number(cell.row + 1),
            "column": .number(cell.column + 1),
          ]))
    } else if let ordinal = place.ordinal {
      parts.append(self("at.paragraph", ["n": .number(ordinal)]))
    }
    if place.story != .body { parts.append(self("story.\(place.story.rawValue)")) }
    return parts.joined(separator: " ")
  }

  /// The first place of a finding, and how many there are: `第1页 第5段 等 12 段`.
  func places(of finding: Finding) -> String {
    guard let first = finding.places.first else { return "" }
    let place = place(first)
    guard finding.placeCount > 1 else { return place }
    let count = self("at.more", ["n": .number(finding.placeCount)])
    return place.isEmpty ? count : "\(place) \(count)"
  }

  /// How a value came to be: `字号 22 磅 ← 样式“公文标题” 22 磅 ← 文档默认 10.5 磅`.
  func evidence(_ trace: Trace) -> String {
    let head = "\(self("property.\(trace.property.rawValue)")) \(value(trace.value))"
    return ([head] + trace.steps.map(step)).joined(separator: " ← ")
  }

  /// One layer with what it says: `样式“标题 1” 16 磅`.
  func step(_ step: TraceStep) -> String {
    let layer = layer(step.layer)
    return step.value.isEmpty
      ? self("layer.silent", ["layer": .text(layer)]) : "\(layer) \(value(step.value))"
  }

  private func layer(_ layer: TraceStep.Layer) -> String {
    switch layer {
    case .direct: self("layer.direct")
    case .characterStyle(let name): self("layer.characterStyle", ["name": .text(name)])
    case .paragraphStyle(let name): self("layer.paragraphStyle", ["name": .text(name)])
    case .numbering(let label): self("layer.numbering", ["name": .text(label)])
    case .tableStyle(let name): self("layer.tableStyle", ["name": .text(name)])
    case .theme(let slot): self("layer.theme", ["name": .text(slot)])
    case .documentDefaults: self("layer.documentDefaults")
    case .application: self("layer.application")
    case .contentStream(let operation): self("layer.contentStream", ["name": .text(operation)])
    }
  }

  /// A value of the trace in the reader's words: `18pt` is 18 磅, `true` is 是.
  func value(_ value: String) -> String {
    switch value {
    case "true": return self("value.true")
    case "false": return self("value.false")
    case "": return self("value.none")
    default: break
    }
    if let known = Catalogue.builtIn.entries["value.\(value)"] {
      return language == .zh ? known.zh : known.en
    }
    if let spacing = spacing(of: value) { return self.spacing(spacing) }
    if value.hasSuffix(" chars") { return self("value.characters", ["n": .text(String(value.dropLast(6)))]) }
    guard let points = Self.points(value[...]) else { return value }
    return self("value.points", ["n": .text(points)])
  }

  /// Line spacing as a trace writes it: `×1`, `=28pt`, `≥12pt`.
  private func spacing(of value: String) -> LineSpacing? {
    let rest = value.dropFirst()
    switch value.first {
    case "×": return Double(rest).map { .multiple($0) }
    case "=": return Self.points(rest).flatMap { Double($0) }.map { .exact(.pt($0)) }
    case "≥": return Self.points(rest).flatMap { Double($0) }.map { .atLeast(.pt($0)) }
    case "≈": return Self.points(rest).flatMap { Double($0) }.map { .measured(.pt($0)) }
    default: return nil
    }
  }

  /// The number in `10.5pt`.
  private static func points(_ value: Substring) -> String? {
    let number = value.dropLast(2)
    let isNumber = number.utf8.allSatisfy { (0x2D...0x39).contains($0) && $0 != 0x2F }
    return value.hasSuffix("pt") && !number.isEmpty && isNumber ? String(number) : nil
  }

  /// What the first edit of a fix does, in a few words.
  func title(of fix: Fix) -> String {
    guard let edit = fix.edits.first else { return "" }
    switch edit {
    case .setEastAsianFace(let name, _, _): return self("fix.face", ["value": .text(name)])
    case .setSize(let size, _, _): return self("fix.size", ["value": .text(size.points.plain)])
    case .setBold(let bold, _, _): return self(bold ? "fix.bold" : "fix.unbold")
    case .setLineSpacing(let spacing, _):
      return self("fix.spacing", ["value": .text(self.spacing(spacing))])
    case .setAlignment(let alignment, _):
      return self(alignment == .right ? "fix.alignRight" : "fix.align", ["value": .text(alignment.rawValue)])
    case .replaceText("", _, _): return self("fix.delete")
    case .replaceText(let text, _, _): return self("fix.text", ["value": .text(text)])
    case .setColor(nil, _, _): return self("fix.automaticColor")
    case .setColor(let color?, _, _): return self("fix.color", ["value": .text("#" + color.description)])
    case .removeFigure: return self("fix.figure")
    case .clearProperty:
      let names = fix.edits.compactMap { edit in
        if case .clearProperty(let property) = edit { Message("property.\(property.rawValue)") } else { nil }
      }
      return self("fix.property", ["value": .list(names)])
    case .removeComments: return self("fix.comments")
    case .acceptRevisions: return self("fix.revisions")
    case .detachTemplate: return self("fix.template")
    case .removeMacros: return self("fix.macros")
    }
  }

  /// Line spacing as Word's dialog names it: `单倍行距`, `固定值 28 磅`.
  func spacing(_ spacing: LineSpacing) -> String {
    switch spacing {
    case .multiple(1): self("lines.single")
    case .multiple(let factor): self("lines.multiple", ["n": .text(factor.plain)])
    case .exact(let height): self("lines.exact", ["n": .text(height.points.plain)])
    case .atLeast(let height): self("lines.atLeast", ["n": .text(height.points.plain)])
    case .measured(let pitch?): self("lines.measured", ["n": .text(pitch.points.plain)])
    case .measured(nil): self("lines.unmeasured")
    }
  }

  /// What a role is called: `标题`.
  func role(_ role: String) -> String { named("role.\(role)", else: role) }

  /// The family of a code, by the letters before its first hyphen: 格式 for `FMT-title-font`.
  func family(of code: String) -> String {
    let prefix = String(code.prefix { $0 != "-" })
    return named("family.\(prefix)", else: prefix)
  }

  private func named(_ key: String, else name: String) -> String {
    guard let entry = Catalogue.builtIn.entries[key] else { return name }
    return language == .zh ? entry.zh : entry.en
  }
}
