import Testing

@testable import Rules

@Suite struct WorkCalendarTests {
  /// Days of work in a year, on which three gatherings of the notices agree.
  @Test(arguments: [
    (2019, 250), (2020, 249), (2021, 250), (2022, 249), (2023, 249), (2024, 251), (2025, 248), (2026, 248),
  ])
  func workdaysOfAYear(_ year: Int, _ expected: Int) {
    let lengths = [31, year.isMultiple(of: 4) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var count = 0
    for (month, length) in lengths.enumerated() {
      for day in 1...length {
        let iso = "\(year)-\(month < 9 ? "0" : "")\(month + 1)-\(day < 10 ? "0" : "")\(day)"
        if WorkCalendar.builtIn.day(iso) == .worked { count += 1 }
      }
    }
    #expect(count == expected)
  }

  @Test func weeksAndHolidays() {
    #expect(WorkCalendar.builtIn.day("2022-10-23") == .sunday)
    #expect(WorkCalendar.builtIn.day("2026-11-21") == .saturday)
    #expect(WorkCalendar.builtIn.day("2022-09-11") == .holiday("中秋节"))
    #expect(WorkCalendar.builtIn.day("2018-09-11") == nil)
    #expect(WorkCalendar.weekday(year: 2000, month: 2, day: 29) == 2)
  }
}
