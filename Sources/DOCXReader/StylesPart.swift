import DocumentModel
import Markup

/// A style as the file writes it (ECMA-376-1, 17.7.4).
struct RawStyle {
  enum Kind: UInt8 { case paragraph, character, table, numbering }

  var kind = Kind.paragraph
  var isDefault = false
  /// The display name, a number of the pool.
  var name = NamePool.none
  var id = NamePool.none
  var basedOn = NamePool.none
  var run = RunProperties()
  var paragraph = ParagraphProperties()
  /// Conditional formatting of table styles by kind of place (17.7.6.6).
  var conditions: [TableCondition: (run: RunProperties, paragraph: ParagraphProperties)] = [:]
}

/// The places of a table that a style formats on their own (ECMA-376-1, 17.18.89).
enum TableCondition: UInt8, Hashable, CaseIterable {
  // In the order in which Word lays them over each other.
  case wholeTable, band1Vert, band2Vert, band1Horz, band2Horz, firstCol, lastCol, firstRow, lastRow
  case neCell, nwCell, seCell, swCell

  init?(_ value: Bytes) {
    guard let condition = Self.allCases.first(where: { "\($0)" == value.string }) else { return nil }
    self = condition
  }
}

/// Reads `word/styles.xml`.
final class StylesPart: PartHandler {
  private(set) var styles: [RawStyle] = []
  private(set) var defaultRun = RunProperties()
  private(set) var defaultParagraph = ParagraphProperties()

  private var style: RawStyle?
  private var condition: TableCondition?
  private var inDefaults = false
  private var inRun = false
  private var inParagraph = false
  private var run = RunProperties()
  private var paragraph = ParagraphProperties()

  override func start(_ rawName: UInt16, _ namespace: UInt8, _ attributes: XMLAttributes) {
    if skipping > 0 {
      skipping += 1
      return
    }
    guard namespace == Namespace.w.rawValue, let name = Name(number: rawName) else { return }
    switch name {
    case .style: startStyle(attributes)
    case .docDefaults: inDefaults = true
    case .latentStyles:
      // What a program shows of styles that the document does not use: most of the part, and no formatting.
      skipping = 1
      passContent()
    case .rPrChange, .pPrChange: skipping = 1
    case .tblStylePr: condition = attributes.value(.type).flatMap(TableCondition.init)
    case .rPr:
      // A run-property element inside paragraph properties formats only the paragraph mark.
      if inParagraph { skipping = 1 } else { inRun = true }
    case .pPr: inParagraph = true
    case .name where !inRun && !inParagraph: style?.name = context.pool.id(of: attributes.value(.val))
    case .basedOn: style?.basedOn = context.pool.id(of: attributes.value(.val))
    default:
      if inRun {
        read(name, attributes, into: &run)
      } else if inParagraph {
        read(name, attributes, into: &paragraph)
      }
    }
  }

  override func end(_ rawName: UInt16, _ namespace: UInt8) {
    if skipping > 0 {
      skipping -= 1
      return
    }
    guard namespace == Namespace.w.rawValue, let name = Name(number: rawName) else { return }
    switch name {
    case .style:
      if let style { styles.append(style) }
      style = nil
    case .docDefaults: inDefaults = false
    case .tblStylePr: condition = nil
    case .rPr: endRun()
    case .pPr: endParagraph()
    default: break
    }
  }

  private func startStyle(_ attributes: XMLAttributes) {
    var style = RawStyle()
    if let type = attributes.value(.type) {
      style.kind =
        type.equals("character")
        ? .character : type.equals("table") ? .table : type.equals("numbering") ? .numbering : .paragraph
    }
    style.isDefault = attributes.value(.default)?.isOn ?? false
    style.id = context.pool.id(of: attributes.value(.styleId))
    self.style = style
  }

  private func endRun() {
    inRun = false
    if let condition {
      style?.conditions[condition, default: (RunProperties(), ParagraphProperties())].run = run
    } else if style != nil {
      style?.run = run
    } else if inDefaults {
      defaultRun = run
    }
    run = RunProperties()
  }

  private func endParagraph() {
    inParagraph = false
    if let condition {
      style?.conditions[condition, default: (RunProperties(), ParagraphProperties())].paragraph = paragraph
    } else if style != nil {
      style?.paragraph = paragraph
    } else if inDefaults {
      defaultParagraph = paragraph
    }
    paragraph = ParagraphProperties()
  }
}
