package import Notebook

/// Writes sessions as an iCalendar file (RFC 5545): the slots that were attended, for the user's calendar.
package enum CalendarWriter {
    /// - Parameters:
    ///   - name: The calendar's name.
    ///   - sessions: In any order; each with its end where one is known.
    ///   - zone: The name of the zone that the times are of; empty for times of the local clock.
    ///   - stamp: When it is written, in UTC: `20260321T130000Z`.
    package static func text(_ name: String, _ sessions: [ProgrammeSession], zone: String, stamp: String) -> String {
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Steno//Notes//EN", "X-WR-CALNAME:" + escaped(name)]
        for session in sessions.sorted(by: { $0.start < $1.start }) {
            let start = digits(session.start)
            lines += ["BEGIN:VEVENT", "UID:\(start)-\(hash(session))@steno", "DTSTAMP:\(stamp)"]
            lines.append(time("DTSTART", start, zone))
            if let end = session.end { lines.append(time("DTEND", digits(end), zone)) }
            lines.append("SUMMARY:" + escaped(session.title))
            if !session.room.isEmpty { lines.append("LOCATION:" + escaped(session.room)) }
            let people = session.speakers.map(\.name).joined(separator: ", ")
            if !people.isEmpty { lines.append("DESCRIPTION:" + escaped(people)) }
            lines.append("END:VEVENT")
        }
        lines.append("END:VCALENDAR")
        return lines.map(folded).joined(separator: "\r\n") + "\r\n"
    }

    private static func digits(_ moment: ProgrammeMoment) -> String {
        "\(moment.date.compact)T\(moment.time.text(.colon).filter { $0 != ":" })00"
    }

    private static func time(_ name: String, _ digits: String, _ zone: String) -> String {
        zone.isEmpty ? "\(name):\(digits)" : "\(name);TZID=\(zone):\(digits)"
    }

    /// The same for the same session in every run, so that a calendar replaces what it has.
    private static func hash(_ session: ProgrammeSession) -> String {
        let sum = (session.room + "\n" + session.title).utf8.reduce(UInt64(14_695_981_039_346_656_037)) {
            ($0 ^ UInt64($1)) &* 1_099_511_628_211
        }
        return String(sum, radix: 16)
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "\\", ";", ",": result += "\\" + String(character)
            case _ where character.isNewline: result += "\\n"
            default: result.append(character)
            }
        }
    }

    /// Lines of at most 75 bytes, cut between characters; the next one begins with a space.
    private static func folded(_ line: String) -> String {
        var result = "", length = 0
        for character in line {
            let count = character.utf8.count
            if length + count > 75 {
                result += "\r\n "
                length = 1
            }
            result.append(character)
            length += count
        }
        return result
    }
}
