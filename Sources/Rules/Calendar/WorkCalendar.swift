/// Which days are worked in China: the week, but for the days that the State Council moves every year.
struct WorkCalendar: Sendable {
  /// What a day is.
  enum Day: Sendable, Hashable {
    case worked
    case saturday, sunday
    /// A public holiday or a day off beside it, with its name.
    case holiday(String)
  }

  private let days: [String: Day]
  private let years: Set<Int>

  static let builtIn = WorkCalendar(
    EmbeddedText.files.first { $0.name == "cn-workdays.tsv" }?.text ?? "")

  /// - Parameter text: a day a line: `2022-10-01`, `holiday` or `makeup`, a name, with tabs between them.
  init(_ text: String) {
    var days: [String: Day] = [:]
    var years: Set<Int> = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t")
      guard fields.count == 3, let year = Int(fields[0].prefix(4)) else { continue }
      days[String(fields[0])] = fields[1] == "makeup" ? .worked : .holiday(String(fields[2]))
      years.insert(year)
    }
    self.days = days
    self.years = years
  }

  /// What a day is; `nil` for years that the calendar does not have.
  /// - Parameter iso: the day as `2022-03-01`.
  func day(_ iso: String) -> Day? {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, years.contains(parts[0]) else { return nil }
    if let day = days[iso] { return day }
    switch Self.weekday(year: parts[0], month: parts[1], day: parts[2]) {
    case 6: return .saturday
    case 0: return .sunday
    default: return .worked
    }
  }

  /// The day of the week, 0 for Sunday, by Sakamoto's method (Gregorian calendar).
  static func weekday(year: Int, month: Int, day: Int) -> Int {
    let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    guard shifts.indices.contains(month - 1) else { return 0 }
    let year = month < 3 ? year - 1 : year
    return (year + year / 4 - year / 100 + year / 400 + shifts[month - 1] + day) % 7
  }
}
