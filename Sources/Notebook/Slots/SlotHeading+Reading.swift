extension SlotHeading {
    /// Words that stand between start and end.
    private static let arrows: Set<String> = ["-", "->", "–", "—", "→", "=>", "à", "to"]

    /// Reads a section title, whoever wrote it. What does not begin with a time is a title as a whole.
    package init(reading sectionTitle: some StringProtocol) {
        self.init(title: String(sectionTitle))
        var words = Words(sectionTitle)
        // A title that only looks like a time (`25h99 - …`) in somebody's file is a title.
        guard case .success(let times) = Result(catching: { () throws(Problem) in try words.times() }),
            let start = times.start
        else { return }
        self.init(start: start, end: times.end)
        let label = words.label
        if let (track, title) = Self.split(label) {
            self.track = track.isEmpty ? nil : track
            self.title = title
        } else if !label.isEmpty {
            track = label
        }
    }

    /// Reads what is typed behind `:new`: `START[-END] [TRACK] [: TITLE]`; without a time, the title of a plain slot.
    ///
    /// - Parameter now: the time that the word `now` stands for.
    package init(typed: some StringProtocol, now: TimeOfDay) throws(Problem) {
        let text = typed.trimmingBlanks
        if text.hasPrefix(":") {
            self = try SlotHeading(title: text.dropFirst().trimmingBlanks).validated()
            return
        }
        var words = Words(text, now: now)
        let times = try words.times()
        guard times.start != nil else {
            self = try SlotHeading(title: text).validated()
            return
        }
        self.init(reading: "00h00 - \(words.label)")
        start = times.start
        end = times.end
        if words.label.isEmpty { (track, title) = (nil, nil) }
        self = try validated()
    }

    /// `Tech : Retour` → (`Tech`, `Retour`); the first colon with a blank behind it parts them.
    private static func split(_ label: String) -> (track: String, title: String)? {
        let characters = Array(label)
        guard
            let colon = characters.indices.first(where: {
                characters[$0] == ":" && ($0 + 1 == characters.count || characters[$0 + 1] == " ")
            })
        else { return nil }
        return (String(characters[..<colon]).trimmingBlanks, String(characters[(colon + 1)...]).trimmingBlanks)
    }

    /// The words of a heading, read from the left.
    private struct Words {
        private var rest: Substring
        private let now: TimeOfDay?

        init(_ text: some StringProtocol, now: TimeOfDay? = nil) {
            rest = Substring(text)
            self.now = now
        }

        /// What stands behind the times, without the dash before it.
        var label: String {
            let text = rest.trimmingBlanks
            for dash in ["- ", "– ", "— "] where text.hasPrefix(dash) { return text.dropFirst(2).trimmingBlanks }
            return text == "-" ? "" : text
        }

        mutating func times() throws(Problem) -> (start: TimeOfDay?, end: TimeOfDay?) {
            var word = nextWord()
            guard let both = try startAndEnd(word) else { return (nil, nil) }
            advance(past: word)
            if both.end != nil { return both }
            let behindStart = rest
            word = nextWord()
            guard SlotHeading.arrows.contains(word) else { return both }
            advance(past: word)
            word = nextWord()
            guard let end = try time(word) else {
                rest = behindStart
                return both
            }
            advance(past: word)
            return (both.start, end)
        }

        /// `14h00`, or both in one word: `14h00-14h30`, `14h00->14h30`.
        private func startAndEnd(_ word: String) throws(Problem) -> (start: TimeOfDay?, end: TimeOfDay?)? {
            if let start = try time(word) { return (start, nil) }
            for arrow in ["->", "→", "–", "-"] {
                guard let parts = word.parted(at: arrow), let start = try time(parts.0) else { continue }
                guard let end = try time(parts.1) else {
                    if parts.1.isEmpty { return (start, nil) }
                    throw .impossibleTime(parts.1)
                }
                return (start, end)
            }
            return nil
        }

        private func time(_ word: String) throws(Problem) -> TimeOfDay? {
            if word.lowercased() == "now", let now { return now }
            switch TimeOfDay.read(word) {
            case .time(let time): return time
            case .impossible: throw .impossibleTime(word)
            case .notATime: return nil
            }
        }

        private func nextWord() -> String {
            String(rest.drop { $0 == " " }.prefix { $0 != " " })
        }

        private mutating func advance(past word: String) {
            rest = rest.drop { $0 == " " }.dropFirst(word.count)
        }
    }
}

extension String {
    /// The text before and behind the first `separator`; nil where there is none or nothing before it.
    fileprivate func parted(at separator: String) -> (String, String)? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(separator) {
                let behind = self[start...].dropFirst(separator.count)
                return start == startIndex ? nil : (String(self[..<start]), String(behind))
            }
            start = index(after: start)
        }
        return nil
    }
}
