import Numbering
import Testing

@Suite struct NumberFormatTests {
  @Test(arguments: [
    (1, "chineseCounting", "一"), (10, "chineseCountingThousand", "十"), (11, "japaneseCounting", "十一"),
    (20, "chineseCounting", "二十"), (21, "chineseCounting", "二十一"), (105, "chineseCountingThousand", "一百零五"),
    (110, "chineseCountingThousand", "一百一十"), (10_203, "chineseCountingThousand", "一万零二百零三"),
    (12, "chineseLegalSimplified", "壹拾贰"), (3, "decimalEnclosedCircle", "③"),
    (21, "decimalEnclosedCircle", "㉑"),
    (2, "ideographTraditional", "乙"), (27, "lowerLetter", "aa"), (4, "upperRoman", "IV"),
    (12, "decimalFullWidth", "１２"),
    (7, "decimalZero", "07"), (3, "none", ""),
  ])
  func rendering(number: Int, format: String, text: String) {
    #expect(NumberFormat.text(number, format) == text)
  }
}
