package import Notebook

/// Programmes held in memory; what is read is what a test says.
package final class MemoryProgrammes: ProgrammeLibrary {
    package var kept: [String: StoredProgramme] = [:]
    /// What every origin gives.
    package var published = Programme()
    /// What the kept ones cannot be read for.
    package var failure: ProgrammeError?
    /// Reads what a test imports; nil: it is `published`.
    package var reader: ((ProgrammeOrigin, ReadingContext) throws(ProgrammeError) -> ProgrammeReading)?
    package private(set) var contexts: [ReadingContext] = []
    package private(set) var origins: [ProgrammeOrigin] = []

    package init() {}

    package func stored(_ event: String) throws(ProgrammeError) -> StoredProgramme? {
        if let failure { throw failure }
        return kept[event]
    }

    package func store(_ table: ProgrammeTable, for event: String) throws(ProgrammeError) {
        kept[event] = StoredProgramme(table, version: (kept[event]?.version ?? 0) + 1)
    }

    /// Pages that were kept.
    package private(set) var pages: [String] = []

    package func keep(page text: String, of event: String) throws(ProgrammeError) -> String {
        pages.append(text)
        return "notes/programmes/\(event)-page.txt"
    }

    package func read(_ origin: ProgrammeOrigin, _ context: ReadingContext) throws(ProgrammeError) -> ProgrammeReading {
        contexts.append(context)
        origins.append(origin)
        return try reader?(origin, context) ?? ProgrammeReading(programme: published, listed: published.sessions.count)
    }

    package func zone(_ name: String) throws(ProgrammeError) -> ZoneOffsets {
        guard name == "Europe/Paris" else { throw .unknownZone(name) }
        return ZoneOffsets(name: name, earliest: 60, periods: [])
    }

    package func calendar(_ name: String, _ sessions: [ProgrammeSession], milliseconds: Int64) -> String {
        sessions.map { "\($0.start.time.text(.h)) \($0.title)\n" }.joined()
    }
}
