import DocumentModel

/// How far the words of a page can be had as text.
public enum PageText: Sendable, Hashable {
  /// Nothing is painted.
  case blank
  case text
  /// A picture covers the page and there are hardly any words: a scan.
  case picture
  /// The same, with words that are there to be searched and not to be seen: a scan read by a machine.
  case recognised
  /// Most glyphs cannot be turned into characters.
  case unmapped
  /// Something is painted and it is neither words nor one large picture: a drawing, or outlines of letters.
  case drawing
}

extension Page {
  /// - Parameters:
  ///   - fewest: from so many ideographs on there is text on the page.
  ///   - pictureShare: from this share of the page on a picture may be a scan of it.
  public func text(fewest: Int = 20, pictureShare: Double = 0.8) -> PageText {
    if characters + unmappedCharacters + invisibleCharacters == 0, !hasInk { return .blank }
    if unmappedCharacters > characters { return .unmapped }
    // Four letters weigh as much as an ideograph.
    let isWordy = hanCharacters >= fewest || characters / 4 >= fewest
    if self.pictureShare >= pictureShare, !isWordy {
      return invisibleCharacters >= fewest ? .recognised : .picture
    }
    if characters > 0 { return .text }
    return invisibleCharacters >= fewest ? .recognised : .drawing
  }
}

extension StructuredDocument {
  /// The page from which on there are annexes, 1-based; `nil` without a sure annex mark.
  public var firstAnnexPage: Int? {
    first(.annexMark)?.pieces.first.flatMap { piece in
      document.paragraphs.indices.contains(piece.paragraph) ? document.paragraphs[piece.paragraph].page : nil
    }
  }

  /// The pages of the main text, 1-based, whose words cannot be had. What a rule does not find there is not
  /// proved to be absent.
  public var unreadPages: [Int] { mainPages.filter { document.pages[$0 - 1].text() != .text } }

  /// Whether most of the main text can be had as text; without that nothing is said of its words.
  public var hasReadableText: Bool {
    let main = mainPages
    return main.isEmpty || unreadPages.count * 2 < main.count
  }

  /// Whether the words that cannot be relied on are all those that a machine read off a scan.
  public var isRecognised: Bool {
    let unread = unreadPages
    return !unread.isEmpty && unread.allSatisfy { document.pages[$0 - 1].text() == .recognised }
  }

  /// The pages in front of the annexes that anything is painted on.
  private var mainPages: [Int] {
    let end = firstAnnexPage.map { max($0 - 1, 1) } ?? document.pages.count
    return document.pages.indices.prefix(end).filter { document.pages[$0].text() != .blank }.map { $0 + 1 }
  }
}
