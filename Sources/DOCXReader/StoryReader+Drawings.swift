import DocumentModel
import Markup

/// What is open inside a drawing.
struct DrawingState {
  /// The axis of the open `wp:positionH` or `wp:positionV`.
  var isHorizontal = true
  var isOffset = false
  var digits: [UInt8] = []
  var inLine = 0
  var isGroup = false
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

  private func update(_ change: (inout Figure) -> Void) {
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
    default: break
    }
  }

  func endDrawing(_ space: Namespace, _ name: Name) {
    switch (space, name) {
    case (.wp, .inline), (.wp, .anchor):
      endFigure()
      drawing.isGroup = false
    case (.wps, .wsp), (.pic, .pic): if drawing.isGroup { endFigure() }
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
    update { $0.kind = .group }
    drawing.isGroup = true
  }

  /// A shape or picture: the figure itself, or in a group a figure of its own.
  private func startMember(_ kind: Figure.Kind) {
    if drawing.isGroup {
      let anchor = drawings.last.map { builder.document.figures[$0].anchor } ?? .floating
      startFigure(kind)
      update { $0.anchor = anchor }
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
    case .prstTxWarp: update { $0.textWarp = attributes.value(.prst)?.string }
    case .ln: drawing.inLine += 1
    case .ext where drawing.isGroup && attributes.value(.cx) != nil:
      let size = size(attributes)
      update { if $0.kind != .group { ($0.width, $0.height) = size } }
    case .srgbClr, .sysClr: takeColor(attributes)
    default: break
    }
  }

  private func takeColor(_ attributes: XMLAttributes) {
    let value = attributes.value(.lastClr) ?? attributes.value(.val)
    guard let value, value.count == 6, let rgb = Number.hex(value) else { return }
    let color = Color(rgb: Int(rgb))
    update {
      if drawing.inLine > 0 {
        $0.lineColor = $0.lineColor ?? color
      } else {
        $0.fillColor = $0.fillColor ?? color
      }
    }
  }

  private func size(_ attributes: XMLAttributes) -> (Length?, Length?) {
    (
      attributes.value(.cx).flatMap { Number.wide($0) }.map { .emu($0) },
      attributes.value(.cy).flatMap { Number.wide($0) }.map { .emu($0) }
    )
  }

  // MARK: VML

  private func startVML(_ name: Name, _ attributes: XMLAttributes) {
    switch name {
    case .shape, .rect, .oval, .roundrect, .line, .polyline, .group: takeShape(name, attributes)
    case .imagedata:
      let target = attributes.reference(.id).flatMap { relationships[$0] }
      update {
        if $0.kind == .shape { $0.kind = .picture }
        $0.mediaPart = target?.isExternal == false ? target?.target : nil
        $0.externalTarget = target?.isExternal == true ? target?.target : nil
        $0.name = $0.name ?? attributes.value(.title)?.string
        $0.hiddenShare = PictureCrop(imageData: attributes).hiddenShare
      }
    case .textpath: update { $0.textWarp = $0.textWarp ?? "textpath" }
    case .OLEObject:
      update {
        $0.kind = .ole
        $0.programID = attributes.value(.ProgID)?.string
      }
    case .signatureline: update { $0.kind = .signatureLine }
    default: break
    }
  }

  private func takeShape(_ name: Name, _ attributes: XMLAttributes) {
    guard let index = drawings.last, builder.document.figures[index].width == nil else { return }
    let style = attributes.value(.style).map { VMLStyle($0.string) } ?? VMLStyle("")
    update {
      if name == .group { $0.kind = .group }
      if name == .oval { $0.geometry = "ellipse" }
      if name == .line { $0.geometry = "line" }
      $0.name = attributes.value(.id)?.string
      $0.width = style.length("width")
      $0.height = style.length("height")
      $0.horizontalOffset = style.length("margin-left")
      $0.verticalOffset = style.length("margin-top")
      $0.horizontalOrigin = style["mso-position-horizontal-relative"]
      $0.verticalOrigin = style["mso-position-vertical-relative"]
      $0.anchor = style["position"] == "absolute" ? .floating : .inline
      $0.isBehindText = style["z-index"]?.hasPrefix("-") ?? false
      $0.fillColor = attributes.value(.fillcolor).flatMap(VMLStyle.color)
      $0.lineColor = attributes.value(.strokecolor).flatMap(VMLStyle.color)
    }
  }

  /// `w:control` (17.3.3.3): an ActiveX control, its class in a part of its own.
  func startControl(_ attributes: XMLAttributes) {
    let target = attributes.reference(.id).flatMap { relationships[$0] }
    if drawings.isEmpty { startFigure(.activeX) }
    update {
      $0.kind = .activeX
      $0.name = attributes.value(.name)?.string
      $0.mediaPart = target?.isExternal == false ? target?.target : nil
    }
  }
}

/// The `style` attribute of a VML shape: `width:100pt;position:absolute`.
struct VMLStyle {
  private var values: [String: String] = [:]

  init(_ text: String) {
    for declaration in text.prefix(4_096).split(separator: ";") {
      let halves = declaration.split(separator: ":", maxSplits: 1)
      guard halves.count == 2 else { continue }
      values[Self.trimmed(halves[0])] = Self.trimmed(halves[1])
    }
  }

  subscript(name: String) -> String? { values[name] }

  /// A length with its unit; a bare number is in pixels of 1/96 inch.
  func length(_ name: String) -> Length? {
    guard var value = values[name] else { return nil }
    if value.allSatisfy({ $0.isNumber || $0 == "." || $0 == "-" }) {
      return Double(value).flatMap { $0.magnitude < 1e6 ? .pt($0 * 0.75) : nil }
    }
    return value.withUTF8 { Number.measure($0, perPoint: 20).value }.map { .twips($0) }
  }

  /// `red`, `#f00` or `#ff0000`, with trailing theme notes such as ` [2406]`.
  static func color(_ bytes: Bytes) -> Color? {
    let word = bytes.string.split(separator: " ").first.map(String.init) ?? ""
    if word == "red" { return Color(rgb: 0xFF0000) }
    guard word.hasPrefix("#") else { return nil }
    var digits = word.dropFirst().map { String($0) }.joined()
    if digits.count == 3 { digits = digits.map { "\($0)\($0)" }.joined() }
    guard digits.count == 6, let rgb = Int(digits, radix: 16) else { return nil }
    return Color(rgb: rgb)
  }

  private static func trimmed(_ text: Substring) -> String {
    var rest = text
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}

extension Number {
  /// An integer of up to twelve digits, for lengths in EMU.
  static func wide(_ bytes: Bytes) -> Int? {
    guard bytes.count <= 13 else { return nil }
    return Int(bytes.string)
  }
}
