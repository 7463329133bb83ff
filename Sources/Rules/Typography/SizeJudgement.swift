import Conformance
import DocumentModel
import Findings
import Fonts
import Messages

/// A size as a rule sees it, in hundredths of a point; `nil` where the file gives none.
struct SizeValue: Hashable, Sendable {
  let hundredths: Int?

  /// - Parameter slack: in points; a measured size so near to one that has a name is taken to be that.
  init(_ length: Length?, slack: Double = 0) {
    if slack > 0, let length,
      let named = FontSizeName.all.first(where: {
        ($0.points - length.points).magnitude <= slack + 0.005
      })
    {
      hundredths = Int(named.points * 100)
      return
    }
    hundredths = length.flatMap {
      $0.points.isFinite && $0.points.magnitude < 1e6 ? Int($0.points * 100 + 0.5) : nil
    }
  }

  /// `小三（15磅）`, `13磅（非标准字号）`, or that no size is given.
  var name: Message {
    guard let hundredths else { return Message("size.none") }
    let points = Double(hundredths) / 100
    if let name = FontSizeName.name(ofPoints: points) {
      return Message("size.named", ["name": .text(name), "points": .text(points.plain)])
    }
    return Message("size.unnamed", ["points": .text(points.plain)])
  }
}

/// The size of the ideographs, letters and digits of some text (rules.md §0.4, §3.1).
protocol SizeRule: TypographyRule {
  /// The required size.
  var size: LengthSetting { get }
  /// The largest difference that still conforms.
  var tolerance: LengthSetting? { get }
  /// The same where the file keeps the result and not the setting: programs round on the way.
  var measuredTolerance: LengthSetting? { get }
  /// The size that GB/T 9704 asks for, which a wrong size is compared with in the message.
  var standardSize: LengthSetting? { get }
}

extension SizeRule {
  static var sizeSettings: [Setting] {
    [
      Setting("size", .length), Setting("tolerance", .length, standard: "0pt"),
      Setting("measuredTolerance", .length, standard: "0.25pt"),
      Setting("standardSize", .length, standard: ""),
    ] + shareSettings
  }

  func checkSize(_ text: RoleText, in context: CheckContext) -> Verdict {
    switch text.judgeableText(leastCertainty, in: context) {
    case .failure(let absence): return absence.verdict
    case .success(let text):
      return sizeVerdict.verdict(survey(text, in: context), in: context.document.document)
    }
  }

  private func survey(_ text: RoleText, in context: CheckContext) -> Survey<SizeValue> {
    let isMeasured = context.document.document.format.isFixedLayout
    let rounding = isMeasured ? measuredTolerance?.length.points ?? 0.25 : 0
    // Half a hundredth of a point absorbs the arithmetic of units.
    let slack = Length.pt(max(tolerance?.length.points ?? 0, rounding) + 0.005)
    return Survey(of: text, counting: .levelWords, in: context) { _, style in
      let value = SizeValue(style.size, slack: rounding)
      let mark: Mark<SizeValue> =
        style.size.map { $0.isClose(to: size.length, tolerance: slack) ? .fits : .wrong(value) }
        ?? .doubtful(value)
      return .init(mark)
    }
  }

  private var sizeVerdict: TypographyVerdict<SizeValue> {
    let wanted = SizeValue(size.length)
    let standard = standardSize.map { SizeValue($0.length) }
    return TypographyVerdict(
      code: Self.description.code, shares: shares, expected: wanted.name, properties: [.size],
      describe: \.name,
      doubt: { _ in Message("size.undeclared") }, remark: \.name,
      hint: { values in
        guard let standard, values.contains(standard) else { return nil }
        return Message("size.standard", ["standard": .message(standard.name), "size": .message(wanted.name)])
      },
      edit: { .setSize(size.length, paragraph: $0.paragraph, range: $0.range) })
  }
}
