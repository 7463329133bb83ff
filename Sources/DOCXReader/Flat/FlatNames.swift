import Markup

/// The names that only documents in one file use: the package of Flat OPC, and Word 2003 where its names
/// differ from those of WordprocessingML.
// swift-format-ignore: AlwaysUseLowerCamelCase
enum FlatName: String, CaseIterable {
  case part, xmlData, binaryData
  // Elements of Word 2003 XML.
  case wordDocument, fonts, defaultFonts, lists, listDef, list, ilst, listPr, ilfo, nfc, binData, docPr
  case annotation, content, docOleData, docSuppData, shapeDefaults, bgPict, DocumentProperties, vmerge
  case szCs = "sz-cs"
  case bCs = "b-cs"
  case iCs = "i-cs"
  // Its document properties.
  case Title, Subject, Author, LastAuthor, Keywords, Created, LastSaved, Version
  // Attributes.
  case listDefId, fareast, src, macrosPresent
  case hAnsi = "h-ansi"
  case lineRule = "line-rule"
  case beforeLines = "before-lines"
  case afterLines = "after-lines"
  case beforeAutospacing = "before-autospacing"
  case afterAutospacing = "after-autospacing"
  case firstLine = "first-line"
  case firstLineChars = "first-line-chars"
  case leftChars = "left-chars"
  case rightChars = "right-chars"
  case hangingChars = "hanging-chars"
  case linePitch = "line-pitch"
  case charSpace = "char-space"

  private static let first = Name.last.number + 1

  init?(number: UInt16) {
    guard number >= Self.first, number != XMLUnknown.name else { return nil }
    let index = Int(number - Self.first)
    guard Self.allCases.indices.contains(index) else { return nil }
    self = Self.allCases[index]
  }

  var number: UInt16 { Self.first + UInt16(Self.allCases.firstIndex(of: self) ?? 0) }

  /// The name that means the same in WordprocessingML.
  var modern: Name? {
    switch self {
    case .listDef: .abstractNum
    case .list: .num
    case .ilst, .listDefId: .abstractNumId
    case .listPr: .numPr
    case .ilfo: .numId
    case .vmerge: .vMerge
    case .szCs: .szCs
    case .bCs: .bCs
    case .iCs: .iCs
    case .fareast: .eastAsia
    case .hAnsi: .hAnsi
    case .lineRule: .lineRule
    case .beforeLines: .beforeLines
    case .afterLines: .afterLines
    case .beforeAutospacing: .beforeAutospacing
    case .afterAutospacing: .afterAutospacing
    case .firstLine: .firstLine
    case .firstLineChars: .firstLineChars
    case .leftChars: .leftChars
    case .rightChars: .rightChars
    case .hangingChars: .hangingChars
    case .linePitch: .linePitch
    case .charSpace: .charSpace
    default: nil
    }
  }
}

/// The namespaces of documents in one file that packages do not have, numbered behind `Namespace`.
enum FlatNamespace: UInt8 {
  /// `pkg:` of Flat OPC.
  case package = 200
  /// `aml:` of Word 2003: revisions and comments.
  case annotation
}

extension XMLNames {
  /// The names of packages, and those above. Word 2003's own namespace means what `w:` means.
  static let flat = XMLNames(
    locals: Name.allCases.map(\.rawValue) + FlatName.allCases.map(\.rawValue),
    namespaces: Namespace.table + [
      ("http://schemas.microsoft.com/office/word/2003/wordml", Namespace.w.rawValue),
      ("http://schemas.microsoft.com/office/2006/xmlPackage", FlatNamespace.package.rawValue),
      ("http://schemas.microsoft.com/aml/2001/core", FlatNamespace.annotation.rawValue),
    ])
}
