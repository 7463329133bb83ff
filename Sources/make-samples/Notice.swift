/// How each part of a notice is set: the style sheet and what is written directly on top of it.
struct Dress: Sendable {
  var styleSheet = StyleSheet()
  var gridPitch: Int?
  var title = Look()
  var number = Look()
  var recipient = Look()
  var heading = Look()
  var body = Look()
  var signOff = Look()
}

/// A notice in the order of the web text: title, number, recipient, text, sign-off.
struct Notice: Sendable {
  /// A paragraph of the text with a look of its own where it differs from the role's.
  struct Line: Sendable {
    var spans: [Span]
    var isHeading = false
    var look: Look?

    init(_ text: String, isHeading: Bool = false) {
      spans = [Span(text)]
      self.isHeading = isHeading
    }

    init(_ spans: [Span], look: Look? = nil) {
      self.spans = spans
      self.look = look
    }
  }

  var dress: Dress
  var title: [Span] = [Span("云岭县教育体育局关于做好2025年春季学期开学工作的通知")]
  var number: [Span]? = [Span("云教体〔2025〕3号")]
  /// The number stands above the title, as in print, and not below it, as on the web.
  var isNumberFirst = false
  var recipient: [Span]? = [Span("各中小学、幼儿园：")]
  var lines = Notice.text
  var issuers = ["云岭县教育体育局"]
  var date: [Span]? = [Span("2025年3月3日")]
  /// What follows the sign-off, as markup.
  var annex: [String] = []
  /// Tables between the text and the sign-off, as markup.
  var tables: [String] = []
  /// The author in the properties.
  var creator = ""
  var picture: [UInt8]?
  /// PNG files, by the relationships `media1`, `media2` …
  var media: [[UInt8]] = []
  /// The package holds a digital signature.
  var isSigned = false

  init(_ dress: Dress) { self.dress = dress }

  static let text = [
    Line("春季学期将于3月10日正式开学。为做好开学各项工作，保障师生平安返校、教学有序开展，现就有关事项通知如下。"),
    Line("一、做好开学准备", isHeading: true),
    Line("各校要在开学前完成校舍、食堂、宿舍和教学设备的检修，备足教材和教学用品，做到课前到书、人手一册。食堂从业人员须持有效健康证明上岗。"),
    Line("二、保障校园安全", isHeading: true),
    Line("各校要逐项排查消防、用电、燃气和校车隐患，建立台账，限期整改。开学第一周要上好安全教育课，组织一次应急疏散演练。"),
    Line("三、关心困难学生", isHeading: true),
    Line("各校要摸清家庭经济困难学生和留守儿童底数，落实资助政策，做到应助尽助，不让一名学生因家庭困难失学。"),
    Line("四、加强工作落实", isHeading: true),
    Line("各校主要负责同志要到岗带班，及时解决开学中的问题。开学情况请于3月14日前报送县教育体育局办公室。"),
  ]

  /// The body of the notice as markup.
  var blocks: [String] {
    var blocks: [String] = []
    if !title.isEmpty { blocks.append(dress.title.xml(title)) }
    if let number { blocks.insert(dress.number.xml(number), at: isNumberFirst ? 0 : blocks.count) }
    if let recipient { blocks.append(dress.recipient.xml(recipient)) }
    for line in lines {
      let look = line.look ?? (line.isHeading ? dress.heading : dress.body)
      blocks.append(look.xml(line.spans))
    }
    blocks += tables
    blocks += issuers.map { dress.signOff.xml([Span($0)]) }
    if let date { blocks.append(dress.signOff.xml(date)) }
    return blocks + annex
  }

  /// The notice as a file.
  var file: WordFile {
    var file = WordFile()
    file.styleSheet = dress.styleSheet
    file.gridPitch = dress.gridPitch
    file.body = blocks
    file.creator = creator
    file.picture = picture
    file.media = media
    file.isSigned = isSigned
    return file
  }

  func with(_ change: (inout Notice) -> Void) -> Notice {
    var copy = self
    change(&copy)
    return copy
  }
}
