/// Documents that are drawn to be looked at, by their titles.
enum DrawnText {
  private static let words = ["图解", "一图读懂", "一图看懂", "长图", "海报", "示意图", "流程图", "平面图"]

  static func isNamed(by title: String) -> Bool { words.contains { title.contains($0) } }
}
