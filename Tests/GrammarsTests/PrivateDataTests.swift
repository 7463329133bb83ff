import Grammars
import Testing

/// Generated right and wrong values, and decoys that must stay silent.
@Suite struct PrivateDataTests {
  /// The same numbers in every run.
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  static func identity(_ dice: inout Dice) -> String {
    let regions = ["110105", "341324", "320106", "440305", "510107", "650102", "820000"]
    let year = Int.random(in: 1930...2020, using: &dice)
    let month = Int.random(in: 1...12, using: &dice)
    let day = Int.random(in: 1...28, using: &dice)
    let head =
      (regions.randomElement(using: &dice) ?? "110105") + String(year) + padded(month, 2) + padded(day, 2)
      + padded(Int.random(in: 0...999, using: &dice), 3)
    return head + checkCharacter(head)
  }

  static func padded(_ value: Int, _ count: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }

  static func checkCharacter(_ head: String) -> String {
    // The weights as powers of two, not as the table that the code under test has.
    var sum = 0
    for (index, character) in head.enumerated() {
      sum += (character.wholeNumberValue ?? 0) * ((1 << (17 - index)) % 11)
    }
    let rest = (12 - sum % 11) % 11
    return rest == 10 ? "X" : String(rest)
  }

  static func card(_ dice: inout Dice) -> String {
    let head = "62" + padded(Int.random(in: 0..<10_000_000_000_000_000, using: &dice), 16)
    for digit in 0...9 where CheckCharacter.isLuhn(Array("\(head)\(digit)".unicodeScalars)) {
      return "\(head)\(digit)"
    }
    return head
  }

  func kinds(_ text: String) -> [PrivateData.Kind] { PrivateData.find(in: text).map(\.kind) }

  @Test func knownCheckCharacters() {
    #expect(CheckCharacter.isIdentityNumber(Array("11010519491231002X".unicodeScalars)), "the standard's own")
    #expect(!CheckCharacter.isIdentityNumber(Array("110105194912310021".unicodeScalars)))
    #expect(CheckCharacter.isCreditCode(Array("91350100M000100Y43".unicodeScalars)))
    #expect(!CheckCharacter.isCreditCode(Array("91350100M000100Y44".unicodeScalars)))
    #expect(CheckCharacter.isLuhn(Array("79927398713".unicodeScalars)))
    #expect(!CheckCharacter.isLuhn(Array("79927398710".unicodeScalars)))
  }

  @Test func generatedValuesAreFound() {
    var dice = Dice(state: 7)
    for _ in 0..<700 {
      let number = Self.identity(&dice)
      let found = PrivateData.find(in: "受助学生（\(number)）如下")
      #expect(found.map(\.kind) == [.identity] && found.first?.certainty == .verified, "\(number)")
      #expect(found.first?.range == 5..<23 && found.first?.value == number)
    }
    for _ in 0..<700 {
      let number =
        "1\(Int.random(in: 3...9, using: &dice))"
        + Self.padded(Int.random(in: 0..<999_999_998, using: &dice), 9)
      #expect(kinds("电话\(number)。") == [.mobile], "\(number)")
      let grouped = number.prefix(3) + " " + number.dropFirst(3).prefix(4) + " " + number.suffix(4)
      #expect(kinds("电话 \(grouped)") == [.mobile], "\(grouped)")
    }
    for _ in 0..<600 {
      let number = Self.card(&dice)
      let found = PrivateData.find(in: "银行卡号：\(number)")
      #expect(found.map(\.kind) == [.bankCard] && found.first?.certainty == .verified, "\(number)")
    }
  }

  /// 2,000 numbers of other sorts with check characters of their own, as documents write them.
  @Test func generatedDecoysStaySilent() {
    var dice = Dice(state: 23)
    for _ in 0..<500 {
      #expect(kinds("统一社会信用代码：\(Self.creditCode(&dice))") == [])
      let index = Self.padded(Int.random(in: 0..<1_000_000_000, using: &dice), 9)
      let order = Self.padded(Int.random(in: 1..<100_000, using: &dice), 5)
      #expect(kinds("索引号：\(index)/2022-\(order)") == [], "\(index)")
      let phone = Self.padded(Int.random(in: 2_000_000..<9_999_999, using: &dice), 7)
      #expect(kinds("联系电话：0557-\(phone)，传真：（0557）\(phone)") == [], "\(phone)")
      let serial = Self.padded(Int.random(in: 0..<10_000_000_000, using: &dice), 10)
      let decoys = [
        "ISBN 978\(serial)", "订单号：2022030\(serial)", "项目编号：3413242022\(serial)", "合同编号HT\(serial)1",
        "金额：\(serial)1.50元", "流水号4\(serial)20220301",
      ]
      for decoy in decoys { #expect(kinds(decoy) == [], "\(decoy)") }
    }
  }

  /// A credit code of an office (GB 32100), its organisation code right too (GB 11714).
  static func creditCode(_ dice: inout Dice) -> String {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    var organisation = (0..<8).map { _ in Int.random(in: 0...9, using: &dice) }.map { digits[$0] }
    let weights = [3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(organisation, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
    let rest = (11 - sum % 11) % 11
    organisation.append(rest == 10 ? "X" : digits[rest])
    let regions = ["341324", "110105", "320106", "440305"]
    let head = "11" + (regions.randomElement(using: &dice) ?? "341324") + String(organisation)
    var total = 0
    var weight = 1
    for character in head {
      total += (alphabet.firstIndex(of: character) ?? 0) * weight
      weight = weight * 3 % 31
    }
    return head + String(alphabet[(31 - total % 31) % 31])
  }

  @Test func wrongValuesAreNotCertain() {
    var dice = Dice(state: 11)
    for _ in 0..<500 {
      let number = Self.identity(&dice)
      let last = number.last == "7" ? "8" : "7"
      let wrong = number.dropLast() + last
      #expect(!PrivateData.find(in: "编码\(wrong)").contains { $0.kind == .identity }, "\(wrong)")
      let named = PrivateData.find(in: "身份证号：\(wrong)")
      #expect(named.first?.kind == .identity && named.first?.certainty == .likely)
      let card = Self.card(&dice)
      let digit = card.last == "0" ? "1" : "0"
      #expect(kinds("卡号\(card.dropLast())\(digit)").isEmpty)
    }
  }

  @Test(arguments: [
    "统一社会信用代码：91350100M000100Y43", "统一社会信用代码113413240030987654", "统一社会信用代码：11341324003097870T",
    "索引号：000014349/2022-00039",
    "索引号 11341324003097870T/202203-00012", "电话：0557-7021234", "电话：（0557）7021234-8012", "热线12345、12388",
    "传真 010-66011234", "成文日期20220301，发布于2022-03-01 10:20:30", "项目代码2020-341324-82-01-012345",
    "http://www.sixian.gov.cn/xxgk/13812345678.html", "https://a.gov.cn/t20220101_13812345678.htm",
    "ISBN 978-7-5666-1234-5", "金额12345678901.50元", "合同编号HT13812345678", "面积0.13812345678平方米",
    "云教体〔2025〕3号", "110105********002X", "138****5678", "发送至xxgk@sixian.gov.cn", "邮箱：office@163.com",
    "江苏A区12345号地块", "产品编号E12345678", "邮编234300", "13800000000",
    "公民身份证办理须知",
  ]) func decoysStaySilent(_ text: String) {
    #expect(kinds(text) == [], "\(PrivateData.find(in: text).map(\.value))")
  }

  @Test func formsOfOneValue() {
    #expect(kinds("+8613812345678") == [.mobile])
    let pupil = PrivateData.find(in: "学籍号：G11010519491231002X，班级")
    #expect(pupil.map(\.value) == ["11010519491231002X"] && pupil.first?.range == 5..<23)
    #expect(kinds("编号G110105194912310021，设备LG11010519491231002X") == [])
    #expect(PrivateData.find(in: "电话+86-13812345678").first?.value == "13812345678")
    #expect(kinds("138-1234-5678") == [.mobile])
    #expect(kinds("１３８１２３４５６７８") == [.mobile])
    #expect(kinds("身份证号 110105491231002") == [.identity], "the old form, behind its name only")
    #expect(kinds("编号 110105491231002") == [])
    #expect(kinds("110105 19491231 002X") == [] || kinds("110105 19491231 002X") == [.identity])
    #expect(kinds("账号6222 0212 3456 7890 128") == [.bankCard])
    #expect(kinds("护照号码E12345678，港澳通行证C12345678") == [.passport, .passport])
    #expect(kinds("皖LD12345、京A·12345挂") == [.plate, .plate] || kinds("皖LD12345") == [.plate])
    #expect(kinds("车牌号为皖L12345") == [.plate])
    #expect(kinds("请发zhang.san@qq.com") == [.email])
    #expect(kinds("13812345678@qq.com") == [.email])
  }

  @Test func maskedValuesKeepThreeAndTwo() {
    #expect(PrivateData.masked("11010519491231002X") == "110*************2X")
    #expect(PrivateData.masked("13812345678") == "138******78")
    #expect(PrivateData.masked("ab@qq.com") == "a******om")
    #expect(PrivateData.masked("张三") == "张*")
    #expect(PrivateData.masked("") == "" && PrivateData.masked("张") == "*")
    #expect(PrivateData.masking("张某，电话13812345678。") == "张某，电话138******78。")
  }

  @Test func masksAreWeighed() {
    func sufficient(_ text: String) -> [Bool] { MaskedNumber.find(in: text).map(\.isSufficient) }
    #expect(sufficient("110105********002X") == [true])
    #expect(sufficient("11010519491231****") == [false])
    #expect(sufficient("1101051949****002X") == [false])
    #expect(sufficient("138****5678、1380013**00") == [true, false])
    #expect(sufficient("6222****0128") == [], "what is cut short is no whole number")
    #expect(sufficient("2****年、×××") == [])
  }

  @Test func homesNeedAWordAndADoor() {
    func homes(_ text: String) -> [String] { HomeAddress.find(in: text).map(\.value) }
    #expect(homes("家庭住址：泗县泗城镇花园路12号3栋2单元501室。") == ["泗县泗城镇花园路12号3栋2单元501室"])
    #expect(homes("张某，男，住安徽省泗县大庄镇曙光村三组，未婚") == ["安徽省泗县大庄镇曙光村三组"])
    #expect(homes("办公地址：泗县泗城镇花园路12号") == [])
    #expect(homes("户籍地：泗县泗城镇花园村") == [])
    #expect(homes("做好住房保障工作，住房2套") == [])
  }

  @Test func namesOfPeople() {
    #expect(PersonName.isLikely("张三") && PersonName.isLikely("欧阳修") && PersonName.isLikely("李 四"))
    #expect(
      !PersonName.isLikely("教体局") && !PersonName.isLikely("Administrator") && !PersonName.isLikely("高中"))
  }
}
