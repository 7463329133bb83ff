import Conformance
import DocumentModel
import Findings
import Fonts
import Messages

/// A face as a rule sees it.
struct FaceValue: Hashable, Sendable {
  let face: FontFace
  let identity: FontIdentity?
  /// The text is a heading that the spec neither names nor exempts.
  var isHeading = false
  /// The face stands in for another one that the converting machine did not have.
  var isStandIn = false

  /// `仿宋_GB2312`, `SimHei（黑体）`, or that no face is given.
  var name: Message {
    if let identity {
      let isChinese = face.name.unicodeScalars.contains { $0.isHan }
      let plain = isChinese || identity.fontClass == .tnr
      return plain
        ? Message("typography.name", ["name": .text(face.name)])
        : Message(
          "face.withClass", ["name": .text(face.name), "class": .text(identity.fontClass.displayName)])
    }
    return face.name.isEmpty ? Message("face.none") : Message("typography.name", ["name": .text(face.name)])
  }

  /// - Parameter wanted: the required class, for a face that stands in for it.
  func doubt(_ wanted: FontClass? = nil) -> Message {
    if isStandIn {
      let style = Message.Argument.text((wanted ?? .song).displayName)
      return Message("face.standIn", ["name": .message(name), "class": style])
    }
    if face.name.isEmpty, face.origin == .named { return Message("face.unnamed") }
    if face.origin == .application { return Message("face.undeclared") }
    guard identity != nil else { return Message("face.unknown", ["name": .text(face.name)]) }
    if isHeading { return Message("face.heading", ["name": .message(name)]) }
    return Message("face.substitute", ["name": .message(name)])
  }
}

/// The face of the ideographs of some text against a required class of faces (rules.md §3.2).
protocol FaceRule: TypographyRule {
  /// The required style.
  var face: FaceSetting { get }
  /// The tiers that conform; all but the strict one with a remark.
  var tiers: [FontTier]? { get }
  /// The tiers that a person must look at; tiers in neither list are wrong.
  var reviewTiers: [FontTier]? { get }
  /// Parts of the names of faces that programs put in the place of missing ones, in files of fixed layout.
  var standIns: [String]? { get }
  /// Programs that convert on machines without the faces of the original; what is not known to be a face of
  /// its own in their files stands in for another.
  var converters: [String]? { get }
  /// What a face is for the text of a role.
  func mark(_ value: FaceValue, of role: ElementRole) -> Mark<FaceValue>
  /// The style that GB/T 9704 asks for, which a wrong face is compared with in the message.
  var standardFace: FaceSetting? { get }
}

extension FaceRule {
  static var faceSettings: [Setting] {
    [
      Setting("face", .face),
      Setting("tiers", .list(.choice(["S", "E", "T"])), standard: "[S, E]"),
      Setting("reviewTiers", .list(.choice(["S", "E", "T"])), standard: "[T]"),
      Setting("standardFace", .face, standard: ""),
      Setting("standIns", .list(.text), standard: listed(StandIns.faces)),
      Setting("converters", .list(.text), standard: listed(StandIns.converters)),
    ] + shareSettings
  }

  private static func listed(_ names: [String]) -> String { "[" + names.joined(separator: ", ") + "]" }

  func mark(_ value: FaceValue, of role: ElementRole) -> Mark<FaceValue> { plainMark(value) }

  func checkFace(_ text: RoleText, in context: CheckContext) -> Verdict {
    switch text.judgeableText(leastCertainty, in: context) {
    case .failure(let absence): return absence.verdict
    case .success(let text):
      return faceVerdict.verdict(survey(text, in: context), in: context.document.document)
    }
  }

  func survey(_ text: RoleText, in context: CheckContext) -> Survey<FaceValue> {
    let document = context.document.document
    let alternatives = document.alternateFaceNames
    let standIns = StandIns(
      faces: standIns ?? StandIns.faces, converters: converters ?? StandIns.converters, in: document)
    return Survey<FaceValue>(of: text, counting: .ideographs, in: context) { role, style in
      // All ideographs take their face from the same slot, so one look-up serves the whole stretch.
      let face = style.face(for: "一")
      let identity = FontTable.builtIn.lookUp(face.name, alternatives: alternatives)
      var value = FaceValue(face: face, identity: identity)
      value.isStandIn = standIns.contain(face, identity)
      let mark = mark(value, of: role)
      // A GB2312 face lacks rare ideographs; what then stands in for them is no choice of the author.
      return Survey<FaceValue>.Judgement(mark, sparingRare: identity?.isGB2312Edition == true)
    }
  }

  func plainMark(_ value: FaceValue) -> Mark<FaceValue> {
    if value.face.origin == .application || value.isStandIn { return .doubtful(value) }
    guard let identity = value.identity else { return .doubtful(value) }
    guard identity.fontClass == face.fontClass else { return .wrong(value) }
    if (tiers ?? [.strict, .equivalent]).contains(identity.tier) {
      return identity.tier == .strict ? .fits : .noted(value)
    }
    return (reviewTiers ?? [.substitute]).contains(identity.tier) ? .doubtful(value) : .wrong(value)
  }

  var faceVerdict: TypographyVerdict<FaceValue> {
    let wanted = face.fontClass
    let standard = standardFace?.fontClass
    return TypographyVerdict(
      code: Self.description.code, shares: shares,
      expected: Message("typography.name", ["name": .text(wanted.displayName)]),
      properties: [.eastAsianFace], describe: \.name, doubt: { $0.doubt(wanted) },
      remark: { value in
        Message("face.equivalent", ["name": .message(value.name), "class": .text(wanted.displayName)])
      },
      hint: { values in
        guard let standard, values.contains(where: { $0.identity?.fontClass == standard }) else { return nil }
        return Message(
          "face.standard", ["standard": .text(standard.displayName), "class": .text(wanted.displayName)])
      },
      edit: { .setEastAsianFace(wanted.commonFace, paragraph: $0.paragraph, range: $0.range) })
  }
}
