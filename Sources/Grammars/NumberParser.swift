/// Reads 发文字号: the right forms from their end backwards, faulty ones from the start.
struct NumberParser {
  let text: MatchText
  let part: Range<Int>
  private var defects: [DocumentNumber.Defect] = []

  init(text: MatchText, part: Range<Int>) {
    self.text = text
    self.part = part
  }

  mutating func number() -> DocumentNumber? {
    standard() ?? named() ?? old() ?? loose()
  }

  private func at(_ index: Int) -> Unicode.Scalar? { part.contains(index) ? text[index] : nil }

  private mutating func note(_ kind: DocumentNumber.Defect.Kind, _ range: Range<Int>) {
    defects.append(.init(kind: kind, range: text.origin(range), text: text.string(range)))
  }

  /// The digits from an index on, both widths.
  private func digits(from start: Int) -> Range<Int> {
    var end = start
    while at(end)?.digit != nil { end += 1 }
    return start..<end
  }

  private func value(_ range: Range<Int>) -> Int? {
    range.isEmpty || range.count > 6
      ? nil : range.reduce(0) { $0 * 10 + (text[$1]?.digit ?? 0) }
  }

  private static func isYear(_ year: Int) -> Bool { (1940...2099).contains(year) }

  private func isASCII(_ range: Range<Int>) -> Bool { range.allSatisfy { text[$0]?.isASCII ?? false } }

  /// `机关代字〔年份〕序号号`.
  private func standard() -> DocumentNumber? {
    var index = part.lowerBound
    while at(index)?.isHan == true { index += 1 }
    let code = part.lowerBound..<index
    guard (1...16).contains(code.count), at(index) == "〔" else { return nil }
    let year = digits(from: index + 1)
    guard year.count == 4, isASCII(year), let yearValue = value(year), Self.isYear(yearValue),
      at(year.upperBound) == "〕"
    else { return nil }
    let sequence = digits(from: year.upperBound + 1)
    guard (1...5).contains(sequence.count), isASCII(sequence), at(sequence.lowerBound) != "0",
      at(sequence.upperBound) == "号", sequence.upperBound + 1 == part.upperBound
    else { return nil }
    return DocumentNumber(
      form: .standard, code: text.string(code), year: yearValue, sequence: value(sequence), text: text,
      part: part)
  }

  /// Orders, announcements and bare numbers: all end in a sequence number and 号.
  private func named() -> DocumentNumber? {
    guard at(part.upperBound - 1) == "号" else { return nil }
    var index = part.upperBound - 1
    func back(while test: (Unicode.Scalar) -> Bool) -> Range<Int> {
      let end = index
      while index > part.lowerBound, let scalar = at(index - 1), test(scalar) { index -= 1 }
      return index..<end
    }
    var sequence = back { $0.isASCII && $0.digit != nil }
    var number = value(sequence)
    if sequence.isEmpty {
      sequence = back { $0.chineseDigit != nil || $0 == "十" || $0 == "百" || $0 == "零" || $0 == "〇" }
      number = sequence.count > 7 ? nil : chineseNumber(text.scalars[sequence])
    } else if at(sequence.lowerBound) == "0" || sequence.count > 5 {
      return nil
    }
    guard let number, number > 0 else { return nil }
    let hasDi = at(index - 1) == "第"
    if hasDi { index -= 1 }
    _ = back { $0 == " " }
    var year: Int?
    if at(index - 1) == "年" || at(index - 1) == "〕" {
      let bracketed = at(index - 1) == "〕"
      index -= 1
      let digits = back { $0.isASCII && $0.digit != nil }
      guard digits.count == 4, let value = value(digits), Self.isYear(value) else { return nil }
      year = value
      if bracketed {
        guard at(index - 1) == "〔" else { return nil }
        index -= 1
      }
      _ = back { $0 == " " }
    }
    let name = part.lowerBound..<index
    guard let form = form(ofName: name, hasDi: hasDi) else { return nil }
    return DocumentNumber(
      form: form, code: text.string(name), year: year, sequence: number, text: text, part: part)
  }

  private func form(ofName name: Range<Int>, hasDi: Bool) -> DocumentNumber.Form? {
    if name.isEmpty { return hasDi ? .bare : nil }
    guard name.count <= 62, at(name.lowerBound)?.isHan == true,
      name.allSatisfy({ index in
        guard let scalar = text[index] else { return false }
        return scalar.isHan || scalar == "、" || scalar == " " || scalar == "·"
      })
    else { return nil }
    if hasDi, name.count >= 2, at(name.upperBound - 1) == "令" { return .order }
    let kind = text.string(max(name.lowerBound, name.upperBound - 2)..<name.upperBound)
    return name.count >= 3 && (kind == "公告" || kind == "通告") ? .announcement : nil
  }

  /// `×字第×号`.
  private mutating func old() -> DocumentNumber? {
    guard let mark = text.firstIndex(of: "字第", from: part.lowerBound), mark > part.lowerBound,
      (part.lowerBound..<mark).allSatisfy({ text[$0]?.isHan == true }), mark - part.lowerBound <= 16
    else { return nil }
    let sequence = digits(from: mark + 2)
    guard !sequence.isEmpty, at(sequence.upperBound) == "号", sequence.upperBound + 1 == part.upperBound
    else { return nil }
    note(.old, mark..<(mark + 2))
    var number = DocumentNumber(
      form: .old, code: text.string(part.lowerBound..<mark), year: nil, sequence: value(sequence),
      text: text, part: part)
    number.defects = defects
    return number
  }

  // MARK: Faulty numbers

  /// A standard number with defects, read from the start.
  private mutating func loose() -> DocumentNumber? {
    defects = []
    var index = part.lowerBound
    guard let code = looseCode(&index) else { return nil }
    guard let (year, isRound) = looseYear(&index) else { return nil }
    guard let (sequence, hasHao) = looseSequence(&index) else { return nil }
    if !hasHao, isRound || code.isEmpty { return nil }
    if index < part.upperBound {
      let tail = index..<part.upperBound
      guard tail.count <= 4 else { return nil }
      note(.tail, tail)
    }
    var number = DocumentNumber(
      form: .loose, code: code, year: year, sequence: sequence, text: text, part: part)
    number.defects = defects
    number.suggestion = suggestion(code: code, year: year, sequence: sequence)
    return number
  }

  private mutating func looseCode(_ index: inout Int) -> String? {
    let start = index
    var code: [Unicode.Scalar] = []
    var spaces: Range<Int>?
    while let scalar = at(index), scalar.isHan || scalar.isLatinLetter || scalar == " " {
      if scalar == " " { spaces = (spaces?.lowerBound ?? index)..<(index + 1) } else { code.append(scalar) }
      if code.count > 20 { return nil }
      index += 1
    }
    if let spaces { note(.space, spaces) }
    if code.isEmpty { note(.code, start..<start) }
    if let latin = (start..<index).first(where: { text[$0]?.isLatinLetter == true }) {
      let end = (latin..<index).first { text[$0]?.isLatinLetter != true } ?? index
      note(.latin, latin..<end)
    }
    return String(scalars: code[...])
  }

  private mutating func skipSpaces(_ index: inout Int) {
    let start = index
    while at(index) == " " { index += 1 }
    if start < index { note(.space, start..<index) }
  }

  private mutating func looseYear(_ index: inout Int) -> (year: Int?, isRound: Bool)? {
    let start = index
    let open = at(index).flatMap { Self.openers.contains($0) ? $0 : nil }
    if open != nil { index += 1 }
    skipSpaces(&index)
    let year = digits(from: index)
    guard (2...5).contains(year.count) else { return nil }
    index = year.upperBound
    skipSpaces(&index)
    if at(index) == "年" {
      note(.nian, index..<(index + 1))
      index += 1
    }
    let close = at(index).flatMap { Self.closers.contains($0) ? $0 : nil }
    if close != nil { index += 1 }
    switch (open, close) {
    case (nil, nil): return nil
    case (nil, _), (_, nil): note(.open, start..<index)
    default: if open != "〔" || close != "〕" { note(.bracket, start..<index) }
    }
    if year.contains(where: { text[$0]?.isFullWidthDigit == true }) { note(.fullwidth, year) }
    let yearValue = value(year).flatMap { year.count == 4 && Self.isYear($0) ? $0 : nil }
    if yearValue == nil { note(year.count == 2 ? .year2 : .year, year) }
    return (yearValue, open == "（" || open == "(")
  }

  private mutating func looseSequence(_ index: inout Int) -> (sequence: Int?, hasHao: Bool)? {
    skipSpaces(&index)
    if at(index) == "第" {
      note(.di, index..<(index + 1))
      index += 1
      skipSpaces(&index)
    }
    if let sign = at(index), sign == "-" || sign == "－" || sign == "—" || sign == "+" {
      note(.seq, index..<(index + 1))
      index += 1
    }
    var sequence: Int?
    let digits = digits(from: index)
    if !digits.isEmpty {
      guard digits.count <= 6 else { return nil }
      sequence = value(digits)
      index = digits.upperBound
      if digits.contains(where: { text[$0]?.isFullWidthDigit == true }) { note(.fullwidth, digits) }
      if text[digits.lowerBound]?.digit == 0 { note(.zero, digits) }
    } else {
      let start = index
      while let scalar = at(index), scalar.chineseDigit != nil || "十百零〇".unicodeScalars.contains(scalar) {
        index += 1
      }
      guard start < index, let value = chineseNumber(text.scalars[start..<index]) else { return nil }
      note(.cnseq, start..<index)
      sequence = value
    }
    skipMore(&index)
    skipSpaces(&index)
    switch at(index) {
    case "号": index += 1
    case "號":
      note(.hao, index..<(index + 1))
      index += 1
    default:
      note(.hao, index..<index)
      return (sequence, false)
    }
    return (sequence, true)
  }

  /// Further sequence numbers: `5、6号`, `5-7号`.
  private mutating func skipMore(_ index: inout Int) {
    let start = index
    while let mark = at(index), "、,，和-—－～~至".unicodeScalars.contains(mark),
      at(index + 1)?.digit != nil
    {
      index = digits(from: index + 1).upperBound
    }
    if start < index { note(.multi, start..<index) }
  }

  private func suggestion(code: String, year: Int?, sequence: Int?) -> String? {
    guard let year, let sequence, sequence > 0, !code.isEmpty else { return nil }
    for defect in defects {
      switch defect.kind {
      case .bracket, .space, .di, .zero, .nian, .fullwidth, .tail: continue
      case .hao where defect.text == "號": continue
      default: return nil
      }
    }
    return "\(code)〔\(year)〕\(sequence)号"
  }

  static let openers = ScalarSet("〔[［【(（﹝〖『「{｛<〈《〘❲⟦〚")
  static let closers = ScalarSet("〕]］】)）﹞〗』」}｝>〉》〙❳⟧〛")
}
