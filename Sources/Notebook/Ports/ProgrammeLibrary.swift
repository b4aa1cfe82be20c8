/// Keeps the programmes of a notebook, and reads what events publish.
package protocol ProgrammeLibrary {
    /// The programme that is kept of an event, `programmes/EVENT.tsv`; nil where there is none.
    ///
    /// Read when it is first asked for, and again where the file has changed since.
    func stored(_ event: String) throws(ProgrammeError) -> StoredProgramme?
    /// Keeps a programme, durably.
    func store(_ table: ProgrammeTable, for event: String) throws(ProgrammeError)
    /// Keeps the text of a page that was not taken, durably, under a name that is free.
    ///
    /// - Returns: the file's path.
    func keep(page text: String, of event: String) throws(ProgrammeError) -> String
    /// Reads a programme from outside; nothing is kept of it.
    ///
    /// - Parameter context: what its text may leave open.
    func read(_ origin: ProgrammeOrigin, _ context: ReadingContext) throws(ProgrammeError) -> ProgrammeReading
    /// The clocks of a zone, `Europe/Paris`.
    func zone(_ name: String) throws(ProgrammeError) -> ZoneOffsets
    /// Sessions as a calendar that other programs read; those whose start has an offset in UTC, others on the local clock.
    func calendar(_ name: String, _ sessions: [ProgrammeSession], milliseconds: Int64) -> String
}

/// A kept programme, and which state of its file it is.
package struct StoredProgramme: Sendable {
    package let table: ProgrammeTable
    /// Another number for each reading that found other contents.
    package let version: Int

    package init(_ table: ProgrammeTable, version: Int) {
        self.table = table
        self.version = version
    }

    package var programme: Programme { table.programme }
}

/// Where a programme is read from.
package enum ProgrammeOrigin: Hashable, Sendable {
    case file(path: String)
    /// `https://…`
    case address(String)
    /// The text of a web page.
    case page(String)
}

/// What a reader is told from outside.
package struct ReadingContext: Hashable, Sendable {
    /// The day that Steno is opened for, taken where a programme's times have no date; nil where there is none.
    package var day: CalendarDate?
    /// Languages by preference, for programmes that have everything twice: `["fr", "en"]`.
    package var languages: [String]

    package init(day: CalendarDate? = nil, languages: [String] = ["en"]) {
        self.day = day
        self.languages = languages
    }
}
