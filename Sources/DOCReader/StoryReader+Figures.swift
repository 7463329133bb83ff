import DocumentModel

extension StoryReader {
  private func add(_ figure: Figure) {
    guard builder.document.figures.count < 100_000 else { return }
    figures.append(builder.document.figures.count)
    builder.document.figures.append(figure)
  }

  /// The character of a picture or an object in the line.
  func inlineFigure(_ properties: CharacterProperties) {
    if properties.isData { return }
    let object = pendingObject ?? (properties.isObject ? Int(properties.location) : nil)
    pendingObject = nil
    var figure = Figure(kind: .picture)
    if !properties.isObject, let picture = inlinePicture(Int(properties.location)) {
      (figure.width, figure.height) = (picture.width, picture.height)
      if picture.blip != nil { figure.mediaPart = PictureStore.inlinePart(Int(properties.location)) }
      if let link = picture.link, !link.isEmpty, picture.blip == nil { figure.externalTarget = link }
      if let shape = picture.shape { take(shape, into: &figure) }
      if picture.blip == nil, figure.externalTarget == nil { figure.kind = .other }
    }
    if let object, let storage = anchors.storages.objects[object] {
      figure.kind = storage.isControl ? .activeX : .ole
      figure.programID = storage.programID
      figure.classID = storage.classID
    }
    add(figure)
  }

  private func inlinePicture(_ place: Int) -> InlinePicture? {
    if let known = inlinePictures[place] { return known }
    let picture = InlinePicture(resolver.data, at: place)
    inlinePictures[place] = picture
    return picture
  }

  private func take(_ shape: ArtShape, into figure: inout Figure) {
    figure.name = shape.name.flatMap { $0.isEmpty ? nil : $0 }
    figure.alternativeText = shape.alternativeText.flatMap { $0.isEmpty ? nil : $0 }
    figure.fillColor = shape.fillColor
    figure.lineColor = shape.lineColor
    if figure.mediaPart != nil { figure.hiddenShare = shape.hiddenShare }
    figure.geometry = ShapeKind.geometry(shape.kind)
    figure.textWarp = ShapeKind.textWarp(shape.kind)
    if shape.isSignatureLine { figure.kind = .signatureLine }
  }

  /// The character of a shape that floats, with the text boxes in it.
  func floatingFigure(at position: Int) {
    let isHeader = story == .header || story == .footer
    guard let placement = (isHeader ? anchors.headers : anchors.body)[position] else { return }
    let shape = anchors.art.shapes[placement.shape]
    var figure = figure(shape, placement)
    if shape?.isGroup == true { figure.kind = .group }
    add(figure)
    var ids = [placement.shape]
    // A shape is placed once; a file that says otherwise gets its members once all the same.
    if let shape, shape.isGroup, drawnGroups.insert(shape.id).inserted {
      for member in shape.members { addMember(member, of: shape, figure) }
      ids += shape.members.map(\.id)
    }
    let boxes = isHeader ? anchors.headerBoxes : anchors.bodyBoxes
    for id in ids {
      guard let range = boxes[id], readBoxIDs.insert(id).inserted else { continue }
      self.boxes.append(range)
    }
  }

  private func figure(_ shape: ArtShape?, _ placement: Anchors.Placement) -> Figure {
    var figure = Figure(kind: .shape, anchor: .floating)
    figure.width = .twips(abs(placement.box[2] - placement.box[0]))
    figure.height = .twips(abs(placement.box[3] - placement.box[1]))
    figure.horizontalOffset = .twips(placement.box[0])
    figure.verticalOffset = .twips(placement.box[1])
    figure.horizontalOrigin = Self.origin(placement.horizontalOrigin, shape?.horizontalOrigin, "column")
    figure.verticalOrigin = Self.origin(placement.verticalOrigin, shape?.verticalOrigin, "paragraph")
    figure.isBehindText = placement.isBehindText || shape?.isBehindText ?? false
    guard let shape else { return figure }
    setKind(shape, &figure)
    take(shape, into: &figure)
    return figure
  }

  private func setKind(_ shape: ArtShape, _ figure: inout Figure) {
    if let blip = shape.blip, blip > 0 {
      figure.kind = .picture
      figure.mediaPart = PictureStore.sharedPart(blip)
    } else if anchors.bodyBoxes[shape.id] != nil || anchors.headerBoxes[shape.id] != nil || shape.kind == 202
    {
      figure.kind = .textBox
    }
  }

  /// A member of a group is a figure of its own, as large as the group's scale makes it.
  private func addMember(_ shape: ArtShape, of group: ArtShape, _ whole: Figure) {
    var figure = Figure(kind: .shape, anchor: .floating)
    figure.isBehindText = whole.isBehindText
    setKind(shape, &figure)
    take(shape, into: &figure)
    if shape.anchor.count == 4, group.frame.count == 4, let width = whole.width, let height = whole.height {
      func part(_ low: Int, _ length: Length) -> Length? {
        let all = abs(group.frame[low + 2] - group.frame[low])
        return all > 0
          ? .pt(Double(abs(shape.anchor[low + 2] - shape.anchor[low])) / Double(all) * length.points) : nil
      }
      figure.width = part(0, width)
      figure.height = part(1, height)
    }
    add(figure)
  }

  /// The shape's own word beats that of the placement ([MS-ODRAW] 2.3.4.20, [MS-DOC] 2.9.76).
  private static func origin(_ placement: Int, _ shape: Int?, _ text: String) -> String {
    if let shape {
      switch shape {
      case 0, 1: return "margin"
      case 2: return "page"
      case 4: return text == "column" ? "character" : "line"
      default: return text
      }
    }
    return placement == 0 ? "margin" : placement == 1 ? "page" : text
  }
}

/// Preset kinds of shapes by the names that DrawingML gives them ([MS-ODRAW] 2.4.24, ECMA-376-1, 20.1.10.56).
enum ShapeKind {
  static func geometry(_ kind: Int) -> String? { geometries[kind] }

  /// The path of WordArt.
  static func textWarp(_ kind: Int) -> String? {
    if let name = warps[kind] { return name }
    return (24...31).contains(kind) || (136...175).contains(kind) ? "textpath" : nil
  }

  private static let geometries = [
    1: "rect", 2: "roundRect", 3: "ellipse", 4: "diamond", 5: "triangle", 12: "star5", 16: "cube", 20: "line",
    23: "donut", 32: "straightConnector1", 58: "star8", 59: "star16", 60: "star32", 92: "star24",
    187: "star4",
  ]

  private static let warps = [
    144: "textArchUp", 145: "textArchDown", 146: "textCircle", 147: "textButton", 148: "textArchUpPour",
    149: "textArchDownPour", 150: "textCirclePour", 151: "textButtonPour",
  ]
}
