import DocumentModel

/// What is known of the figures that are open.
struct DrawingState {
  /// A shape, object or picture that is open.
  struct Open {
    var figure: Figure
    /// Only the innermost picture of a shape gives it its bytes.
    var isObject = false
    // Twips, from `\shpleft` and the others.
    var left: Int32 = 0
    var top: Int32 = 0
    var right: Int32 = 0
    var bottom: Int32 = 0
  }

  var open: [Open] = []
  /// The name of the shape property whose value comes.
  var property = ""
  var picture = PictureState()

  mutating func figure(_ change: (inout Figure) -> Void) {
    guard let last = open.indices.last else { return }
    change(&open[last].figure)
  }
}

/// A picture that is open (RTF 1.9.1, "Pictures").
struct PictureState {
  /// Where the group begins in the file: the name by which the picture is asked for later.
  var offset = 0
  // Twips, and percent.
  var width: Int32 = 0
  var height: Int32 = 0
  var scaleX: Int32 = 100
  var scaleY: Int32 = 100
}

extension Interpreter {
  private static let deepestFigure = 64

  /// - Returns: whether the word begins a figure or a part of one.
  mutating func takeDrawing(_ keyword: Keyword) -> Bool {
    switch keyword {
    case .pict:
      guard state.destination != .shapeProperty, state.destination != .rowProperties else { return true }
      begin(.picture)
      drawing.picture = PictureState()
      drawing.picture.offset = tokenizer.position
    case .shp: openFigure(.shape, .shape)
    case .shpgrp: openFigure(.group, .shape)
    case .object: openFigure(.ole, .object)
    case .shpinst: if state.destination == .shape { state.destination = .shape }
    case .objclass: begin(.objectClass)
    case .sp: if state.destination == .shape { state.destination = .shapeProperty }
    case .sn: if state.destination == .shapeProperty { begin(.shapeName) }
    case .sv: if state.destination == .shapeProperty { begin(.shapeValue) }
    case .shptxt, .dptxbxtext:
      drawing.figure { $0.kind = .textBox }
      _ = beginStory(.textBox)
    case .do: openFigure(.shape, .shape)
    default: return false
    }
    return true
  }

  private mutating func openFigure(_ kind: Figure.Kind, _ destination: Destination) {
    guard drawing.open.count < Self.deepestFigure else {
      state.destination = .ignored
      return
    }
    endHidden()
    drawing.open.append(
      DrawingState.Open(
        figure: Figure(kind: kind, anchor: kind == .ole ? .inline : .floating), isObject: kind == .ole))
    begin(destination)
  }

  // MARK: Shapes and objects

  mutating func takeShape(_ keyword: Keyword, _ parameter: Int?) {
    guard let last = drawing.open.indices.last else { return }
    let value = Self.bounded(parameter ?? 0)
    switch keyword {
    case .shpleft: drawing.open[last].left = value
    case .shptop: drawing.open[last].top = value
    case .shpright: drawing.open[last].right = value
    case .shpbottom: drawing.open[last].bottom = value
    // Drawing objects of Word 6 give sizes.
    case .dpx: drawing.open[last].left = value
    case .dpy: drawing.open[last].top = value
    case .dpxsize: drawing.open[last].right = drawing.open[last].left &+ value
    case .dpysize: drawing.open[last].bottom = drawing.open[last].top &+ value
    case .shpbxpage: drawing.figure { $0.horizontalOrigin = "page" }
    case .shpbxmargin: drawing.figure { $0.horizontalOrigin = "margin" }
    case .shpbxcolumn: drawing.figure { $0.horizontalOrigin = "column" }
    case .shpbypage: drawing.figure { $0.verticalOrigin = "page" }
    case .shpbymargin: drawing.figure { $0.verticalOrigin = "margin" }
    case .shpbypara: drawing.figure { $0.verticalOrigin = "paragraph" }
    case .shpfblwtxt: drawing.figure { $0.isBehindText = parameter == 1 }
    case .objw: drawing.figure { $0.width = .twips(Int(value)) }
    case .objh: drawing.figure { $0.height = .twips(Int(value)) }
    default: takeObject(keyword)
    }
  }

  private mutating func takeObject(_ keyword: Keyword) {
    switch keyword {
    case .objocx:
      drawing.figure { $0.kind = .activeX }
      builder.document.residue.activeXControls += 1
    case .objemb: noteEmbedded()
    case .objlink, .objautlink: builder.document.residue.externalTargets.append("object")
    default: break
    }
  }

  private mutating func noteEmbedded() {
    let count = builder.document.residue.embeddedParts.count
    if count < 1_000 { builder.document.residue.embeddedParts.append("object\(count + 1)") }
  }

  /// A property of a shape (RTF 1.9.1, "Drawing Object Properties"; the names are those of [MS-ODRAW]).
  mutating func endShapeValue(_ value: String) {
    let number = Int(value)
    let property = drawing.property
    drawing.figure { figure in
      switch property {
      case "shapeType": figure.take(shapeType: number ?? 0)
      case "fBehindDocument": figure.isBehindText = value == "1"
      case "fillColor": figure.fillColor = number.map(Color.init(bgr:))
      case "lineColor": figure.lineColor = number.map(Color.init(bgr:))
      case "wzName": figure.name = value
      case "wzDescription": figure.alternativeText = value
      case "pibName": figure.externalTarget = value.isEmpty ? nil : value
      case "gtextUNICODE": figure.textWarp = figure.textWarp ?? "textpath"
      case "posrelh": figure.horizontalOrigin = Self.horizontal[number ?? -1] ?? figure.horizontalOrigin
      case "posrelv": figure.verticalOrigin = Self.vertical[number ?? -1] ?? figure.verticalOrigin
      case "fIsSignatureLine": if value == "1" { figure.kind = .signatureLine }
      default: break
      }
    }
  }

  private static let horizontal = [0: "margin", 1: "page", 2: "column", 3: "character"]
  private static let vertical = [0: "margin", 1: "page", 2: "paragraph", 3: "line"]

  mutating func endShape() {
    guard var open = drawing.open.popLast() else { return }
    if !open.isObject {
      open.figure.horizontalOffset = .twips(Int(open.left))
      open.figure.verticalOffset = .twips(Int(open.top))
      open.figure.width = .twips(Int(open.right) - Int(open.left))
      open.figure.height = .twips(Int(open.bottom) - Int(open.top))
    }
    anchor(open.figure)
  }

  /// Hands a figure to the paragraph that is open around it.
  private mutating func anchor(_ figure: Figure) {
    let index = builder.document.figures.count
    guard index < 100_000 else { return }
    builder.document.figures.append(figure)
    frames[frames.count - 1].paragraph.figures.append(index)
  }

  // MARK: Pictures

  mutating func takePicture(_ keyword: Keyword, _ parameter: Int?) {
    let value = Self.bounded(parameter ?? 0)
    switch keyword {
    case .picwgoal: drawing.picture.width = value
    case .pichgoal: drawing.picture.height = value
    case .picscalex: drawing.picture.scaleX = value
    case .picscaley: drawing.picture.scaleY = value
    default: break
    }
  }

  /// A picture of its own, or the picture of the shape or object around it.
  mutating func endPicture() {
    let picture = drawing.picture
    let part = PictureData.part(at: picture.offset)
    let width = Length.twips(Int(picture.width) * Int(picture.scaleX) / 100)
    let height = Length.twips(Int(picture.height) * Int(picture.scaleY) / 100)
    if let last = drawing.open.indices.last, isInFigure {
      if drawing.open[last].figure.kind == .shape { drawing.open[last].figure.kind = .picture }
      drawing.open[last].figure.mediaPart = part
      if drawing.open[last].isObject, drawing.open[last].figure.width == nil {
        (drawing.open[last].figure.width, drawing.open[last].figure.height) = (width, height)
      }
      return
    }
    var figure = Figure(kind: .picture)
    figure.mediaPart = part
    if picture.width > 0 { figure.width = width }
    if picture.height > 0 { figure.height = height }
    anchor(figure)
  }

  /// Whether the picture is that of an open figure, and not one in the text of a text box.
  private var isInFigure: Bool {
    switch state.destination {
    case .shapeValue, .object, .shape: true
    default: false
    }
  }
}

extension Figure {
  /// A number of [MS-ODRAW], 2.4.24 (MSOSPT), as far as the kinds differ here.
  fileprivate mutating func take(shapeType: Int) {
    switch shapeType {
    case 75: kind = .picture
    case 202: kind = .textBox
    case 201: kind = .activeX
    case 1: geometry = "rect"
    case 2: geometry = "roundRect"
    case 3: geometry = "ellipse"
    case 12: geometry = "star5"
    case 20: geometry = "line"
    case 23: geometry = "donut"
    case 136...175: textWarp = "textpath"
    default: break
    }
  }
}

extension Color {
  /// From a number whose lowest byte is red, as drawing properties have it.
  fileprivate init(bgr: Int) {
    self.init(
      red: UInt8(truncatingIfNeeded: bgr), green: UInt8(truncatingIfNeeded: bgr >> 8),
      blue: UInt8(truncatingIfNeeded: bgr >> 16))
  }
}
