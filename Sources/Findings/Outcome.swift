/// The verdict on one requirement, in the words of W3C EARL 1.0.
///
/// Silence is never success: what was not looked at is `untested`, with a reason.
public enum Outcome: String, Sendable, Hashable, CaseIterable {
  /// 符合.
  case passed
  /// 不符合.
  case failed
  /// 待人工复核: there is evidence, and it does not decide.
  case cantTell
  /// 不适用: the requirement does not speak of such a document.
  case inapplicable
  /// 未检查.
  case untested
}

/// How much a breach of a requirement matters; the spec decides, never the rule.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  /// 提示: local practice.
  case info
  /// 一般: departs from the standard form.
  case warning
  /// 严重: breaks an explicit requirement.
  case error

  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
  private var rank: Int { self == .info ? 0 : self == .warning ? 1 : 2 }
}
