import Conformance
import Grammars
import Messages

/// Finds the title: the run of lines in the heading that reads and looks most like one.
struct TitleReader {
  let outline: Outline
  let head: [HeadLine]

  struct Title {
    var lines: ClosedRange<Int>
    var text: String
    var form: TitleForm?
    /// A caption behind the title in its last paragraph, as written.
    var caption: String?
    var evidence: Evidence
  }

  /// A title has at most so many lines.
  private static let lineLimit = 7

  /// The best candidate, however weak.
  func title() -> Title? {
    var best: Title?
    var all: [Title] = []
    for start in head.indices where head[start].isPlain {
      var end = start
      while end < head.count, head[end].isPlain, end - start < Self.lineLimit {
        if let title = title(start...end) {
          all.append(title)
          if isBetter(title, than: best) { best = title }
        }
        end += 1
      }
    }
    // Pages of the web have the title twice: the larger one above is that of the document.
    if let lower = best, let upper = all.first(where: { isTwin($0, of: lower) }) { best?.lines = upper.lines }
    return best
  }

  private func isTwin(_ upper: Title, of lower: Title) -> Bool {
    upper.lines.upperBound < lower.lines.lowerBound && upper.text == lower.text
      && outline.look(upper.lines.lowerBound).halfPoints > outline.look(lower.lines.lowerBound).halfPoints
  }

  private func isBetter(_ title: Title, than best: Title?) -> Bool {
    guard let best else { return true }
    if title.evidence.certainty != best.evidence.certainty {
      return title.evidence.certainty > best.evidence.certainty
    }
    return title.lines.count > best.lines.count
  }

  private func title(_ lines: ClosedRange<Int>) -> Title? {
    guard
      lines.count == 1
        || lines.allSatisfy({ outline.lines[$0].table == outline.lines[lines.lowerBound].table })
    else { return nil }
    let (text, caption) = parted(joined(lines))
    let match = MatchText(text)
    guard (4...220).contains(match.count), !match.dense.hasSuffix("文件") || isTender(match, lines)
    else { return nil }
    let form = TitleForm(match)
    // The title in another language stands under the title.
    guard !lines.contains(where: { isForeign(outline.text($0)) }) else { return nil }
    guard !outline.isInLargeTable(lines.lowerBound) else { return nil }
    guard !lines.contains(where: { isOnCover(outline.text($0)) }) else { return nil }
    let isCentred = lines.allSatisfy { outline.isCentred($0) || outline.lines[$0].isBoxed }
    let isLarge = lines.allSatisfy { outline.isLarge($0) }
    guard form != nil || (isCentred && isLarge && !IssuerName.isLikely(match)) else { return nil }
    var evidence = Evidence()
    switch form?.pattern {
    case .statutory: evidence.add(0.65, "titleStatutory")
    case .wrapping: evidence.add(0.6, "titleWrapping")
    case .plain: evidence.add(match.count < 6 ? 0.3 : 0.45, "titlePlain")
    case nil: break
    }
    evidence.add(0.45, "centred", if: isCentred)
    evidence.add(0.5, "large", if: isLarge)
    evidence.add(0.35, "strong", if: !isLarge && lines.allSatisfy { outline.isStrong($0) })
    evidence.add(0.4, "titleStyle", if: hasTitleStyle(lines))
    evidence.add(0.5, "besideHeading", if: isBesideHeading(lines))
    evidence.add(0.2, "beforeText", if: isBeforeText(lines))
    evidence.add(0.5, "besideHeading", if: caption != nil)
    weaken(&evidence, lines, form, match, isCentred: isCentred)
    return Title(lines: lines, text: text, form: form, caption: caption, evidence: evidence)
  }

  /// What covers give as large as the title: the month, the number of the project, and what sort of standard it is.
  private func isOnCover(_ text: MatchText) -> Bool {
    if DocumentDate.isMonth(text) { return true }
    if text.count <= 40, ["国家标准", "行业标准", "地方标准", "团体标准"].contains(where: text.dense.hasSuffix),
      text.firstIndex(of: "关于", from: 0) == nil
    {
      return true
    }
    return text.firstIndex(of: "编号", from: 0).map { $0 <= 6 && text[$0 + 2]?.isColon == true } ?? false
  }

  /// Whether a line begins with a Latin letter and has no Chinese character.
  private func isForeign(_ text: MatchText) -> Bool {
    text[0].map { ("A"..."Z").contains($0) || ("a"..."z").contains($0) } == true
      && !text.scalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }

  /// 招标文件 and its like, which end as a letterhead does.
  private func isTender(_ text: MatchText, _ lines: ClosedRange<Int>) -> Bool {
    !outline.look(lines.lowerBound).isRed
      && ["招标文件", "采购文件", "磋商文件", "谈判文件"].contains { text.dense.hasSuffix($0) }
  }

  private func weaken(
    _ evidence: inout Evidence, _ lines: ClosedRange<Int>, _ form: TitleForm?, _ text: MatchText,
    isCentred: Bool
  ) {
    let look = outline.look(lines.lowerBound)
    evidence.weaken(
      isCentred ? 0.85 : 0.75, "mixedLook", if: lines.contains { !isAlike(outline.look($0), look) })
    evidence.weaken(0.75, "red", if: look.isRed)
    // A line of the same look left out above or below: the title is cut, unless that line is something else.
    evidence.weaken(0.6, "cut", if: isSameTitle(lines.lowerBound - 1, look, form, isAbove: true))
    evidence.weaken(0.6, "cut", if: isSameTitle(lines.upperBound + 1, look, form, isAbove: false))
    evidence.weaken(0.75, "order", if: form?.pattern == .plain && (form?.kind == "令" || form?.kind == "命令"))
    evidence.weaken(0.5, "sentence", if: text.scalars.contains { $0 == "。" || $0 == "；" || $0 == "？" })
    evidence.weaken(0.6, "cut", if: isHalfBracketed(text))
    // A finished title inside the run: what follows it is another one.
    if lines.count > 1, form?.isStatutory == true {
      let half = lines.lowerBound..<lines.upperBound
      evidence.weaken(
        0.6, "doubleTitle",
        if: half.contains { isFinished(lines.lowerBound...$0) && isTitle(($0 + 1)...lines.upperBound) })
    }
  }

  private func isHalfBracketed(_ text: MatchText) -> Bool {
    text.scalars.count { $0 == "（" || $0 == "(" } != text.scalars.count { $0 == "）" || $0 == ")" }
  }

  private func isAlike(_ a: Look, _ b: Look) -> Bool {
    abs(a.halfPoints - b.halfPoints) <= 2 && a.isRed == b.isRed && a.alignment == b.alignment
      && a.isBold == b.isBold
  }

  private func isTitle(_ lines: ClosedRange<Int>) -> Bool {
    let text = MatchText(joined(lines))
    return text.count >= 8 && text[0] != "的" && TitleForm(text) != nil
  }

  private func isFinished(_ lines: ClosedRange<Int>) -> Bool {
    TitleForm(MatchText(joined(lines))).map { $0.isStatutory && $0.pattern != .plain } ?? false
  }

  private func isSameTitle(_ line: Int, _ look: Look, _ form: TitleForm?, isAbove: Bool) -> Bool {
    guard head.indices.contains(line), head[line].isPlain else { return false }
    let text = outline.text(line)
    let other = outline.look(line)
    guard other.isCentred, !other.isRed, !text.dense.hasSuffix("文件") else { return false }
    if isAbove {
      // A centred line right above is the title's beginning, however it is set, unless it is something whole.
      if !isAlike(other, look), outline.lines[line + 1].followsBlank || TitleForm(text) != nil {
        return false
      }
      return !IssuerName.isLikely(text) || (isAlike(other, look) && form?.issuer.isEmpty != false)
    }
    guard isAlike(other, look) else { return false }
    return !IssuerName.isLikely(text) && text[0] != "（" && !outline.lines[line].followsBlank
  }

  private func hasTitleStyle(_ lines: ClosedRange<Int>) -> Bool {
    lines.allSatisfy { line in
      guard let name = outline.paragraph(line).styleName?.lowercased() else { return false }
      return name == "title" || name == "标题" || name.contains("公文标题") || name.contains("文件标题")
    }
  }

  private func isBesideHeading(_ lines: ClosedRange<Int>) -> Bool {
    if head.indices.contains(lines.upperBound + 1) {
      switch head[lines.upperBound + 1] {
      case .number, .shared, .caption, .openCaption, .contents, .frame(.recipient), .frame(.signer), .date:
        return true
      default: break
      }
    }
    guard head.indices.contains(lines.lowerBound - 1) else { return false }
    switch head[lines.lowerBound - 1] {
    case .number, .shared, .annexMark, .frame(.signer): return true
    case .plain: return outline.text(lines.lowerBound - 1).hasSuffix("文件")
    default: return false
    }
  }

  private func isBeforeText(_ lines: ClosedRange<Int>) -> Bool {
    guard head.indices.contains(lines.upperBound + 1) else { return false }
    switch head[lines.upperBound + 1] {
    case .prose, .enumerated: return true
    default: return false
    }
  }

  // MARK: Text

  /// A title with its caption behind it in one paragraph, as two.
  private func parted(_ text: String) -> (title: String, caption: String?) {
    let match = MatchText(text)
    guard match.count > 16, match.scalars.last == "）" || match.scalars.last == ")" else { return (text, nil) }
    for open in 4..<(match.count - 12) where match[open] == "（" || match[open] == "(" {
      let tail = match.string(open..<match.count)
      if CaptionForm(MatchText(tail)) != nil { return (match.string(0..<open), tail) }
    }
    return (text, nil)
  }

  /// The lines of a title as one: line breaks go, except between the names of two offices.
  func joined(_ lines: ClosedRange<Int>) -> String {
    var parts: [String] = []
    for line in lines { parts.append(String(outline.raw(line))) }
    var text = ""
    var wasIssuer = false
    for part in parts.map(Self.squeezed) where !part.isEmpty {
      let isIssuer = IssuerName.isLikely(MatchText(part))
      if wasIssuer, isIssuer || Self.beginsWithIssuer(part) { text += "\u{3000}" }
      text += part
      wasIssuer = isIssuer
    }
    return text
  }

  private static func beginsWithIssuer(_ part: String) -> Bool {
    let match = MatchText(part)
    guard let form = TitleForm(match), !form.issuer.isEmpty else { return false }
    return IssuerName.isLikely(match, in: form.issuer)
  }

  /// One line of a title: spaces that stretch it are dropped, single spaces between words are kept.
  static func squeezed(_ part: String) -> String {
    let scalars = part.unicodeScalars.filter { !$0.isInvisible }
    var words: [[Unicode.Scalar]] = []
    var gaps: [[Unicode.Scalar]] = []
    var isInGap = true
    for scalar in scalars {
      if scalar.isBlank {
        if !isInGap { gaps.append([]) }
        isInGap = true
        if !words.isEmpty, !gaps.isEmpty { gaps[gaps.count - 1].append(scalar) }
      } else {
        if isInGap { words.append([]) }
        isInGap = false
        words[words.count - 1].append(scalar)
      }
    }
    // 关 于 印 发: letters set apart, not words.
    let isStretched = words.count >= 3 && words.filter { $0.count == 1 }.count * 2 > words.count
    var view = String.UnicodeScalarView()
    for (index, word) in words.enumerated() {
      view.append(contentsOf: word)
      if index + 1 < words.count, index < gaps.count, !isStretched, keeps(gaps[index], word, words[index + 1])
      {
        view.append(gaps[index].first ?? " ")
      }
    }
    return String(view)
  }

  /// A gap is kept when it parts words: one space, or any between the names of offices.
  private static func keeps(_ gap: [Unicode.Scalar], _ left: [Unicode.Scalar], _ right: [Unicode.Scalar])
    -> Bool
  {
    if gap.count == 1 { return true }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: left)
    return IssuerName.isLikely(MatchText(String(view)))
  }
}
