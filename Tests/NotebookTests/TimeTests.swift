import Notebook
import Testing

@Suite struct TimeTests {
    @Test(arguments: [
        ("14h00", 14, 0), ("14h", 14, 0), ("14:00", 14, 0), ("1400", 14, 0), ("9.30", 9, 30), ("2pm", 14, 0),
        ("2:30pm", 14, 30), ("12am", 0, 0), ("12pm", 12, 0), ("900", 9, 0), ("9H05", 9, 5), ("00h00", 0, 0),
        ("2:30 PM", 14, 30), ("2 pm", 14, 0), ("2:30 p.m.", 14, 30), ("14 h 30", 14, 30), ("14 h", 14, 0),
        ("24h", 0, 0), ("24h00", 0, 0), ("14\u{202F}h\u{202F}30", 14, 30), ("9:30 AM", 9, 30), ("1404", 14, 4),
    ])
    func timesAreReadAsPeopleTypeThem(text: String, hour: Int, minute: Int) throws {
        #expect(TimeOfDay.read(text) == .time(try #require(TimeOfDay(hour: hour, minute: minute))))
    }

    @Test(arguments: ["25h99", "24h30", "9h60", "13pm", "0pm", "2560", "9:5", "9h5"])
    func impossibleTimesAreToldFromWords(text: String) {
        #expect(TimeOfDay.read(text) == .impossible)
    }

    @Test(arguments: [
        "", "h", "Demos", "14", "14:", "14h00x", "12345", "pm", "3D", "v2.0.1", "48h", "2 pmx", "1:23:45",
    ])
    func wordsAreNotTimes(text: String) {
        #expect(TimeOfDay.read(text) == .notATime)
    }

    /// Every row of the table, every separator, every hour and half: what is written is read, in the form it has.
    @Test func everyFormIsReadAsItIsWritten() {
        var count = 0
        var wrong: [String] = []
        for form in Self.forms {
            for minutes in stride(from: 0, to: 1440, by: 35) {
                guard let time = TimeOfDay(hour: minutes / 60, minute: minutes % 60) else { continue }
                let text = time.text(form)
                let match = TimeTable.match(in: Array(text), at: 0)
                if TimeOfDay.read(text) != .time(time) || match.map({ time.text($0.form) }) != text {
                    wrong.append(text)
                }
                count += 1
            }
        }
        #expect(wrong == [])
        #expect(count > 4_000)
    }

    private static var forms: [TimeOfDay.Form] {
        TimeTable.rows.flatMap { row in
            row.separators.flatMap { separator -> [TimeOfDay.Form] in
                let halves: [TimeOfDay.Form.Half?] =
                    row.half == .never
                    ? []
                    : TimeOfDay.Form.Half.Words.allCases.flatMap { words in
                        ["", " "].map { TimeOfDay.Form.Half(space: $0, words: words) }
                    }
                return (halves + (row.half == .required ? [] : [nil])).flatMap { half in
                    [true, false].map { pads in
                        // Without minutes, the hour alone stands for a full hour only: with the row's others, for all.
                        TimeOfDay.Form(
                            separator: row.minutes == .none && half != nil ? ":" : separator, padsHour: pads,
                            keepsFullHour: row.minutes != .none, half: half)
                    }
                }
            }
        }.filter { !($0.separator == " h" && !$0.keepsFullHour) }
    }

    @Test(arguments: [
        ("14h30-15h30", "14h30", "15h30"), ("14h30/15h", "14h30", "15h00"), ("2-3pm", "14h00", "15h00"),
        ("11-1pm", "11h00", "13h00"), ("11-12h", "11h00", "12h00"), ("17h30-00h15", "17h30", "00h15"),
        ("12:55 / 13:40", "12h55", "13h40"), ("14h30 à 15h15", "14h30", "15h15"), ("9.30-10.15", "09h30", "10h15"),
        ("1400-1430 Tech", "14h00", "14h30"), ("9:30 AM - 10:15 AM", "09h30", "10h15"), ("14h–15h", "14h00", "15h00"),
        ("20h-24h", "20h00", "00h00"), ("10 to 11 am", "10h00", "11h00"), ("now - 15h", "12h00", "15h00"),
        ("2:30-3:15pm", "14h30", "15h15"), ("11:30–1 pm", "11h30", "13h00"), ("9:30-11 a.m.", "09h30", "11h00"),
        ("11-12:30 Keynote", "11h00", "12h30"), ("14 h 30 → 15 h", "14h30", "15h00"),
        ("09:30 a.m. – 10:00 a.m.", "09h30", "10h00"),
    ])
    func startAndEndAreReadInOnePiece(text: String, start: String, end: String) throws {
        let span = try #require(try TimeSpan.read(Array(text), from: .typed(now: TimeOfDay(hour: 12, minute: 0))))
        #expect(span.start.time.text(.h) == start)
        #expect(span.end?.time.time.text(.h) == end)
    }

    @Test(arguments: [
        "2022 in review", "3.13 free threading", "100 ideas", "404", "404 not found", "1:1", "1:1 with the team",
        "1999",
        "1999-2001 the bubble", "2020 - a review", "24 heures", "9.30.1", "2.0", "80:20 rule", "16:9 format", "3D",
        "12 factor apps", "7 habits", "2-3 tools", "9-10", "48h chrono", "1000 users", "14", "1/2", "90% done",
        "10.000 lines", "0.95 is enough", "1.5 million", "12345", "2019-2022 retrospective", "3-2:30", "10-4:05",
    ])
    func numbersThatBeginATitleAreNoTimes(text: String) throws {
        #expect(try TimeSpan.read(Array(text), from: .typed(now: nil)) == nil)
        #expect(try TimeSpan.read(Array(text), from: .file) == nil)
    }

    @Test(arguments: ["2022-05-24", "2022/05/24", "20220524", "24/05/2022", "24.5.2022"])
    func datesAreReadAsPeopleTypeThem(word: String) {
        #expect(CalendarDate(reading: word) == CalendarDate(year: 2022, month: 5, day: 24))
    }

    @Test(arguments: ["2023-02-29", "2022-13-01", "0", "2022", "a/b/c", "", "2022-05-24-01"])
    func whatIsNoDateIsNil(word: String) {
        #expect(CalendarDate(reading: word) == nil)
    }

    @Test(arguments: [
        ("17/04", 4, 17), ("17/04/2024", 4, 17), ("2024/04/17 ", 4, 17), ("17 avril", 4, 17), ("3 May 2024", 5, 3),
        ("20240417_x", 4, 17),
    ])
    func datesOfHeadingsAreReadAndWrittenAgain(text: String, month: Int, day: Int) throws {
        let match = try #require(DayOfYear.match(in: Array(text), at: 0))
        #expect((match.day.month, match.day.day) == (month, day))
        #expect(text.hasPrefix(match.day.text(match.form)))
    }

    @Test func weekdaysAreKnownOfEveryDate() throws {
        let date = try #require(CalendarDate(year: 2024, month: 4, day: 17))
        #expect(Weekday(of: date).text(.init(.french, .upper)) == "MERCREDI")
        #expect(Weekday(of: CalendarDate.epoch).text(.init(.english, .capital)) == "Thursday")
    }

    @Test func anEveningMayEndAfterMidnight() throws {
        let evening = try #require(TimeOfDay(hour: 22, minute: 0))
        let night = try #require(TimeOfDay(hour: 0, minute: 30))
        #expect(evening.canEnd(at: night))
        #expect(!night.canEnd(at: try #require(TimeOfDay(hour: 0, minute: 10))))
        #expect(evening.minutes(until: night) == 150)
    }
}
