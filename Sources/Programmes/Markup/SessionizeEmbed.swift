import Notebook

/// The page that Sessionize embeds in an event's site (views `GridSmart` and `Sessions` as HTML). Moments stand in UTC in
/// `data-sztz`, beside the clock on the wall as text.
enum SessionizeEmbed {
    static func recognises(_ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes.prefix(1 << 18), as: UTF8.self)
        return text.contains("data-sessionid=") && text.contains("sz-session")
    }

    static func read(_ bytes: [UInt8], _ limits: ReadingLimits) throws(ProgrammeError) -> Source {
        let text = try Encoding.text(bytes)
        var source = Source("Sessionize")
        for block in text.components(partedBy: "data-sessionid=\"").dropFirst() {
            guard source.entries.count < limits.sessions else { throw .tooManySessions(limit: limits.sessions) }
            source.entries.append(entry(block[...]))
        }
        if source.entries.isEmpty { throw .noSessions(format: source.format) }
        return source
    }

    private static func entry(_ block: Substring) -> Entry {
        var entry = Entry()
        entry.id = String(block.prefix { $0 != "\"" })
        // The element's own tag, and the tags up to the next session.
        if block.prefix(while: { $0 != ">" }).contains("sz-session--service") { entry.flag = .pause }
        entry.title = text(of: "sz-session__title", in: block)
        entry.room = text(of: "sz-session__room", in: block)
        entry.texts = [text(of: "sz-session__description", in: block)]
        (entry.start, entry.end) = times(block)
        entry.people = block.components(partedBy: "data-speakerid=\"").dropFirst().map { part in
            Speaker(name: plain(part.drop { $0 != ">" }.dropFirst().components(partedBy: "</li>").first ?? ""))
        }
        return entry
    }

    private static func times(_ block: Substring) -> (String, String) {
        let parts =
            block.components(partedBy: "data-sztz=\"").dropFirst().first?.prefix { $0 != "\"" }
            .split(separator: "|", omittingEmptySubsequences: false).map(String.init) ?? []
        guard parts.count > 2 else { return ("", "") }
        let end = parts.count > 3 ? parts[3] : ""
        // The clock on the wall says how far UTC is.
        guard let range = TimeRange(text(of: "sz-session__time", in: block)), let start = Stamp(parts[2]),
            let date = start.date, let time = start.time,
            let local = ProgrammeMoment(date: date, time: time).text(onClockThatShows: range.start)
        else { return (parts[2], end) }
        guard let finish = Stamp(end), let endDate = finish.date, let endTime = finish.time else { return (local, "") }
        let length =
            ProgrammeMoment(date: endDate, time: endTime).minutes - ProgrammeMoment(date: date, time: time).minutes
        let last = Stamp(local).flatMap { stamp in
            stamp.date.flatMap { ProgrammeMoment(date: $0, time: range.start).adding(minutes: length) }
        }
        return (local, last.map { $0.date.compact + "T" + $0.time.text(.colon).filter { $0 != ":" } } ?? "")
    }

    /// The text of the first element of a class.
    private static func text(of name: String, in block: Substring) -> String {
        guard let part = block.components(partedBy: "class=\"\(name)").dropFirst().first else { return "" }
        let body = part.drop { $0 != ">" }.dropFirst()
        let end = name.hasSuffix("title") ? "</h3>" : name.hasSuffix("description") ? "</p>" : "</div>"
        return plain(body.components(partedBy: end).first ?? "")
    }

    private static func plain(_ html: Substring) -> String { HTMLText.words(String(html)) }
}

extension StringProtocol {
    /// The parts between a text; by bytes.
    fileprivate func components(partedBy separator: String) -> [Substring] {
        Substring(self).split(separator: separator, omittingEmptySubsequences: false)
    }
}
