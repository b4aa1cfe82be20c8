import Notebook
import Programmes
import Testing

/// Files that no programme can be made of: one clear value each, and nothing read.
@Suite struct BadInputTests {
    private func error(_ bytes: [UInt8]) -> ProgrammeError? {
        do throws(ProgrammeError) {
            _ = try ProgrammeReader.read(bytes)
            return nil
        } catch {
            return error
        }
    }

    private func error(_ text: String) -> ProgrammeError? { error(Array(text.utf8)) }

    private static let xml =
        "<schedule><day date='2026-01-01'><room name='R'><event id='1'><start>10:00</start><title>T</title></event></room></day></schedule>"
    private static let json =
        #"[{"title": "T", "start": "2026-01-01 10:00"}, {"title": "U", "start": "2026-01-01 11:00"}]"#
    private static let calendar =
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101T100000\nSUMMARY:T\nEND:VEVENT\nEND:VCALENDAR\n"

    /// Every prefix is refused, and none crashes.
    @Test func truncatedFiles() throws {
        for (text, format) in [(Self.xml, "XML"), (Self.json, "JSON"), (Self.calendar, "iCalendar")] {
            let bytes = Array(text.utf8)
            #expect(error(bytes) == nil)
            // Less is not yet known as the format that it begins.
            let start = format == "iCalendar" ? 16 : 2
            let end = format == "iCalendar" ? bytes.count - 14 : bytes.count - 1
            for count in start...end {
                #expect(error(Array(bytes[..<count])) == .truncated(format: format), "\(format), \(count) bytes")
            }
        }
        #expect(error("title,start\n\"T,2026-01-01 10:00\n") == .truncated(format: "CSV"))
    }

    @Test func malformedFiles() {
        #expect(error("<schedule>\n<day></room></schedule>") == .malformed(format: "XML", line: 2))
        #expect(error("[{\"title\" \"T\"}]") == .malformed(format: "JSON", line: 0))
        #expect(error("[{}]\n]") == .malformed(format: "JSON", line: 2))
    }

    @Test func wrongEncodings() {
        #expect(
            error(Array("title,start\nCaf".utf8) + [0x81] + Array(",2026-01-01 10:00\n".utf8)) == .encoding(line: 2))
        #expect(error(Array("[{\"title\": \"Caf".utf8) + [0xE9] + Array("\"}]".utf8)) == .encoding(line: 1))
        #expect(
            error(Array("<schedule>\n<title>Caf".utf8) + [0xE9] + Array("</title></schedule>".utf8))
                == .encoding(line: 2))
        #expect(error("<?xml version='1.0' encoding='x-klingon'?><schedule/>") == .encoding(line: 1))
        let latin = "<?xml version='1.0' encoding='ISO-8859-1'?>" + Self.xml
        #expect(error(latin.utf8.map { $0 == UInt8(ascii: "T") ? 0xC9 : $0 }) == nil)
    }

    /// What is large and no programme ends at once, whatever it is made of.
    @Test func largeFilesOfOtherThings() {
        let point = "[1.5,2.5]"
        let ring = "[" + [String](repeating: point, count: 60).joined(separator: ",") + "]"
        let shapes = [String](repeating: "{\"name\":\"x\",\"date\":\"2020-01-01\",\"ring\":[\(ring)]}", count: 6000)
        #expect(error("{\"features\":[" + shapes.joined(separator: ",") + "]}") == .unknownFormat)
        #expect(error(String(repeating: "10:00 Talk - Ada Lovelace\n", count: 60_000)) == .unknownFormat)
        #expect(
            error(String(repeating: "10:00 Talk - Ada Lovelace\n", count: 20_000)) == .tooManySessions(limit: 10_000))
        #expect(error("a: " + String(repeating: "[", count: 100_000)) == .unknownFormat)
        #expect(error("a: \"" + String(repeating: "x\n  ", count: 20_000)) == .unknownFormat)
        #expect(error((0..<2000).map { "c\($0)" }.joined(separator: ",") + "\n") == .unknownFormat)
    }

    @Test func entitiesAreRefused() {
        let bomb =
            "<!DOCTYPE s [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><schedule><title>&b;</title></schedule>"
        #expect(error(bomb) == .entities(line: 1))
        #expect(
            error("<!DOCTYPE s [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><schedule>&x;</schedule>")
                == .entities(line: 1))
    }

    @Test func aHundredMegabytes() {
        #expect(error([UInt8](repeating: UInt8(ascii: "["), count: 100 << 20)) == .tooLarge(limitInMegabytes: 32))
        #expect(error([UInt8](repeating: UInt8(ascii: " "), count: 1 << 20)) == .empty)
    }

    @Test func deepNestingIsNoCrash() {
        #expect(error(String(repeating: "[", count: 100_000)) != nil)
        #expect(error(String(repeating: "<a>", count: 100_000)) != nil)
    }

    @Test func aHundredThousandSessions() {
        var limits = ReadingLimits()
        limits.sessions = 100
        let many = (0...100).map { "T\($0),2026-01-01 10:00" }.joined(separator: "\n")
        let json =
            "[" + (0...100).map { #"{"title": "T\#($0)", "start": "2026-01-01 10:00"}"# }.joined(separator: ",") + "]"
        let event = "BEGIN:VEVENT\nDTSTART:20260101T100000\nSUMMARY:T\nEND:VEVENT\n"
        let calendar = "BEGIN:VCALENDAR\n" + String(repeating: event, count: 101) + "END:VCALENDAR\n"
        let xml = Self.xml.replacing(
            "</room>",
            with: String(repeating: "<event><start>10:00</start><title>T</title></event>", count: 100) + "</room>")
        for text in ["title,start\n" + many, json, calendar, xml] {
            #expect(throws: ProgrammeError.tooManySessions(limit: 100)) {
                try ProgrammeReader.read(Array(text.utf8), limits: limits)
            }
        }
    }

    @Test func noDates() {
        #expect(error("title,start\nT,10:00\n") == .noDates)
        let withDay = ReadingContext(day: CalendarDate(year: 2026, month: 1, day: 1))
        #expect(throws: Never.self) { try ProgrammeReader.read(Array("title,start\nT,10:00\n".utf8), withDay) }
    }

    @Test func twoZonesAndSharedIdsAreSaid() throws {
        func event(_ zone: String, _ hour: Int) -> String {
            "BEGIN:VEVENT\nUID:1\nDTSTART;TZID=\(zone):20260101T\(hour)0000\nSUMMARY:T\nEND:VEVENT\n"
        }
        let reading = try read("BEGIN:VCALENDAR\n\(event("Europe/Paris", 10))\(event("Asia/Tokyo", 11))END:VCALENDAR\n")
        #expect(reading.notices.contains(.zones(["Asia/Tokyo", "Europe/Paris"])))
        #expect(reading.notices.contains(.sharedIDs(1)) && reading.programme.sessions.count == 2)
    }

    @Test func otherFiles() {
        #expect(error("\u{FEFF}<!DOCTYPE html>\n<html><body>10:00</body></html>") == .webPage)
        #expect(error("  <HTML><p>") == .webPage)
        #expect(error("<rss version='2.0'></rss>") == .unknownFormat)
        #expect(error(#"{"a": 1}"#) == .unknownFormat)
        #expect(error("just words\n") == .unknownFormat)
        #expect(error(#"[{"fullName": "Ada", "tagLine": "x"}]"#) == .speakersOnly)
        #expect(error("") == .empty)
        #expect(error("title,start\n") == .noSessions(format: "CSV"))
    }

    /// Bytes changed at random: any outcome but a trap.
    @Test func changedBytesNeverTrap() {
        var random = SplitMix(state: 14)
        for text in [Self.xml, Self.json, Self.calendar, "title,start,end\nT,2026-01-01 10:00,99:99\n"] {
            for _ in 0..<500 {
                var bytes = Array(text.utf8)
                for _ in 0..<3 {
                    bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
                }
                _ = error(bytes)
            }
        }
    }

    @Test func numbersOutOfRangeNeverTrap() throws {
        for start in ["99999999999999999999", "0000-00-00 00:00", "9999-12-31 23:59", "0001-01-01 00:00"] {
            let reading = try? read("title,start,duration\nT,\(start),99999999999999999999\nU,2026-01-01 10:00,5\n")
            #expect(reading?.programme.sessions.last?.title != nil)
        }
    }
}

private struct SplitMix {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        return mixed ^ mixed >> 27
    }
}
