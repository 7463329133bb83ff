import DocumentModel
import Markup

/// What is open inside a drawing.
struct DrawingState {
  /// The axis of the open `wp:positionH` or `wp:positionV`.
  var isHorizontal = true
  var isOffset = false
  var digits: [UInt8] = []
  var inLine = 0
  /// The open groups of DrawingML, the innermost last.
  var groups: [DrawingGroup] = []
  /// For each open element of VML that places something, whether it opened a figure of its own.
  var vmlShapes: [Bool] = []
  /// How a unit of each open group of VML is written on the page, in points across and down.
  var vmlScales: [(x: Double, y: Double)] = []

  var isGroup: Bool { !groups.isEmpty }
}

/// A group of shapes, whose members are measured in units of its own (ECMA-376-1, 20.1.7.5).
struct DrawingGroup {
  /// What its members belong to, as an index into the builder's figures.
  var figure: Int?
  /// What a unit inside it is on the page, in EMU.
  var scale = (x: 1.0, y: 1.0)
  /// The size in the units of what is around it.
  var extent: (x: Double, y: Double)?
}

extension StoryReader {
  /// Opens a figure that the open paragraph anchors.
  func startFigure(_ kind: Figure.Kind) {
    closeSegment()
    let index = builder.document.figures.count
    guard index < 100_000 else { return }
    builder.document.figures.append(Figure(kind: kind))
    drawings.append(index)
    paragraph.figures.append(index)
  }

  func endFigure() { _ = drawings.popLast() }

  func update(_ change: (inout Figure) -> Void) {
    guard let index = drawings.last else { return }
    change(&builder.document.figures[index])
  }

  /// DrawingML and VML, as far as it places something (ECMA-376-1, 20.4; ECMA-376-4, 19).
  func startDrawing(_ space: Namespace, _ name: Name, _ attributes: XMLAttributes) {
    switch space {
    case .wp: startPlacement(name, attributes)
    case .v, .o: startVML(name, attributes)
    case .wps where name == .wsp: startMember(.shape)
    case .pic where name == .pic: startMember(.picture)
    case .wpg where name == .wgp || name == .grpSp: startGroup()
    case .wpc where name == .wpc: startGroup()
    case .chart where name == .chart: update { $0.kind = .chart }
    case .diagram where name == .relIds: update { $0.kind = .diagram }
    case .a: startGraphic(name, attributes)
    // The other effects of `a14:imgProps` leave the paper where it is ([MS-ODRAWXML] 2.15).
    case .a14 where name == .backgroundRemoval: update { $0.hasClearedColor = true }
    default: break
    }
  }

  func endDrawing(_ space: Namespace, _ name: Name) {
    switch (space, name) {
    case (.wp, .inline), (.wp, .anchor):
      endFigure()
      drawing.groups.removeAll()
    case (.wps, .wsp), (.pic, .pic): if drawing.isGroup { endFigure() }
    case (.wpg, .wgp), (.wpg, .grpSp), (.wpc, .wpc): _ = drawing.groups.popLast()
    case (.v, _): endVML(name)
    case (.wp, .posOffset): endOffset()
    case (.a, .ln): drawing.inLine = max(0, drawing.inLine - 1)
    default: break
    }
  }

  private func startPlacement(_ name: Name, _ attributes: XMLAttributes) {
    switch name {
    case .inline, .anchor:
      startFigure(.other)
      update {
        $0.anchor = name == .inline ? .inline : .floating
        $0.isBehindText = attributes.value(.behindDoc)?.isOn ?? false
      }
    case .extent:
      let size = size(attributes)
      update { ($0.width, $0.height) = size }
    case .positionH, .positionV:
      drawing.isHorizontal = name == .positionH
      let origin = attributes.value(.relativeFrom)?.string
      update {
        if name == .positionH { $0.horizontalOrigin = origin } else { $0.verticalOrigin = origin }
      }
    case .posOffset:
      drawing.isOffset = true
      drawing.digits.removeAll()
    case .docPr:
      update {
        $0.name = attributes.value(.name)?.string
        $0.alternativeText = attributes.value(.descr)?.string
      }
    default: break
    }
  }

  private func endOffset() {
    drawing.isOffset = false
    let offset = drawing.digits.withUnsafeBufferPointer { Number.wide($0) }.map { Length.emu($0) }
    update { if drawing.isHorizontal { $0.horizontalOffset = offset } else { $0.verticalOffset = offset } }
  }

  private func startGroup() {
    if drawing.groups.isEmpty { update { $0.kind = .group } }
    guard drawing.groups.count < 64 else { return drawing.groups.append(DrawingGroup()) }
    drawing.groups.append(
      DrawingGroup(
        figure: drawing.groups.last?.figure ?? drawings.last, scale: drawing.groups.last?.scale ?? (1, 1)))
  }

  /// A shape or picture: the figure itself, or in a group a figure of its own.
  private func startMember(_ kind: Figure.Kind) {
    if drawing.isGroup {
      let anchor = drawings.last.map { builder.document.figures[$0].anchor } ?? .floating
      let behind = drawings.last.map { builder.document.figures[$0].isBehindText } ?? false
      let group = drawing.groups.last?.figure
      startFigure(kind)
      update {
        $0.anchor = anchor
        $0.isBehindText = behind
        $0.group = group
      }
    } else {
      update { $0.kind = kind }
    }
  }

  private func startGraphic(_ name: Name, _ attributes: XMLAttributes) {
    guard !drawings.isEmpty else { return }
    switch name {
    case .blip:
      let target = (attributes.reference(.embed) ?? attributes.reference(.link)).flatMap { relationships[$0] }
      update {
        $0.mediaPart = target?.isExternal == false ? target?.target : nil
        $0.externalTarget = target?.isExternal == true ? target?.target : nil
      }
    case .srcRect: update { $0.hiddenShare = PictureCrop(sourceRectangle: attributes).hiddenShare }
    case .prstGeom: update { $0.geometry = attributes.value(.prst)?.string }
    case .prstTxWarp:
      let warp = attributes.value(.prst)?.string
      if warp != "textNoShape" { update { $0.textWarp = warp } }
    case .clrChange: update { $0.hasClearedColor = true }
    case .ln: drawing.inLine += 1
    case .ext where drawing.isGroup && attributes.value(.cx) != nil: takeExtent(attributes)
    case .chExt: takeChildExtent(attributes)
    case .srgbClr, .sysClr: takeColor(attributes)
    case .prstClr: takeNamedColor(attributes)
    // Which colour the theme has is not looked up; red it is in none of the usual ones.
    case .schemeClr where drawing.inLine > 0: takeColor(Color(rgb: 0x808080))
    default: break
    }
  }

  private func takeColor(_ attributes: XMLAttributes) {
    let value = attributes.value(.lastClr) ?? attributes.value(.val)
    guard let value, value.count == 6, let rgb = Number.hex(value) else { return }
    takeColor(Color(rgb: Int(rgb)))
  }

  private func takeNamedColor(_ attributes: XMLAttributes) {
    guard let name = attributes.value(.val)?.string else { return }
    let reds: Set = ["red", "crimson", "firebrick", "darkRed", "dkRed"]
    if reds.contains(name) || drawing.inLine > 0 {
      takeColor(Color(rgb: reds.contains(name) ? 0xFF0000 : 0x808080))
    }
  }

  private func takeColor(_ color: Color) {
    update {
      if drawing.inLine > 0 {
        $0.lineColor = $0.lineColor ?? color
      } else {
        $0.fillColor = $0.fillColor ?? color
      }
    }
  }

  /// The size of the open group, or of a member, which is in units of the group.
  private func takeExtent(_ attributes: XMLAttributes) {
    guard let level = drawing.groups.indices.last,
      let width = attributes.value(.cx).flatMap({ Number.wide($0) }),
      let height = attributes.value(.cy).flatMap({ Number.wide($0) })
    else { return }
    let isMember = drawings.last != drawing.groups[level].figure
    if !isMember {
      drawing.groups[level].extent = (Double(width), Double(height))
      return
    }
    let scale = drawing.groups[level].scale
    update {
      $0.width = .pt(Double(width) * scale.x / 12_700)
      $0.height = .pt(Double(height) * scale.y / 12_700)
    }
  }

  /// How large the open group is in its own units.
  private func takeChildExtent(_ attributes: XMLAttributes) {
    guard let level = drawing.groups.indices.last, let extent = drawing.groups[level].extent,
      let width = attributes.value(.cx).flatMap({ Number.wide($0) }), width > 0,
      let height = attributes.value(.cy).flatMap({ Number.wide($0) }), height > 0
    else { return }
    drawing.groups[level].scale.x *= extent.x / Double(width)
    drawing.groups[level].scale.y *= extent.y / Double(height)
    drawing.groups[level].extent = nil
  }

  private func size(_ attributes: XMLAttributes) -> (Length?, Length?) {
    (
      attributes.value(.cx).flatMap { Number.wide($0) }.map { .emu($0) },
      attributes.value(.cy).flatMap { Number.wide($0) }.map { .emu($0) }
    )
  }
}

extension Number {
  /// An integer of up to twelve digits, for lengths in EMU.
  static func wide(_ bytes: Bytes) -> Int? {
    guard bytes.count <= 13 else { return nil }
    return Int(bytes.string)
  }
}
