import Findings
import Messages

extension StructuredDocument {
  /// Why nothing can be said of the whole: parts of the file are damaged or missing. `nil` of a whole file.
  public var lostContent: Message? {
    let pages = document.pages.indices.filter { document.pages[$0].isIncomplete }.map { $0 + 1 }
    if !pages.isEmpty { return Message("check.lost", ["pages": .list(PageRange.all(of: pages).map(\.name))]) }
    return document.isIncomplete ? Message("check.lostAny") : nil
  }
}

extension Verdict {
  /// What the verdict comes to where parts of the document are lost: that a thing is absent, or right all
  /// through, is not proved by the rest.
  /// - Parameter keepsFaults: whether a fault that was seen is one whatever else there was: a private number is,
  ///   a gap in a numbering is not.
  public func doubted(for reason: Message, keepsFaults: Bool) -> Verdict {
    var copy = self
    switch outcome {
    case .cantTell, .untested: return self
    case .failed:
      if keepsFaults { return self }
      for index in copy.violations.indices where copy.violations[index].outcome ?? .failed == .failed {
        copy.violations[index].outcome = .cantTell
      }
    case .passed, .inapplicable:
      // Remarks stay remarks.
      for index in copy.violations.indices where copy.violations[index].outcome == nil {
        copy.violations[index].outcome = .passed
      }
    }
    copy.outcome = .cantTell
    copy.reason = reason
    return copy
  }
}
