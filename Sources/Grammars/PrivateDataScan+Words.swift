/// Data that letters and the words before it tell.
extension PrivateDataScan {
  static let provinces = ScalarSet("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼")
  static let identityWords = ["身份证", "身份号", "证件号", "居民证"]
  static let cardWords = ["卡号", "银行卡", "账号", "帐号", "账户", "帐户", "一卡通", "存折"]
  static let codeWords = ["信用代码", "机构代码", "项目编号", "项目代码", "合同", "编号", "编码", "条码", "索引号", "单号", "订单"]
  private static let passportWords = ["护照", "通行证", "回乡证", "台胞证"]
  private static let plateWords = ["车牌", "车号", "号牌", "车辆", "牌照", "牌号"]

  /// Whether one of some words stands within the twelve characters before a place, in the same sentence.
  func label(before index: Int, among words: [String]) -> Bool {
    var start = index
    while start > 0, index - start < 12, let scalar = text[start - 1], !scalar.isSentenceEnd, scalar != "，" {
      start -= 1
    }
    guard start < index else { return false }
    return words.contains { word in
      guard let found = text.firstIndex(of: word, from: start) else { return false }
      return found + word.unicodeScalars.count <= index
    }
  }

  /// 护照 and passes: the form alone says too little, so a word must.
  func passport(at index: Int) -> Hit? {
    var end = index
    while let scalar = text[end], Self.isWord(scalar) { end += 1 }
    let scalars = text.scalars[index..<end]
    let letters = scalars.prefix { $0.isLatinLetter }
    let digits = scalars.dropFirst(letters.count)
    guard letters.count <= 2, (7...10).contains(digits.count), scalars.count >= 8,
      digits.allSatisfy({ $0.digit != nil }), letters.count > 0 || scalars.count == 8 || scalars.count == 9,
      label(before: index, among: Self.passportWords)
    else { return nil }
    return Hit(kind: .passport, span: index..<end)
  }

  /// 车牌 (GA 36): the short name of the province, a letter, then five characters or, for new energy, six.
  func plate(at index: Int) -> Hit? {
    guard let office = text[index + 1], Self.isPlateLetter(office) else { return nil }
    var start = index + 2
    if let dot = text[start], dot == "·" || dot == "•" || dot == " " || dot == "." || dot == "－" || dot == "-"
    {
      start += 1
    }
    var end = start
    while let scalar = text[end], Self.isPlateLetter(scalar) || scalar.digit != nil { end += 1 }
    if end - start == 4, let last = text[end], last == "挂" || last == "学" || last == "警" { end += 1 }
    let scalars = text.scalars[start..<end]
    let digits = scalars.count { $0.digit != nil }
    let hasForm = scalars.count == 5 && digits >= 3
    let isNewEnergy =
      scalars.count == 6 && digits >= 4 && (isEnergy(scalars.first) || isEnergy(scalars.last))
    guard hasForm || isNewEnergy, !(text[end].map(Self.isWord) ?? false) else { return nil }
    // A province at the end of a word (江苏、内蒙) makes codes of other sorts; then a word must say more.
    let isFree = text[index - 1].map { !$0.isHan && !Self.isWord($0) } ?? true
    guard isFree || label(before: index, among: Self.plateWords) else { return nil }
    return Hit(kind: .plate, span: index..<end)
  }

  private func isEnergy(_ scalar: Unicode.Scalar?) -> Bool { scalar == "D" || scalar == "F" }

  /// Capitals without I and O, which plates do not use.
  private static func isPlateLetter(_ scalar: Unicode.Scalar) -> Bool {
    (0x41...0x5A).contains(scalar.value) && scalar != "I" && scalar != "O"
  }

  // MARK: Mail

  /// An address that is not an office's by its domain or its name.
  func email(at index: Int) -> Hit? {
    var at = index
    while let scalar = text[at], Self.isLocal(scalar) { at += 1 }
    guard at > index, at - index <= 64, text[at] == "@" || text[at] == "＠" else { return nil }
    var end = at + 1
    while let scalar = text[end], scalar.isASCII, Self.isWord(scalar) || scalar == "." || scalar == "-" {
      end += 1
    }
    while end > at + 1, text[end - 1] == "." || text[end - 1] == "-" { end -= 1 }
    let domain = text.string(at + 1..<end).lowercased()
    guard let dot = domain.lastIndex(of: "."), domain.distance(from: dot, to: domain.endIndex) >= 3,
      domain.first != "."
    else { return nil }
    let local = text.string(index..<at).lowercased()
    return Hit(kind: Self.isOffice(local, domain) ? nil : .email, span: index..<end)
  }

  private static func isLocal(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (isWord(scalar) || scalar == "." || scalar == "_" || scalar == "-" || scalar == "+")
  }

  private static func isOffice(_ local: String, _ domain: String) -> Bool {
    if domain == "gov.cn" || domain.hasSuffix(".gov.cn") { return true }
    let words = [
      "xxgk", "zwgk", "office", "bgs", "bangong", "admin", "info", "service", "support", "contact", "jyj",
      "jtj",
      "jiaoyu", "edu", "hr", "webmaster", "dzb", "jjjc", "jwjc", "zfb", "rsk", "rsj",
    ]
    return words.contains { local.hasPrefix($0) || local.hasSuffix($0) }
  }
}
