extension SlotHeading {
    /// Reads a section title, whoever wrote it. What holds no time is a title as a whole.
    package init(reading sectionTitle: some StringProtocol) {
        self.init(HeadingReader(sectionTitle, from: .file).reading.fields, hasTracks: true)
    }

    /// Reads a section title of a file with a known pattern; where another hand wrote it, as anybody's.
    ///
    /// - Parameter hasTracks: whether a text that stands alone after the times is a track.
    package init(reading sectionTitle: some StringProtocol, pattern: Pattern, hasTracks: Bool = true) {
        let isTrack = hasTracks && pattern.fields.contains(.track)
        self.init(Self.reading(sectionTitle, pattern: pattern).fields, hasTracks: isTrack)
    }

    /// The fields of a section title, and how it writes them.
    static func reading(_ sectionTitle: some StringProtocol, pattern: Pattern?) -> Pattern.Reading {
        guard let pattern, let known = pattern.read(sectionTitle) else {
            return HeadingReader(sectionTitle, from: .file).reading
        }
        let separators = Set(pattern.timeForm.map { [$0.separator] } ?? [])
        let general = HeadingReader(sectionTitle, from: .layout(separators: separators)).reading
        return general.isPossible && general.seesMore(than: known) ? general : known
    }

    /// What is typed at `:new`, and what of it is worth saying.
    package struct Typed: Hashable, Sendable {
        package let heading: SlotHeading
        package let remarks: [Remark]

        /// How something was understood that could have been meant otherwise.
        package enum Remark: Hashable, Sendable {
            /// `2 pm` is read as 14h00.
            case time(String, TimeOfDay)
            /// The number that the title begins with is no time.
            case titleNumber(String)
        }
    }

    /// Reads what is typed at `:new`: `START[-END] [TRACK] [: TITLE]`; without a time, the title of a plain slot.
    ///
    /// - Parameter now: the time that the word `now` stands for.
    package init(typed: some StringProtocol, now: TimeOfDay) throws(Problem) {
        self = try Self.typed(typed, now: now).heading
    }

    /// Reads what is typed at `:new`, with what is worth saying about it.
    package static func typed(_ line: some StringProtocol, now: TimeOfDay) throws(Problem) -> Typed {
        let text = line.trimmingSpaces
        if text.hasPrefix(":") {
            return Typed(heading: try SlotHeading(title: text.dropFirst().trimmingSpaces).validated(), remarks: [])
        }
        let reader = HeadingReader(text, from: .typed(now: now))
        guard let span = try TimeSpan.read(reader.text, from: .typed(now: now)) else {
            // A title alone is written as it was typed, as a note is.
            let heading = try SlotHeading(title: String(line.drop { $0.isSpace })).validated()
            return Typed(heading: heading, remarks: text.timelikeNumber.map { [.titleNumber($0)] } ?? [])
        }
        let isTitle = reader.hasColon(at: span.range.upperBound)
        let heading = SlotHeading(reader.reading.fields, hasTracks: !isTitle)
        return Typed(heading: try heading.validated(), remarks: span.remarks(in: reader.text))
    }
}

extension TimeSpan {
    /// The times that are not written as the program writes them.
    fileprivate func remarks(in text: [Character]) -> [SlotHeading.Typed.Remark] {
        [start, end?.time].compactMap { point in
            guard let point else { return nil }
            let written = String(text[point.range])
            let isPlain =
                ["h", "H", ":"].contains(point.form.separator) && point.form.half == nil && point.time.hour > 0
            return isPlain || written == point.time.text(.h) ? nil : .time(written, point.time)
        }
    }
}

extension String {
    /// The number that it begins with, where a time could have been meant: `2022`, `1:1`, `3.13`; not the 3 of `3D`.
    fileprivate var timelikeNumber: String? {
        let number = prefix { $0.isDigit || ".:".contains($0) }
        return number.count >= 3 && dropFirst(number.count).first?.isLetter != true ? String(number) : nil
    }
}

extension Pattern.Reading {
    /// Whether it has a time that another reading does not see, since somebody wrote it otherwise, or a title where the
    /// other one found a room or a kind alone: `12:20 - Lunch`.
    fileprivate func seesMore(than other: Pattern.Reading) -> Bool {
        if other.fields[.start] == nil { return fields[.start] != nil }
        if other.fields[.end] == nil, fields[.end] != nil { return true }
        let words: [Field] = [.kind, .room, .track]
        return other.fields[.title] == nil && fields[.title] != nil && words.contains { other.fields[$0] != nil }
    }

    /// Whether the end can come after the start.
    fileprivate var isPossible: Bool {
        guard let start = fields.time(.start), let end = fields.time(.end) else { return true }
        return start.canEnd(at: end)
    }
}
