import DocumentModel
import Markup

/// VML, as far as it places something (ECMA-376-4, 19).
extension StoryReader {
  func startVML(_ name: Name, _ attributes: XMLAttributes) {
    switch name {
    case .shape, .rect, .oval, .roundrect, .line, .polyline, .group: startShape(name, attributes)
    case .imagedata:
      let target = attributes.reference(.id).flatMap { relationships[$0] }
      update {
        if $0.kind == .shape { $0.kind = .picture }
        $0.mediaPart = target?.isExternal == false ? target?.target : nil
        $0.externalTarget = target?.isExternal == true ? target?.target : nil
        $0.alternativeText = $0.alternativeText ?? attributes.value(.title)?.string
        if attributes.value(.chromakey) != nil { $0.hasClearedColor = true }
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

  /// A shape: the open figure itself, or in a group a figure of its own.
  private func startShape(_ name: Name, _ attributes: XMLAttributes) {
    guard let index = drawings.last else { return }
    let style = attributes.value(.style).map { VMLStyle($0.string) } ?? VMLStyle("")
    let isMember = !drawing.vmlScales.isEmpty
    drawing.vmlShapes.append(isMember)
    if isMember {
      let group = builder.document.figures[index]
      startFigure(name == .group ? .group : .shape)
      update {
        $0.anchor = group.anchor
        $0.isBehindText = group.isBehindText
        $0.group = group.group ?? index
      }
      takeLook(name, attributes)
      if let scale = drawing.vmlScales.last {
        update {
          $0.width = style.number("width").map { .pt($0 * scale.x) }
          $0.height = style.number("height").map { .pt($0 * scale.y) }
        }
      }
    } else if builder.document.figures[index].width == nil {
      takeLook(name, attributes)
      takePlace(style)
    }
    if name == .group { drawing.vmlScales.append(scale(of: attributes)) }
  }

  /// The end of any element of VML.
  func endVML(_ name: Name) {
    switch name {
    case .shape, .rect, .oval, .roundrect, .line, .polyline, .group:
      guard let isMember = drawing.vmlShapes.popLast() else { return }
      if name == .group { _ = drawing.vmlScales.popLast() }
      if isMember { endFigure() }
    default: break
    }
  }

  private func takeLook(_ name: Name, _ attributes: XMLAttributes) {
    let type = attributes.value(.type)?.string ?? ""
    update {
      if name == .group { $0.kind = .group }
      $0.geometry = name == .oval ? "ellipse" : name == .line ? "line" : Self.geometry(of: type)
      $0.textWarp = Self.warp(of: type)
      $0.name = attributes.value(.id)?.string
      $0.fillColor = attributes.value(.fillcolor).flatMap(VMLStyle.color)
      $0.lineColor = attributes.value(.strokecolor).flatMap(VMLStyle.color)
    }
  }

  private func takePlace(_ style: VMLStyle) {
    update {
      $0.width = style.length("width")
      $0.height = style.length("height")
      $0.horizontalOffset = style.length("margin-left")
      $0.verticalOffset = style.length("margin-top")
      $0.horizontalOrigin = style["mso-position-horizontal-relative"]
      $0.verticalOrigin = style["mso-position-vertical-relative"]
      $0.anchor = style["position"] == "absolute" ? .floating : .inline
      $0.isBehindText = style["z-index"]?.hasPrefix("-") ?? false
    }
  }

  /// What a unit of the coordinates inside a group is, in points (ECMA-376-4, 19.1.2.7).
  private func scale(of attributes: XMLAttributes) -> (x: Double, y: Double) {
    let size = (attributes.value(.coordsize)?.string ?? "1000,1000").split(separator: ",").map { Double($0) }
    guard let index = drawings.last, size.count == 2, let x = size[0], let y = size[1], x > 0, y > 0,
      let width = builder.document.figures[index].width, let height = builder.document.figures[index].height
    else { return (0.05, 0.05) }
    return (width.points / x, height.points / y)
  }

  /// The preset shape that a built-in type of VML is: `#_x0000_t12` is a star.
  private static func geometry(of type: String) -> String? {
    switch type.split(separator: "_").last {
    case "t3": "ellipse"
    case "t12": "star5"
    default: nil
    }
  }

  /// The path of the text of a built-in type of VML.
  private static func warp(of type: String) -> String? {
    switch type.split(separator: "_").last {
    case "t136": "textPlain"
    case "t144": "textArchUp"
    case "t145": "textArchDown"
    case "t146": "textCircle"
    case "t147": "textButton"
    case "t148": "textArchUpPour"
    case "t149": "textArchDownPour"
    case "t150": "textCirclePour"
    default: nil
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

  /// A number without a unit, as inside a group.
  func number(_ name: String) -> Double? {
    values[name].flatMap { Double($0) }.flatMap { $0.magnitude < 1e9 ? $0 : nil }
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
