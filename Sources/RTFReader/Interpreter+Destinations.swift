import DocumentModel

extension Interpreter {
  /// Gives the group that is open a meaning of its own, if the word does so.
  mutating func takeDestination(_ keyword: Keyword) -> Bool {
    switch keyword {
    case .fonttbl: state.destination = .fontTable
    case .colortbl:
      color = nil
      state.destination = .colors
    case .stylesheet: state.destination = .styles
    case .revtbl: state.destination = .authors
    case .falt: begin(.alternateName)
    case .upr: state.destination = .alternatives
    // What is meant for other readers, or stands for something that is not printed.
    case .listtable, .listoverridetable, .fldinst, .nonesttables, .nonshppict, .shprslt, .ftnsep, .ftnsepc,
      .ftncn, .aftnsep, .aftnsepc, .aftncn, .pn, .pntxta, .pntxtb, .pnseclvl, .xe, .tc, .tcn, .rxe, .txe,
      .atnref, .objdata, .objname, .picprop, .blipuid, .mmathPict, .background, .linkval:
      state.destination = .ignored
    case .oldcprops, .oldpprops:
      builder.document.residue.formatChanges += 1
      state.destination = .ignored
    case .mmath:
      builder.document.residue.unreadInclusions += 1
      builder.note("W_INCLUSION", "a formula was not read")
      state.destination = .ignored
    case .ud: state.destination = groups.dropLast().last?.destination ?? .text
    case .listtext, .pntext:
      if state.destination == .text { begin(.label) }
    case .fldrslt, .field, .shppict, .result: break
    case .nesttableprops: if state.destination == .text { state.destination = .rowProperties }
    default:
      if takeStory(keyword) || takeInformation(keyword) { return true }
      return takeDrawing(keyword)
    }
    return true
  }

  private mutating func takeStory(_ keyword: Keyword) -> Bool {
    switch keyword {
    case .header, .headerl, .headerr, .headerf: _ = beginStory(.header)
    case .footer, .footerl, .footerr, .footerf: _ = beginStory(.footer)
    case .footnote: _ = beginStory(.footnote)
    case .ftnalt: if state.opensStory { frames[frames.count - 1].story = .endnote }
    case .annotation:
      builder.document.residue.comments += 1
      builder.noteAuthor(annotationAuthor)
      _ = beginStory(.comment)
    case .atnauthor: begin(.annotationAuthor)
    case .atnid: state.destination = .ignored
    default: return false
    }
    return true
  }

  // MARK: Properties

  private mutating func takeInformation(_ keyword: Keyword) -> Bool {
    switch keyword {
    case .info: state.destination = .information
    case .userprops: state.destination = .information
    case .generator: begin(.property(.generator))
    case .template: begin(.property(.template))
    case .propname: begin(.userName)
    case .staticval: begin(.userValue)
    default:
      guard state.destination == .information, let property = Self.properties[keyword] else { return false }
      begin(property)
    }
    return true
  }

  private static let properties: [Keyword: Destination] = [
    .title: .property(.title), .subject: .property(.subject), .author: .property(.author),
    .operator: .property(.lastAuthor), .keywords: .property(.keywords), .company: .property(.company),
    .manager: .property(.manager), .creatim: .time(.created), .revtim: .time(.modified),
  ]

  /// Takes what a destination gathered, when its group ends.
  ///
  /// - Parameter closed: what was in force in the group; `state` is what is in force around it.
  mutating func endDestination(_ closed: GroupState) {
    let text = FontTable.trimmed(String(decoding: gathered, as: UTF8.self)[...])
    switch closed.destination {
    case .font: endFont()
    case .alternateName:
      font?.font.alternate = text
      gathered = nameBeforeAlternate
      return
    case .style: endStyle(text, closed)
    case .author: if header.authors.count < 10_000 { header.authors.append(text) }
    case .label: endLabel(String(decoding: gathered, as: UTF8.self))
    case .annotationAuthor: annotationAuthor = text
    case .property(let property): set(property, text)
    case .time(let property): set(property, time.text)
    case .userName: userName = text
    case .userValue:
      if !userName.isEmpty, builder.document.metadata.custom.count < 1_000 {
        builder.document.metadata.custom[userName] = text
      }
    case .shapeName: drawing.property = text
    case .shapeValue: endShapeValue(text)
    case .shape, .object: endShape()
    case .picture: endPicture()
    case .objectClass: drawing.figure { $0.programID = text }
    default: break
    }
    if closed.destination.isGathered { gathered.removeAll(keepingCapacity: true) }
  }

  private mutating func set(_ property: Destination.Property, _ text: String) {
    guard !text.isEmpty else { return }
    switch property {
    case .title: builder.document.metadata.title = text
    case .subject: builder.document.metadata.subject = text
    case .author: builder.document.metadata.creator = text
    case .lastAuthor: builder.document.metadata.lastModifiedBy = text
    case .keywords: builder.document.metadata.keywords = text
    case .company: builder.document.metadata.company = text
    case .manager: builder.document.metadata.manager = text
    case .created: builder.document.metadata.created = text
    case .modified: builder.document.metadata.modified = text
    case .generator: builder.document.metadata.application = text
    case .template:
      builder.document.metadata.template = text
      builder.document.residue.attachedTemplate = text
    }
  }

  /// The label of an automatic number; a bullet of a symbol face has a code that says nothing.
  private mutating func endLabel(_ text: String) {
    var scalars = Array(text.unicodeScalars)
    while let last = scalars.last, last.value <= 0x20 { scalars.removeLast() }
    if let first = scalars.first, (0xE000...0xF8FF).contains(first.value) { scalars = ["•"] }
    frames[frames.count - 1].paragraph.label = String(String.UnicodeScalarView(scalars))
  }
}

/// A time in numbers: `\yr2022\mo3\dy1\hr9\min30`.
struct TimeParts {
  private var year = 0
  private var month = 0
  private var day = 0
  private var hour = 0
  private var minute = 0
  private var second = 0

  mutating func take(_ keyword: Keyword, _ parameter: Int?) {
    let value = min(max(parameter ?? 0, 0), 9_999)
    switch keyword {
    case .yr: year = value
    case .mo: month = value
    case .dy: day = value
    case .hr: hour = value
    case .min: minute = value
    case .sec: second = value
    default: break
    }
  }

  /// In the form of ISO 8601; empty for no date. RTF gives local time and no zone.
  var text: String {
    guard year > 0, month > 0, day > 0 else { return "" }
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(year)-\(two(month))-\(two(day))T\(two(hour)):\(two(minute)):\(two(second))"
  }
}
