package import Notebook

/// What a reader is told from outside.
package struct ReadingContext: Sendable {
    /// The day that Steno is opened for, taken where a programme's times have no date; nil where there is none.
    package var day: CalendarDate?
    /// Languages by preference, for programmes that have everything twice: `["fr", "en"]`.
    package var languages: [String]

    package init(day: CalendarDate? = nil, languages: [String] = ["en"]) {
        self.day = day
        self.languages = languages
    }
}

/// How much is read. A file beyond is no programme, and is refused before it takes time and memory.
package struct ReadingLimits: Sendable {
    package var megabytes = 32
    package var sessions = 10_000
    package init() {}
    package static let standard = ReadingLimits()
}
