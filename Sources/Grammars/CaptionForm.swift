/// 题注: the bracketed history under the title of laws and rules.
///
/// `（2007年4月5日国务院令第492号公布　2019年4月3日国务院令第711号修订）`
public struct CaptionForm: Sendable, Hashable {
  /// What happened to the text.
  public enum Act: String, Sendable, Hashable, CaseIterable {
    /// 通过、批准.
    case adopted
    /// 公布、发布、印发、签发.
    case published
    /// 修订、修正、修改.
    case amended
    /// 废止.
    case repealed
    /// 施行、实施、执行、生效.
    case effective
  }

  /// One event of the history.
  public struct Event: Sendable, Hashable {
    public var act: Act
    public var date: DocumentDate
    /// The number of the order that did it, where one is named.
    public var number: DocumentNumber?
  }

  public var events: [Event]
  /// Whether the brackets are full-width round ones.
  public var hasFullWidthBrackets: Bool

  /// The event that dates the text: the last 通过, 修订 or 修正; without one the last 公布.
  public var dating: Event? {
    events.last { $0.act == .adopted || $0.act == .amended } ?? events.last { $0.act == .published }
  }

  /// Reads a whole text; `nil` when it is no bracketed history with at least one dated event.
  public init?(_ text: MatchText) {
    guard text.count >= 12, let open = text[0], open.isOpenRound || open == "〔" || open == "[" || open == "【",
      let close = text[text.count - 1], close.isCloseRound || close == "〕" || close == "]" || close == "】"
    else { return nil }
    let dates = DocumentDate.find(in: text)
    var events: [Event] = []
    for (index, date) in dates.enumerated() {
      let end = index + 1 < dates.count ? dates[index + 1].span.lowerBound : text.count - 1
      let segment = date.span.upperBound..<end
      guard let act = Self.act(of: date, segment, in: text) else { continue }
      let number = Self.number(in: segment, of: text)
      events.append(Event(act: act, date: date, number: number))
    }
    guard let first = events.first, first.act != .effective || events.count > 1 else { return nil }
    // A remark that merely mentions a date is no history: the first event stands near the bracket.
    guard let date = dates.first, date.span.lowerBound <= 40 else { return nil }
    self.events = events
    hasFullWidthBrackets = open == "（" && close == "）"
  }

  /// What the word of two characters that begins with some stands for.
  private static func act(_ first: Unicode.Scalar?, _ second: Unicode.Scalar?) -> Act? {
    switch (first, second) {
    case ("通", "过"), ("批", "准"): .adopted
    case ("公", "布"), ("发", "布"), ("印", "发"), ("签", "发"): .published
    case ("修", "订"), ("修", "正"), ("修", "改"): .amended
    case ("废", "止"): .repealed
    case ("施", "行"), ("实", "施"), ("执", "行"), ("生", "效"): .effective
    default: nil
    }
  }

  private static func act(of date: DocumentDate, _ segment: Range<Int>, in text: MatchText) -> Act? {
    if text[segment.lowerBound] == "起" { return .effective }
    var depth = 0
    var last: Act?
    for index in segment {
      if text[index] == "《" { depth += 1 } else if text[index] == "》" { depth -= 1 }
      guard depth <= 0, index + 2 <= segment.upperBound, let act = act(text[index], text[index + 1]) else {
        continue
      }
      // 自公布之日起施行 behind the event says when, not what.
      if text[index + 2] == "之", text[index + 3] == "日" { return last }
      last = act
    }
    return last
  }

  private static func number(in segment: Range<Int>, of text: MatchText) -> DocumentNumber? {
    // Alone, or the words of the date run into the name of the office.
    let part = MatchText(text.string(segment), offset: text.origin(segment).lowerBound)
    return DocumentNumber.find(in: part).first?.number
  }
}
