import FoundationEssentials
import Notebook
import Programmes
import Testing

/// Every sample against the independent counts of `counts.json`. A difference is a defect or is explained here.
@Suite(.enabled(if: Samples.isThere, missing)) struct SampleCountTests {
    struct Counts: Decodable {
        let events, talks, breaks, neither, speakers, rooms, tracks, days, words, without_end: Int
        let first, last: String
        let break_flag_in_format: Bool
    }

    /// What we count otherwise, and why.
    struct Difference {
        let what: String
        let ours: Int
        let because: String

        init(_ what: String, _ ours: Int, _ because: String) {
            (self.what, self.ours, self.because) = (what, ours, because)
        }
    }

    static let explained: [String: [Difference]] = [
        "08-jekyll-lswt2019-schedule.xml": [
            Difference("breaks", 5, "three breaks are listed in both rooms; each is taken once")
        ],
        "18-sched-jococruise2026.ics": [Difference("without_end", 1, "one event ends when it begins: no end")],
        "20-lanyrd-capitoledulibre2013.ics": [
            Difference("without_end", 1, "the all-day event has a date for its end, which is no time")
        ],
        "22-pretalx-pyconau2023.ics": [
            Difference("speakers", 87, "pretalx has them in SUMMARY; the counts give them as names_after_last_dash")
        ],
        "pretalx-pyconfr-2025-schedule.json": [
            Difference("events", 80, "five breaks stand in `extra`, which the counts leave out"),
            Difference("breaks", 5, "the breaks of `extra`"),
            Difference("without_end", 5, "the breaks of `extra` have none"),
            Difference("first", 0, "breakfast, of `extra`, comes first"),
        ],
        "devoxx-be-2017-monday.json": [
            Difference("first", 0, "the counts give UTC; local_first 08:00 is what we have"),
            Difference("last", 0, "the counts give UTC; local_last 20:30 is what we have"),
        ],
        "voc-frab-camp2019.json": [
            Difference("words", 15572, "a description that repeats its abstract is taken once; the counts have both")
        ],
    ]

    static let names = [
        "02-pretalx-democon2022-widget-v2.json", "04-fosdem-2026-cut.xml", "06-ccc-28c3.xml",
        "08-jekyll-lswt2019-schedule.xml", "12-sessionize-all-gab2020.json", "16-openplanner-devfestnantes2023.json",
        "17-conferencehall-devfestnantes2025.json", "18-sched-jococruise2026.ics",
        "20-lanyrd-capitoledulibre2013.ics", "22-pretalx-pyconau2023.ics", "24-indico-xdc2021.json",
        "25-csv-gpn11.csv", "31-json-breizhcamp2026.json", "36-txt-agilefrance2013.txt", "devlille-data_agenda.json",
        "devoxx-be-2017-monday.json", "frab-31c3-schedule.xml", "ical-moca24-schedule.ics",
        "pretalx-pyconfr-2025-schedule.json", "sessionize-gridsmart-droidcon.json", "voc-frab-camp2019.json",
        "voc-hub-schedule2.json", "voc-pretalx-democon.json",
    ]

    @Test func everySampleIsCounted() throws {
        let all = try JSONDecoder().decode([String: Counts].self, from: Data(Samples.bytes("counts.json")))
        #expect(Set(all.keys) == Set(Self.names))
    }

    @Test(arguments: names) func countsAreEqual(name: String) throws {
        let all = try JSONDecoder().decode([String: Counts].self, from: Data(Samples.bytes("counts.json")))
        let expected = try #require(all[name])
        let reading = try Samples.read(name)
        let sessions = reading.programme.sessions
        // The counts call an entry a break that has neither people nor text, where the format has no flag.
        let isBreak = { (session: ProgrammeSession) in
            expected.break_flag_in_format
                ? session.kind == .pause : session.speakers.isEmpty && session.abstract.isEmpty
        }
        let merged = reading.notices.reduce(0) { sum, notice in
            switch notice {
            case .repeated(let count), .mergedBreaks(let count): sum + count
            default: sum
            }
        }
        let ours = [
            "events": sessions.count + merged, "breaks": sessions.count(where: isBreak),
            "talks": sessions.count { !isBreak($0) },
            "speakers": Set(sessions.flatMap(\.speakers).map(\.name)).count, "rooms": reading.programme.rooms.count,
            "tracks": Set(sessions.map(\.track).filter { !$0.isEmpty }).count,
            "days": Set(sessions.map(\.start.date)).count,
            "without_end": sessions.count { $0.end == nil },
        ]
        let theirs = [
            "events": expected.events, "breaks": expected.breaks, "talks": expected.talks + expected.neither,
            "speakers": expected.speakers, "rooms": expected.rooms, "tracks": expected.tracks, "days": expected.days,
            "without_end": expected.without_end,
        ]
        let differences = Dictionary(
            (Self.explained[name] ?? []).map { ($0.what, $0) }, uniquingKeysWith: { first, _ in first })
        for (what, count) in ours {
            #expect(count == differences[what]?.ours ?? theirs[what], "\(name): \(what)")
        }
        // A word has a letter or a digit: French writes its `!` and `:` apart.
        let words = sessions.flatMap(\.abstract).reduce(0) { sum, block in
            sum + block.text.split(whereSeparator: \.isWhitespace).count { $0.contains { $0.isLetter || $0.isNumber } }
        }
        if let difference = differences["words"] {
            #expect(words == difference.ours, "\(name): words")
        } else {
            #expect(
                abs(words - expected.words) * 50 <= expected.words, "\(name): \(words) words, \(expected.words) counted"
            )
        }
        try expectEnds(expected, sessions, name)
    }

    /// The digits of the first and last start, as written.
    private func expectEnds(_ expected: Counts, _ sessions: [ProgrammeSession], _ name: String) throws {
        let starts = sessions.map(\.start)
        let known = Set((Self.explained[name] ?? []).map(\.what))
        let ends = [("first", starts.min(), expected.first), ("last", starts.max(), expected.last)]
        for (what, moment, written) in ends where !known.contains(what) {
            let moment = try #require(moment)
            let digits = written.filter(\.isNumber).prefix(12)
            let ours = moment.date.compact + moment.time.text(.colon).filter(\.isNumber)
            #expect(ours.hasPrefix(digits), "\(name): \(ours) for \(written)")
        }
    }
}
