/// Radicals that a bad `ToUnicode` gives for the ideographs that look the same.
///
/// Which glyph of a font is meant cannot be seen in the file: producers take the first code of a font's
/// `cmap` for a glyph, and that is often a radical (U+2E80 to U+2FD5). Text has ideographs.
enum CJKRadicals {
  /// The ideograph that a radical stands for, or the value as it is.
  @inline(__always)
  static func ideograph(_ value: UInt32) -> UInt32 {
    guard value >= 0x2E80, value <= 0x2FD5 else { return value }
    if value >= 0x2F00 { return kangxi[Int(value - 0x2F00)] }
    return value <= 0x2EF3 ? supplement[Int(value - 0x2E80)] : value
  }

  /// For U+2F00 to U+2FD5: the compatibility mappings of Unicode.
  private static let kangxi = values(
    "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手"
      + "支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳"
      + "聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯"
      + "鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠")

  /// For U+2E80 to U+2EF3: the ideograph by the radical's name in Unicode.
  private static let supplement = values(
    "⺀⺁乛乚乙亻冂几刀刂卜㔾小小兀尣尢⺑巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛犭王疋目示礻竹糹纟罓罒罓罓罒羊羊羊耂肀聿肉臼艹艹"
      + "艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食飠飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龟亀龟")

  private static func values(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
}
