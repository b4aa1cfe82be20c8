import Notebook

/// What of a programme can be typed, ready to be compared with what is typed: made once for each state of a programme.
struct ProgrammeWords {
    /// A talk's title, folded, when it begins, and its place in the programme: sessions are too large to be looked through
    /// at every key.
    private struct Title {
        let key: String
        let minutes: Int
        let index: Int
    }

    private let sessions: [ProgrammeSession]
    private let titles: [CalendarDate: [Title]]
    private let speakers: [(keys: [String], speaker: Speaker)]

    init(_ programme: Programme) {
        sessions = programme.sessions
        let talks = programme.sessions.indices.filter { programme.sessions[$0].kind == .talk }
        titles = Dictionary(grouping: talks) { programme.sessions[$0].day }.mapValues { indices in
            indices.map { index in
                let session = programme.sessions[index]
                return Title(key: session.title.folded, minutes: session.start.time.minutes, index: index)
            }
        }
        var seen: Set<String> = []
        speakers = programme.talks.flatMap(\.speakers).filter { seen.insert($0.name).inserted }.map { speaker in
            let key = speaker.name.folded
            return ([key] + key.split(separator: " ").dropFirst().map(String.init), speaker)
        }
    }

    /// The talks of a day whose title begins so, with a time those that begin then; the first start first.
    func talks(on day: CalendarDate, at time: TimeOfDay?, beginning typed: String) -> [ProgrammeSession] {
        let key = typed.folded
        return (titles[day] ?? []).filter { title in
            (time.map { abs($0.minutes - title.minutes) <= 15 } ?? true) && title.key.hasPrefix(key)
        }.map { sessions[$0.index] }
    }

    /// The speakers a word of whose name begins so.
    func speakers(beginning typed: String) -> [Speaker] {
        let key = typed.folded
        return speakers.filter { $0.keys.contains { $0.hasPrefix(key) } }.map(\.speaker)
    }
}

extension Session {
    /// What can be typed of the programme; nil where there is none.
    func programmeWords() -> ProgrammeWords? {
        guard let read = programme() else { return nil }
        if let words = read.words { return words }
        let words = ProgrammeWords(read.programme)
        programmeState.read?.words = words
        return words
    }

    /// When the slot's talk ends, by the programme, in minutes of its day; nil where nobody has asked for the programme yet,
    /// or it does not know. Never reads a file: the prompt asks.
    func programmeEnd(of slot: Slot) -> TimeOfDay? {
        guard let open, let read = programmeState.read,
            let session = programmeState.read?.matcher.session(of: slot, in: open.day)
        else { return nil }
        return ProgrammeMoment(minutes: read.programme.end(of: session))?.time
    }

    /// Reads the programme where nobody has asked for it and the slot's heading says no end.
    ///
    /// - Returns: whether it is read now.
    package func readProgrammeForItsEnds() -> Bool {
        guard programmeState.read == nil, let heading = open?.slot?.heading, heading.start != nil, heading.end == nil
        else { return false }
        return programme() != nil
    }

    /// Notes who talks, to be remembered after the line is acknowledged: see ``rememberSpeakers()``.
    func seen(_ speakers: [Speaker]) { programmeState.speakers += speakers }

    /// Whether somebody is not yet remembered who talks in a slot.
    package var hasSpeakersToRemember: Bool { !programmeState.speakers.isEmpty }

    /// Remembers in the notebook who was named since the last time; for whoever runs lines, after a line is acknowledged.
    ///
    /// - Returns: why that was not possible; the notes are written in any case.
    @discardableResult
    package func rememberSpeakers() -> Message? {
        defer { programmeState.speakers = [] }
        do throws(StoreError) {
            try remember(programmeState.speakers)
            return nil
        } catch {
            return Message(error)
        }
    }

    /// The event as `.steno/people` names it: `dataops-rocks 2022/05/24`.
    var eventLabel: String? {
        guard let path = open?.store.path, let parts = FileName.parts(ofDay: Notebook.lastComponent(path)),
            !parts.event.isEmpty
        else { return nil }
        return "\(parts.event) \(parts.date.slashed)"
    }
}
