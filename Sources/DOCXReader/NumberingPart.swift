import DocumentModel
import Markup
import Numbering

/// A level of a list (ECMA-376-1, 17.9.6).
struct NumberingLevel {
  var list = ListLevel()
  var paragraph = ParagraphProperties()
  var run = RunProperties()
}

/// Reads `word/numbering.xml`.
final class NumberingPart: PartHandler {
  /// A list definition (17.9.1).
  struct Abstract {
    var levels: [Int: NumberingLevel] = [:]
    /// The numbering style that holds the real definition (17.9.21).
    var styleLink: Int32 = NamePool.none
  }
  /// A list that paragraphs refer to (17.9.15).
  struct Instance {
    var abstract = -1
    var startOverrides: [Int: Int] = [:]
    var levelOverrides: [Int: NumberingLevel] = [:]
  }

  private(set) var abstracts: [Int: Abstract] = [:]
  private(set) var instances: [Int: Instance] = [:]

  private var abstractID: Int?
  private var instanceID: Int?
  private var overrideLevel: Int?
  private var levelIndex: Int?
  private var level = NumberingLevel()
  private var inRun = false
  private var inParagraph = false

  override func start(_ rawName: UInt16, _ namespace: UInt8, _ attributes: XMLAttributes) {
    if skipping > 0 {
      skipping += 1
      return
    }
    guard namespace == Namespace.w.rawValue, let name = Name(number: rawName) else { return }
    if levelIndex != nil {
      startInLevel(name, attributes)
      return
    }
    switch name {
    case .abstractNum:
      abstractID = integer(attributes, .abstractNumId)
      if let abstractID { abstracts[abstractID] = Abstract() }
    case .num:
      instanceID = integer(attributes, .numId)
      if let instanceID { instances[instanceID] = Instance() }
    case .abstractNumId:
      if let instanceID, let value = integer(attributes, .val) { instances[instanceID]?.abstract = value }
    case .numStyleLink:
      if let abstractID { abstracts[abstractID]?.styleLink = context.pool.id(of: attributes.value(.val)) }
    case .lvlOverride: overrideLevel = integer(attributes, .ilvl)
    case .startOverride:
      if let instanceID, let overrideLevel, let value = integer(attributes, .val) {
        instances[instanceID]?.startOverrides[overrideLevel] = value
      }
    case .lvl:
      levelIndex = integer(attributes, .ilvl).map { min(max($0, 0), 8) } ?? 0
      level = NumberingLevel()
    default: break
    }
  }

  private func startInLevel(_ name: Name, _ attributes: XMLAttributes) {
    switch name {
    case .rPr: if inParagraph { skipping = 1 } else { inRun = true }
    case .pPr: inParagraph = true
    case .start: level.list.start = integer(attributes, .val) ?? 1
    case .numFmt: level.list.format = attributes.value(.val)?.string ?? "decimal"
    case .lvlText: level.list.text = attributes.value(.val)?.string ?? ""
    case .lvlRestart: level.list.restart = integer(attributes, .val)
    case .isLgl: level.list.isLegal = attributes.isOn
    default:
      if inRun {
        read(name, attributes, into: &level.run)
      } else if inParagraph {
        read(name, attributes, into: &level.paragraph)
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
    case .lvl: endLevel()
    case .rPr: inRun = false
    case .pPr: inParagraph = false
    case .lvlOverride: overrideLevel = nil
    case .abstractNum: abstractID = nil
    case .num: instanceID = nil
    default: break
    }
  }

  private func endLevel() {
    guard let index = levelIndex else { return }
    levelIndex = nil
    if let instanceID {
      instances[instanceID]?.levelOverrides[overrideLevel ?? index] = level
    } else if let abstractID {
      abstracts[abstractID]?.levels[index] = level
    }
  }
}
