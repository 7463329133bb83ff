import Foundation
import Testing

/// Whatever is private reaches no report, in whichever form it is printed.
@Suite struct PrivacyTests {
  static let values = [
    "11010519491231002X", "13800138000", "13900139000", "6222021234567890128", "zhangsan1987@qq.com",
    "皖L·A1234",
    "E12345678", "云岭县云山镇花园路12号3栋2单元501室", "110105194912310021", "110105195001010031",
    "11010519491231****",
  ]
  static let samples = [
    "id-fail", "mobile-fail", "mobile-review", "bank-fail", "passport-review", "plate-review", "email-review",
    "address-review", "column-fail", "mask-review",
  ]

  @Test(arguments: samples) func noReportHoldsAValue(_ name: String) throws {
    let path = "samples/sixian-2022/privacy-\(name)-a.docx"
    // By design `inspect` prints the text as it is: there the values stand.
    let inspected = try Program("inspect", "--format", "json", path).output
    let held = Self.values.filter { inspected.contains($0) }
    #expect(!held.isEmpty)
    for format in ["text", "json", "jsonl", "html"] {
      for ignored in ["SIGN-present", "PRIV-id"] {
        let program = try Program("check", "--format", format, "--ignore", ignored, path)
        let output = program.output + program.errors
        #expect(output.count > 100, "\(program.errors)")
        for value in held { #expect(!output.contains(value), "\(format): \(value)") }
      }
    }
  }
}
