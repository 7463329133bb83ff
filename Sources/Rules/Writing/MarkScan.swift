import Findings
import Grammars

/// Walks over the marks of a paragraph, once.
struct MarkScan {
  let text: WritingText
  private(set) var faults: [WritingFault] = []
  /// Half-width brackets that should be full-width.
  private var wrongBrackets: Set<Int> = []
  /// How many titles and quotations are open: inside them joint issuers and halves of a title stand with a
  /// space between them, as in `《甲 乙关于……的通知》`.
  private var depth = 0
  /// Whether titles, and quotations, stand in a list together with other things.
  private lazy var titlesAreMixed = isMixedList(of: "《")
  private lazy var quotationsAreMixed = isMixedList(of: "“")

  init(_ text: WritingText) { self.text = text }

  mutating func run() {
    brackets()
    straightQuotes()
    sequence()
    headingStop()
    var index = 0
    while index < text.scalars.count { index = max(index + 1, look(at: index)) }
  }

  /// - Returns: where to go on.
  private mutating func look(at index: Int) -> Int {
    let scalar = text.scalars[index]
    switch scalar {
    case ",", ";", ":", "?", "!": halfWidth(scalar, at: index)
    case ".", "…": return dots(from: index, of: scalar)
    case "。": return fullStops(from: index)
    case "，", "、", "；", "：": return doubled(from: index)
    case "-": return hyphens(from: index)
    case "《", "“": depth += 1
    case "》", "”":
      depth = max(0, depth - 1)
      enumeration(behind: index)
    case " ": return space(at: index)
    default: break
    }
    return index + 1
  }

  private mutating func add(
    _ code: String, as outcome: Outcome = .failed, _ range: Range<Int>, _ replacement: String? = nil
  ) {
    faults.append(
      WritingFault(
        code: code, outcome: outcome, ranges: [range], edits: replacement.map { [(range, $0)] } ?? []))
  }

  // MARK: Half-width marks

  private static let fullWidth: [Unicode.Scalar: String] = [",": "，", ";": "；", ":": "：", "?": "？", "!": "！"]

  private mutating func halfWidth(_ scalar: Unicode.Scalar, at index: Int) {
    guard let replacement = Self.fullWidth[scalar], let before = text[index - 1] else { return }
    // 附件: is for the rule of the list of annexes.
    if text.role == .annexNote, scalar == ":", text.string(0..<index).hasSuffix("附件") { return }
    // Beside another mark it is too much rather than too narrow.
    if before.isChineseStop { return }
    let next = text[index + 1]
    let behind = text.skippingBlanks(index + 1)
    let isAfterChinese = before.isHan || before.isChineseClose || wrongBrackets.contains(index - 1)
    let isBetween =
      (before.isASCIIDigit || before.isASCIILetter || before == "%" || before == "％") && next?.isHan == true
    guard isAfterChinese || isBetween else { return }
    // A question mark inside a word may stand for a character that was lost.
    let isEnd = next.map { $0.isBlank || $0.isChineseClose } ?? true
    if scalar == "?", !isEnd { return add("PUNC-half", as: .cantTell, index..<index + 1) }
    let isFollowed = text[behind].map { $0.isHan || $0.isASCIIDigit || $0.isChineseOpen } ?? false
    let end = isFollowed && next == " " ? behind : index + 1
    add("PUNC-half", index..<end, replacement)
  }

  private mutating func brackets() {
    var open: [Int] = []
    for (index, scalar) in text.scalars.enumerated() {
      if scalar == "(" || scalar == "（" {
        open.append(index)
      } else if scalar == ")" || scalar == "）", let start = open.popLast() {
        bracket(start, index)
      }
    }
  }

  private mutating func bracket(_ start: Int, _ end: Int) {
    let half = [start, end].filter { text.scalars[$0].isASCII }
    guard !half.isEmpty, text.isOpen(start), text.isOpen(end) else { return }
    // A long bracket shows at its beginning what it is; brackets in brackets must not cost their square.
    let inner = text.scalars[(start + 1)..<end].prefix(200)
    guard half.count == 1 || isChinese(inner, start, end) else { return }
    wrongBrackets.formUnion(half)
    faults.append(
      WritingFault(
        code: "PUNC-half", ranges: half.map { $0..<$0 + 1 },
        edits: half.map { ($0..<$0 + 1, text.scalars[$0] == "(" ? "（" : "）") }))
  }

  private func isChinese(_ inner: ArraySlice<Unicode.Scalar>, _ start: Int, _ end: Int) -> Bool {
    let before = text[start - 1]
    let behind = text[end + 1]
    // Enumerators `(一)` and the year of a document number have rules of their own; formulas keep theirs.
    if inner.allSatisfy({ $0.isHanNumeral || $0.isASCIIDigit }) { return false }
    if [before, behind].contains(where: { $0?.isOperator == true }) { return false }
    if inner.contains(where: \.isOperator) { return false }
    return inner.contains(where: \.isHan) || before?.isHan == true
  }

  private mutating func straightQuotes() {
    let all = text.scalars.indices.filter {
      text.scalars[$0] == "\"" && text.isOpen($0) && text[$0 - 1]?.isASCIIDigit != true
    }
    guard !all.isEmpty else { return }
    let touching = all.filter { text[$0 - 1]?.isHan == true || text[$0 + 1]?.isHan == true }
    guard !touching.isEmpty else { return }
    let inches = text.scalars.count { $0 == "\"" } != all.count
    let isCertain = all.count.isMultiple(of: 2) && !inches && !text.scalars.contains("”")
    for (number, index) in all.enumerated() {
      add(
        "PUNC-quote", as: inches ? .cantTell : .failed, index..<index + 1,
        isCertain ? (number.isMultiple(of: 2) ? "“" : "”") : nil)
    }
  }

  // MARK: Dots, dashes, repetitions

  private mutating func dots(from start: Int, of scalar: Unicode.Scalar) -> Int {
    let end = text.end(of: start) { $0 == scalar }
    let count = end - start
    let before = text[start - 1]
    let next = text[end]
    let isChinese = before?.isHan == true || before?.isChineseClose == true || before?.isChineseStop == true
    if scalar == "…" {
      if count == 1 || count == 3, isChinese { add("PUNC-ellipsis", start..<end, "……") }
    } else if count == 1 {
      let isEnd = text[text.skippingBlanks(end)] == nil || next == "”" || next == "）"
      if isChinese, before?.isHanNumeral == false, before?.isChineseStop == false, isEnd {
        add("PUNC-half", start..<end, "。")
      }
    } else if count >= 3, count <= 6, isChinese, next.map({ !$0.isVisibleASCII }) ?? true {
      add("PUNC-ellipsis", start..<end, "……")
    }
    return end
  }

  private mutating func fullStops(from start: Int) -> Int {
    let end = text.end(of: start) { $0 == "。" }
    if end - start == 2 {
      add("PUNC-dup", start..<end, "。")
    } else if end - start > 2 {
      add("PUNC-ellipsis", start..<end, "……")
    } else {
      return doubled(from: start)
    }
    return end
  }

  private mutating func doubled(from start: Int) -> Int {
    let mark = text.scalars[start]
    let end = text.end(of: start) { $0.isChineseStop || ",;".unicodeScalars.contains($0) }
    guard end - start > 1 else {
      if mark == "、" { superfluous(start) }
      return start + 1
    }
    let isSame = text.scalars[start..<end].allSatisfy { $0 == mark }
    // 联系人：，电话：。 is a form to fill in.
    guard isSame || mark != "：" else { return end }
    add("PUNC-dup", as: isSame ? .failed : .cantTell, start..<end, isSame ? String(mark) : nil)
    return end
  }

  /// `甲、乙、等`: nothing stands between the last item and 等.
  private mutating func superfluous(_ index: Int) {
    guard text[index + 1] == "等", text[index + 2].map({ $0.isChineseStop }) ?? false else { return }
    add("PUNC-enum", as: .failed, index..<index + 1, "")
  }

  private mutating func hyphens(from start: Int) -> Int {
    let end = text.end(of: start) { $0 == "-" }
    let isBetween =
      [text[start - 1], text[end]].allSatisfy {
        $0.map { $0.isHan || $0.isChineseClose || $0.isChineseOpen } ?? false
      }
    if end - start == 2, isBetween { add("PUNC-dash", start..<end, "——") }
    return end
  }

  private mutating func enumeration(behind index: Int) {
    let opening: Unicode.Scalar = text.scalars[index] == "》" ? "《" : "“"
    guard text[index + 1] == "、", text[index + 2] == opening else { return }
    guard opening == "《" ? !titlesAreMixed : !quotationsAreMixed else { return }
    add("PUNC-enum", as: .passed, index + 1..<index + 2, "")
  }

  /// Whether something stands between a closing mark and the comma anywhere, as in `《甲》（一号）、《乙》`:
  /// then the comma is right for the whole list.
  private func isMixedList(of opening: Unicode.Scalar) -> Bool {
    let close: Unicode.Scalar = opening == "《" ? "》" : "”"
    return text.scalars.indices.contains { index in
      text.scalars[index] == "、"
        && ((text[index + 1] == opening) != (text[index - 1] == close))
    }
  }

  /// `第一、` at the beginning: an ordinal word takes a comma.
  private mutating func sequence() {
    let start = text.skippingBlanks(0)
    guard text[start] == "第" else { return }
    let end = text.end(of: start + 1) { $0.isHanNumeral }
    guard end > start + 1, text[end] == "、", let next = text[end + 1] else { return }
    // 第一、二季度, 第一、第二产业.
    if next.isHanNumeral || next == "第" || text.scalars.count <= end + 4 { return }
    // 第一、…第二、… in one paragraph reads the same; 第一、三季度 is excluded above.
    add("PUNC-seq", end..<end + 1, "，")
  }

  /// Whether a place is a heading of the first or second level on a line of its own that ends with a full stop.
  /// One that runs into its paragraph ends with it rightly, and has parts.
  static func isClosedHeading(_ place: WritingPlace) -> Bool {
    place.marks.contains(.endStop) && place.parts == nil
      && (place.role == .heading1 || place.role == .heading2)
  }

  private mutating func headingStop() {
    guard Self.isClosedHeading(text.place),
      let last = text.scalars.lastIndex(where: { !$0.isBlank }), text.scalars[last] == "。",
      text[last - 1]?.isChineseStop == false
    else { return }
    // All of it is shown: the last words alone would not tell which heading it is.
    faults.append(
      WritingFault(
        code: "PUNC-heading", outcome: .passed, ranges: [text.skippingBlanks(0)..<last + 1],
        edits: [(last..<last + 1, "")]))
  }

  private mutating func space(at start: Int) -> Int {
    let end = text.end(of: start) { $0 == " " }
    guard text.role == .body || text.role == .annexBody, end - start <= 2, text.scalars.count >= 15,
      text[start - 1]?.isHan == true, text[end]?.isHan == true, !isArticle(before: start),
      depth == 0
    else { return end }
    add("PUNC-space", as: .passed, start..<end, "")
    return end
  }

  /// 第X条, 第X章: what numbers a clause is set off by a space.
  private func isArticle(before index: Int) -> Bool {
    let first = text.skippingBlanks(0)
    return text[first] == "第" && index - first <= 8
  }
}

extension Unicode.Scalar {
  /// `isHan` of the grammars, for files that import another one too.
  var isIdeograph: Bool { isHan }
  var isChineseStop: Bool {
    switch self {
    case "，", "、", "；", "：", "。": true
    default: false
    }
  }
  var isChineseClose: Bool {
    switch self {
    case "”", "》", "）", "〕", "】", "』", "」": true
    default: false
    }
  }
  var isChineseOpen: Bool {
    switch self {
    case "“", "《", "（", "〔", "【", "『", "「": true
    default: false
    }
  }
  /// What shows that brackets belong to a formula.
  var isOperator: Bool {
    switch self {
    case "+", "×", "÷", "=", "*", "/", "<", ">", "≤", "≥", "＋", "＝", "－", "−", "∑", "√": true
    default: false
    }
  }
}
