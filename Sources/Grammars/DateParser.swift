/// Reads a date that begins at an index.
struct DateParser {
  let text: MatchText
  /// Spaces may also stand between the digits of one number.
  let isLenient: Bool

  /// One number of a date.
  private struct Field {
    enum System { case arabic, chinese, both }
    var value: Int
    var digits: Int
    var system: System
    var isPadded = false
    var hasBadZero = false
    var hasFullWidth = false
    var end: Int
  }

  func isStart(_ index: Int) -> Bool {
    guard let scalar = text[index], scalar.digit != nil || scalar.chineseDigit != nil else { return false }
    guard index > 0, let before = text[index - 1] else { return true }
    return before.digit == nil && before.chineseDigit == nil && before != "." && before != "-"
      && before != "/"
  }

  func date(at start: Int) -> DocumentDate? {
    guard let year = yearField(at: start) else { return nil }
    let mark = text.skippingSpaces(year.end)
    switch text[mark] {
    case "年": return worded(from: start, year: year, mark: mark)
    case ".", "．", "-", "－", "—", "–", "/", "／":
      guard year.system == .arabic, let separator = text[mark] else { return nil }
      return separated(from: start, year: year, mark: mark, separator: separator)
    default: return nil
    }
  }

  private func worded(from start: Int, year: Field, mark: Int) -> DocumentDate? {
    guard year.digits == 4 || year.digits == 2, let month = field(at: text.skippingSpaces(mark + 1)) else {
      return nil
    }
    let monthMark = text.skippingSpaces(month.end)
    guard text[monthMark] == "月", let day = field(at: text.skippingSpaces(monthMark + 1)) else { return nil }
    let dayMark = text.skippingSpaces(day.end)
    guard text[dayMark] == "日" || text[dayMark] == "号" else { return nil }
    return date([year, month, day], span: start..<(dayMark + 1), isHao: text[dayMark] == "号")
  }

  private func date(_ fields: [Field], span: Range<Int>, isHao: Bool) -> DocumentDate? {
    guard fields.count == 3 else { return nil }
    let (year, month, day) = (fields[0], fields[1], fields[2])
    let hasSpaces = span.contains { text[$0] == " " }
    let form: DocumentDate.Form =
      if fields.contains(where: { $0.system != year.system }) || year.system == .both {
        .mixed
      } else if year.digits == 2 {
        .twoDigitYear
      } else if isHao {
        .hao
      } else if year.system == .chinese {
        year.hasBadZero ? .chineseBadZero : .chinese
      } else if month.isPadded || day.isPadded {
        .padded
      } else {
        hasSpaces ? .spaced : .arabic
      }
    let full = year.digits == 2 ? (year.value < 50 ? 2000 : 1900) + year.value : year.value
    guard (1900...2099).contains(full) else { return nil }
    return DocumentDate(
      form: form, year: full, month: month.value, day: day.value, text: text, span: span,
      hasSpaces: hasSpaces, hasFullWidthDigits: fields.contains(where: \.hasFullWidth))
  }

  private func separated(
    from start: Int, year: Field, mark: Int, separator: Unicode.Scalar
  ) -> DocumentDate? {
    guard year.digits == 4, (1900...2099).contains(year.value),
      let month = field(at: text.skippingSpaces(mark + 1)), month.system == .arabic, month.digits <= 2
    else { return nil }
    let second = text.skippingSpaces(month.end)
    guard text[second] == separator, let day = field(at: text.skippingSpaces(second + 1)),
      day.system == .arabic, day.digits <= 2, text[day.end]?.digit == nil, text[day.end] != separator
    else { return nil }
    let form: DocumentDate.Form =
      switch separator {
      case ".", "．": .dotted
      case "/", "／": .slashed
      default: .dashed
      }
    let span = start..<day.end
    return DocumentDate(
      form: form, year: year.value, month: month.value, day: day.value, text: text, span: span,
      hasSpaces: span.contains { text[$0] == " " },
      hasFullWidthDigits: year.hasFullWidth || month.hasFullWidth || day.hasFullWidth)
  }

  /// Four (or two) digits, Arabic, Chinese or muddled.
  private func yearField(at start: Int) -> Field? {
    var field = Field(value: 0, digits: 0, system: .arabic, end: start)
    var index = start
    var arabic = 0
    var chinese = 0
    while field.digits < 5, let scalar = text[index] {
      if let digit = scalar.chineseDigit {
        field.value = field.value * 10 + digit
        chinese += 1
      } else if let digit = scalar.digit, !(chinese > 0 && digit == 0) {
        field.value = field.value * 10 + digit
        arabic += 1
        if scalar.isFullWidthDigit { field.hasFullWidth = true }
      } else if scalar.isChineseZero, field.digits > 0 {
        field.value *= 10
        if scalar != "〇" { field.hasBadZero = true }
      } else if scalar == " ", isLenient, field.digits > 0 {
        index += 1
        continue
      } else {
        break
      }
      field.digits += 1
      index += 1
      field.end = index
    }
    guard field.digits == 4 || field.digits == 2 else { return nil }
    field.system = chinese == 0 ? (field.hasBadZero ? .both : .arabic) : arabic == 0 ? .chinese : .both
    return field
  }

  /// A month or day.
  private func field(at start: Int) -> Field? {
    var index = start
    var value = 0
    var digits = 0
    var hasFullWidth = false
    while digits < 3, let scalar = text[index] {
      if let digit = scalar.digit {
        value = value * 10 + digit
        digits += 1
        if scalar.isFullWidthDigit { hasFullWidth = true }
      } else if !(scalar == " " && isLenient && digits == 1 && text[index + 1]?.digit != nil) {
        break
      }
      index += 1
    }
    if digits > 0 {
      guard digits <= 2 else { return nil }
      return Field(
        value: value, digits: digits, system: .arabic, isPadded: text[start]?.digit == 0,
        hasFullWidth: hasFullWidth, end: index)
    }
    let first = index
    while index - first < 4, let scalar = text[index],
      scalar.chineseDigit != nil || scalar == "十" || scalar == "廿" || scalar == "卅" || scalar == "〇"
    {
      index += 1
    }
    guard first < index, let value = chineseNumber(text.scalars[first..<index]), value <= 99 else {
      return nil
    }
    return Field(value: value, digits: index - first, system: .chinese, end: index)
  }
}
