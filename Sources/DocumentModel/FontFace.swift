/// The name of a typeface as the document asks for it, and where the name came from.
public struct FontFace: Hashable, Sendable {
  /// Where the name of a face came from.
  public enum Origin: Hashable, Sendable {
    /// Written out in the document.
    case named
    /// Looked up in the theme.
    case theme
    /// The document names no face: the application's own default, which differs between machines.
    case application
  }

  /// The name as written, such as `宋体` or `SimSun`; empty when the document gives none.
  public let name: String
  public let origin: Origin

  public init(_ name: String, origin: Origin = .named) {
    self.name = name
    self.origin = origin
  }

  /// No face is given anywhere.
  public static let unspecified = FontFace("", origin: .application)
}

/// Which of a run's four faces a character is set in (ECMA-376-1, 17.3.2.26).
public enum FontSlot: Sendable, Hashable, CaseIterable {
  case ascii, highAnsi, eastAsia, complexScript
}

/// The four faces of a run.
public struct FaceSlots: Hashable, Sendable {
  public var ascii: FontFace
  public var highAnsi: FontFace
  public var eastAsia: FontFace
  public var complexScript: FontFace

  public init(
    ascii: FontFace = .unspecified, highAnsi: FontFace = .unspecified,
    eastAsia: FontFace = .unspecified, complexScript: FontFace = .unspecified
  ) {
    self.ascii = ascii
    self.highAnsi = highAnsi
    self.eastAsia = eastAsia
    self.complexScript = complexScript
  }

  public subscript(slot: FontSlot) -> FontFace {
    get {
      switch slot {
      case .ascii: ascii
      case .highAnsi: highAnsi
      case .eastAsia: eastAsia
      case .complexScript: complexScript
      }
    }
    set {
      switch slot {
      case .ascii: ascii = newValue
      case .highAnsi: highAnsi = newValue
      case .eastAsia: eastAsia = newValue
      case .complexScript: complexScript = newValue
      }
    }
  }
}
