import Notebook
import Testing

@Suite struct TimeTests {
    @Test(arguments: [
        ("14h00", 14, 0), ("14h", 14, 0), ("14:00", 14, 0), ("1400", 14, 0), ("9.30", 9, 30), ("2pm", 14, 0),
        ("2:30pm", 14, 30), ("12am", 0, 0), ("12pm", 12, 0), ("900", 9, 0), ("9H05", 9, 5), ("00h00", 0, 0),
    ])
    func timesAreReadAsPeopleTypeThem(word: String, hour: Int, minute: Int) throws {
        #expect(TimeOfDay.read(word) == .time(try #require(TimeOfDay(hour: hour, minute: minute))))
    }

    @Test(arguments: ["25h99", "24h00", "9h60", "13pm", "0pm", "2560", "9:5"])
    func impossibleTimesAreToldFromWords(word: String) {
        #expect(TimeOfDay.read(word) == .impossible)
    }

    @Test(arguments: ["", "h", "Demos", "14", "14:", "14h00x", "12345", "pm", "3D", "v2.0.1"])
    func wordsAreNotTimes(word: String) {
        #expect(TimeOfDay.read(word) == .notATime)
    }

    @Test(arguments: ["2022-05-24", "2022/05/24", "20220524", "24/05/2022", "24.5.2022"])
    func datesAreReadAsPeopleTypeThem(word: String) {
        #expect(CalendarDate(reading: word) == CalendarDate(year: 2022, month: 5, day: 24))
    }

    @Test(arguments: ["2023-02-29", "2022-13-01", "0", "2022", "a/b/c", "", "2022-05-24-01"])
    func whatIsNoDateIsNil(word: String) {
        #expect(CalendarDate(reading: word) == nil)
    }

    @Test func anEveningMayEndAfterMidnight() throws {
        let evening = try #require(TimeOfDay(hour: 22, minute: 0))
        let night = try #require(TimeOfDay(hour: 0, minute: 30))
        #expect(evening.canEnd(at: night))
        #expect(!night.canEnd(at: try #require(TimeOfDay(hour: 0, minute: 10))))
        #expect(evening.minutes(until: night) == 150)
    }
}
