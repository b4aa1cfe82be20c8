import Notebook

/// What the shell knows of the programme while a day is open.
struct ProgrammeState {
    /// The programme as it was last asked for; nil: nobody has asked yet.
    var read: ReadProgramme?
    /// What the last `:new` took, and what else it could have been.
    var offer: SessionOffer?
    /// The lines of a web page that are being pasted; nil: none are.
    var page: [String]?
    /// Who was named as a speaker and is not yet remembered in the notebook.
    var speakers: [Speaker] = []
    /// Why a programme that is there cannot be used; said once.
    var problem: Message?
}

/// A kept programme with what is worked out of it once for each state of its file.
struct ReadProgramme {
    let stored: StoredProgramme
    /// The programme's day that the open day is about, as it was on `today`.
    let day: CalendarDate
    let today: CalendarDate
    var matcher: SlotMatcher
    /// What can be typed of it; made when somebody types.
    var words: ProgrammeWords?

    init(_ stored: StoredProgramme, day: CalendarDate, today: CalendarDate) {
        self.stored = stored
        (self.day, self.today) = (day, today)
        matcher = SlotMatcher(stored.programme, day: day)
    }

    var programme: Programme { stored.programme }
}

/// The talks that a slot could be of, numbered from 1, and what was written of them.
struct SessionOffer {
    /// In the order of their numbers.
    let sessions: [ProgrammeSession]
    /// The times that were typed.
    var typed: SlotHeading?
    var slot: Int?
    /// The slot's bytes with each of the talks that it was of. The same ones say that nobody has typed there since, also after
    /// `:undo`.
    var written: [Int: [UInt8]] = [:]

    /// Index of the talk that an empty slot is of; nil where somebody typed there, or it is another slot.
    func taken(by source: [UInt8]?) -> Int? { source.flatMap { source in written.first { $0.value == source }?.key } }

    /// The offer before, where it was of the same talks: a talk keeps its number as long as nothing else is on.
    func keepingNumbers(of last: SessionOffer?) -> SessionOffer {
        guard let last, Set(last.sessions.map(\.identity)) == Set(sessions.map(\.identity)) else { return self }
        return SessionOffer(sessions: last.sessions, slot: last.slot, written: last.written)
    }

    func index(of session: ProgrammeSession) -> Int? { sessions.firstIndex { $0.identity == session.identity } }
}

extension Session {
    /// The event that the open day is of, as file names have it; the day's whole name where it has no date.
    func programmeEvent() throws(DayError) -> String {
        let name = Notebook.lastComponent(try day().store.path)
        if let event = FileName.parts(ofDay: name)?.event, !event.isEmpty { return event }
        return FileName.part(from: name.hasSuffix(".adoc") ? name.dropLast(".adoc".count) : name[...]) ?? "event"
    }

    /// The day of the programme that the open day is about: today where its file is of a whole event that goes on.
    func programmeDay(_ programme: Programme? = nil) -> CalendarDate {
        let today = services.clock.today()
        guard let open, let date = FileName.parts(ofDay: Notebook.lastComponent(open.store.path))?.date else {
            return today
        }
        guard date < today, let programme, programme.days.contains(today) else { return date }
        return open.day.isOfSeveralDays ? today : date
    }

    /// The programme of the open day; nil where the notebook has none.
    ///
    /// One that cannot be read never keeps a line from being written: why is said with that line, once.
    func programme() -> ReadProgramme? {
        do {
            guard let stored = try services.programmes.stored(try programmeEvent()) else {
                programmeState.read = nil
                return nil
            }
            let today = services.clock.today()
            let last = programmeState.read
            if let last, last.stored.version == stored.version, last.today == today { return last }
            if last?.stored.version != stored.version, !stored.table.unread.isEmpty {
                programmeState.problem = .programmeLinesUnread(stored.table.unread.map(\.number))
            }
            programmeState.read = ReadProgramme(stored, day: programmeDay(stored.programme), today: today)
        } catch {
            programmeState.read = nil
            programmeState.problem = .programmeUnreadable(programmePath, Message(error))
        }
        return programmeState.read
    }

    /// The programme, or the reason why there is none.
    func requiredProgramme() throws -> ReadProgramme {
        _ = try day()
        guard let read = programme() else { throw Refusal(takeProblem() ?? .noProgramme) }
        return read
    }

    /// What is to be said of the programme with whatever a command says.
    func takeProblem() -> Message? {
        defer { programmeState.problem = nil }
        return programmeState.problem
    }

    /// Where the programme lies, as shown to the user.
    var programmePath: String {
        do { return "programmes/\(try programmeEvent()).tsv" } catch { return "programmes" }
    }

    /// Keeps a changed programme. What was read of the old one is read again.
    func keep(_ table: ProgrammeTable) throws {
        try services.programmes.store(table, for: try programmeEvent())
    }

    /// The session of a slot of the open day; nil where it is none of the programme.
    func programmeSession(of slot: Slot?) -> ProgrammeSession? {
        guard let slot, let open, programme() != nil else { return nil }
        return programmeState.read?.matcher.session(of: slot, in: open.day)
    }

    /// Where somebody is: the time, the room of the last talk, what has a slot.
    func whereabouts(in read: ReadProgramme) -> Programme.Whereabouts {
        let clock = services.clock
        let slots = open?.day.slots ?? []
        let sessions = slots.compactMap { slot in
            open.flatMap { programmeState.read?.matcher.session(of: slot, in: $0.day) }
        }
        return Programme.Whereabouts(
            date: clock.today(), time: clock.timeOfDay(), day: read.day,
            room: sessions.last { !$0.room.isEmpty }?.room ?? "", taken: Set(sessions.map(\.identity)))
    }
}
