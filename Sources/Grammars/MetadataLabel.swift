/// The labels of the block that web sites set above a text, such as 索引号 and 发文字号.
public enum MetadataLabel: String, Sendable, Hashable, CaseIterable {
  case index, title, number, issuer, writtenDate, publishDate, validity, category, keywords, source, other

  private static let words: [String: MetadataLabel] = {
    let table: [(MetadataLabel, String)] = [
      (.index, "索引号 信息索引号 索引码 统一编号"),
      (.title, "标题 名称 信息名称 文件名称 题名 公文标题 文件标题"),
      (.number, "文号 发文字号 发文文号 文件编号 发文号 文件号 公文文号 文件文号"),
      (.issuer, "发布机构 发文机关 发文机构 发布单位 公开主体 制发机关 发文单位 制定机关 公开责任部门 责任部门 发布机关"),
      (.writtenDate, "发文时间 发文日期 成文日期 成文时间 生成日期 产生日期 制发日期 印发日期 生成时间"),
      (.publishDate, "发布日期 公开日期 发布时间 公开时间 上传时间 更新时间 公布日期 发表时间"),
      (.validity, "有效性 时效性 公文时效 时效 效力状态 是否有效 有效状态 有效期 文件状态"),
      (.category, "主题分类 信息分类 分类 组配分类 体裁分类 目录分类 信息类别 所属分类 公开类别 体裁 公文种类 文种"),
      (.keywords, "主题词 关键词 内容概述 公开方式 公开形式 公开范围"),
      (.source, "来源 信息来源 作者 浏览次数 阅读次数 点击数 字体 浏览量 点击量 访问量 点击率 阅读量 编辑 责任编辑 文章来源"),
    ]
    var words: [String: MetadataLabel] = [:]
    for (label, names) in table { for name in names.split(separator: " ") { words[String(name)] = label } }
    return words
  }()

  /// A label that is a whole text, spaces, brackets and a colon left out (`文  号：`, `[发文字号]`).
  public init?(_ text: MatchText) {
    guard text.count <= 16 else { return nil }
    var view = String.UnicodeScalarView()
    view.append(
      contentsOf: text.scalars.filter { !$0.isColon && $0 != " " && !"【】[]［］".unicodeScalars.contains($0) })
    guard let label = Self.words[String(view)] else { return nil }
    self = label
  }

  /// The labelled values in a line such as `发布日期：2022-03-01　来源：办公室`; values are ranges of the
  /// cleaned text. Empty when the line does not begin with a label.
  public static func fields(in text: MatchText) -> [(label: MetadataLabel, value: Range<Int>)] {
    guard text.count <= 300 else { return [] }
    var fields: [(MetadataLabel, Range<Int>)] = []
    var labelStart = 0
    var index = 0
    while index < text.count {
      if let scalar = text[index], scalar.isColon, index - labelStart <= 10,
        let label = MetadataLabel(MatchText(text.string(labelStart..<index)))
      {
        if let last = fields.indices.last {
          fields[last].1 = trimmed(fields[last].1.lowerBound..<labelStart, text)
        }
        fields.append((label, min(index + 1, text.count)..<text.count))
      } else if fields.isEmpty, text[index]?.isColon == true {
        return []
      }
      if text[index] == " " || text[index]?.isColon == true || text[index] == "|" { labelStart = index + 1 }
      index += 1
    }
    if let last = fields.indices.last { fields[last].1 = trimmed(fields[last].1, text) }
    return fields
  }

  private static func trimmed(_ range: Range<Int>, _ text: MatchText) -> Range<Int> {
    var (start, end) = (range.lowerBound, max(range.lowerBound, range.upperBound))
    while start < end, text[start] == " " { start += 1 }
    while end > start, text[end - 1] == " " || text[end - 1] == "|" { end -= 1 }
    return start..<end
  }
}
