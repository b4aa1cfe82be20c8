/// Why a programme was not read. Nothing of it is kept: a programme is taken whole or not at all.
package enum ProgrammeError: Error, Hashable, Sendable {
    case empty
    /// Larger than can be a programme.
    case tooLarge(limitInMegabytes: Int)
    case tooManySessions(limit: Int)
    /// A page of the web, saved instead of the file.
    case webPage
    /// The file is of no format that is known.
    case unknownFormat
    /// It ends in the middle.
    case truncated(format: String)
    /// Not well-formed; `line` is 0 where it is not known.
    case malformed(format: String, line: Int)
    /// A byte that is not in the encoding that the file has or states.
    case encoding(line: Int)
    /// Declares entities, as no programme does and attacks do.
    case entities(line: Int)
    case noSessions(format: String)
    /// It lists people only.
    case speakersOnly
    /// Its times have no date, and no day was given.
    case noDates
    /// A zone that this machine does not know.
    case unknownZone(String)
    /// The times state no offset, so they cannot be converted.
    case noOffsets
    /// The disk refused it.
    case store(StoreError)
    /// An address gave nothing; with what the system's `curl` said, or nothing where there is no `curl`.
    case notFetched(address: String, reason: String?)
}

/// What a reader noticed that a person should know; the programme was read nevertheless.
package enum ProgrammeNotice: Hashable, Sendable {
    /// The same session listed several times; it was taken once.
    case repeated(Int)
    /// The same break in several rooms; it was taken once.
    case mergedBreaks(Int)
    /// Ids that several sessions share.
    case sharedIDs(Int)
    /// Entries that are no slots, by kind.
    case noSlots([ProgrammeSession.Kind: Int])
    /// The sessions are in several zones.
    case zones([String])
    /// Entries without a start or a title, which were left out.
    case incomplete(Int)
    /// The text was not in UTF-8, and read in an encoding of this name.
    case decoded(String)
}

/// A programme as it was just read, with what is to be said of it.
package struct ProgrammeReading: Hashable, Sendable {
    package var programme: Programme
    package var notices: [ProgrammeNotice]
    /// How many entries the file lists.
    package var listed: Int

    package init(programme: Programme, notices: [ProgrammeNotice] = [], listed: Int = 0) {
        self.programme = programme
        self.notices = notices
        self.listed = listed
    }
}
