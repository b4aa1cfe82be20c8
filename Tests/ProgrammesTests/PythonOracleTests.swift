import Foundation
import Notebook
import Testing

@testable import Programmes

/// Our small readers against Python's `csv` and `icalendar`.
@Suite struct PythonOracleTests {
    /// Debian's Python, for which `scripts/bootstrap test` installs icalendar, else the first of the path that has it.
    private static let python =
        ["/usr/bin/python3", "/usr/bin/env"].first { run("import icalendar", "", python: $0) != nil } ?? "/usr/bin/env"

    private static func run(_ script: String, _ path: String) -> String? { run(script, path, python: python) }

    private static func run(_ script: String, _ path: String, python: String) -> String? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = (python.hasSuffix("env") ? ["python3"] : []) + ["-c", script, path]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
    }

    static let hasPython = run("", "") != nil
    static let hasICalendar = run("import icalendar", "") != nil

    private func file(_ bytes: [UInt8]) throws -> String {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("steno-\(UUID().uuidString)").path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    private static let csv = """
        import csv, json, sys
        data = open(sys.argv[1], encoding="utf-8", newline="").read()
        print(json.dumps([row for row in csv.reader(data.splitlines(keepends=True)) if row]))
        """

    @Test(.enabled(if: hasPython, "python3 is missing"))
    func csvIsReadAsPythonReadsIt() throws {
        var texts = [
            "a,b\n1,\"two\nlines\"\n", "a,b\r\n1,\"say \"\"hi\"\"\"\r\n", "a,b\n,\n1,\n", "a,b\n\"x\"y,z\n", "a,b\n1,2",
            "a,\"\"\n",
            "a,b\n\n\n1,2\n", " a , b\n",
        ].map { Array($0.utf8) }
        if Samples.isThere { texts.append(try Samples.bytes("25-csv-gpn11.csv")) }
        for text in texts {
            let path = try file(text)
            defer { try? FileManager.default.removeItem(atPath: path) }
            let output = try #require(Self.run(Self.csv, path))
            let rows = try JSONDecoder().decode([[String]].self, from: Data(output.utf8))
            #expect(CSV.rows(text) == rows, "\(String(decoding: text.prefix(40), as: UTF8.self))")
        }
    }

    private static let calendar = """
        import icalendar, json, sys
        cal = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
        print(json.dumps([[str(e.get(k, "")) for k in ("SUMMARY", "LOCATION", "DESCRIPTION", "UID")] for e in cal.walk("VEVENT")]))
        """

    @Test(.enabled(if: hasICalendar, "Python's icalendar is missing: scripts/bootstrap test"))
    func calendarsAreReadAsPythonReadsThem() throws {
        let own = """
            BEGIN:VCALENDAR\r
            BEGIN:VEVENT\r
            UID:1\r
            DTSTART;TZID="Europe/Paris":20260101T100000\r
            SUMMARY:A \\, b \\; c \\\\ d \\n e\r
            LOCATION;ALTREP="http://e.org:80/;x":Here: the\r
              place\r
            END:VEVENT\r
            END:VCALENDAR\r

            """
        var texts = [Array(own.utf8)]
        // The malformed S:moca24 is left out: Python refuses its line `VTIMEZONE: Europe/Rome`.
        if Samples.isThere {
            texts += try [
                "20-lanyrd-capitoledulibre2013.ics", "22-pretalx-pyconau2023.ics", "18-sched-jococruise2026.ics",
            ]
            .map(Samples.bytes)
        }
        for text in texts {
            let path = try file(text)
            defer { try? FileManager.default.removeItem(atPath: path) }
            let output = try #require(Self.run(Self.calendar, path))
            let expected = try JSONDecoder().decode([[String]].self, from: Data(output.utf8))
            let ours = CalendarFile(text).events.map { event in
                ["SUMMARY", "LOCATION", "DESCRIPTION", "UID"].map(event.text)
            }
            #expect(ours == expected)
        }
    }

    @Test(.enabled(if: hasICalendar, "Python's icalendar is missing: scripts/bootstrap test"))
    func whatWeWritePythonReads() throws {
        let day = try #require(CalendarDate(year: 2026, month: 11, day: 25))
        let time = try #require(TimeOfDay(hour: 9, minute: 30))
        var session = ProgrammeSession(
            title: "Été, café; \"x\" \\ " + String(repeating: "long ", count: 40), day: day,
            start: ProgrammeMoment(date: day, time: time))
        session.room = "Amphi A"
        let text = CalendarWriter.text("Notes", [session], zone: "Europe/Paris", stamp: "20261125T120000Z")
        #expect(text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
        let path = try file(Array(text.utf8))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let output = try #require(Self.run(Self.calendar, path))
        let rows = try JSONDecoder().decode([[String]].self, from: Data(output.utf8))
        #expect(rows.map { $0[0] } == [session.title] && rows.map { $0[1] } == ["Amphi A"])
    }

    private static let offsets = """
        import json, sys, zoneinfo, datetime
        zone = zoneinfo.ZoneInfo(sys.argv[1])
        print(json.dumps([int(datetime.datetime.fromtimestamp(1600000000 + n * 12345678, zone).utcoffset().total_seconds()) // 60 for n in range(100)]))
        """

    @Test(
        .enabled(if: hasPython && Zones.areThere, "python3 or the time zone files are missing"),
        arguments: ["Europe/Paris", "America/New_York", "Australia/Adelaide", "America/Phoenix", "Asia/Kolkata", "UTC"])
    func zonesAreAsPythonHasThem(name: String) throws {
        let zone = try Zones.read(name)
        let output = try #require(Self.run(Self.offsets, name))
        let expected = try JSONDecoder().decode([Int].self, from: Data(output.utf8))
        #expect((0..<100).map { zone.offset(atUTCMinutes: (1_600_000_000 + $0 * 12_345_678) / 60) } == expected)
    }
}
