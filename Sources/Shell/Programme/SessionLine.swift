import Notebook

/// How a session of the programme is shown in one line.
struct SessionLine {
    let session: ProgrammeSession
    /// Whether its times are the file's, and nobody has said that they are the clock's.
    let isDoubtful: Bool

    init(_ session: ProgrammeSession, in programme: Programme) {
        self.session = session
        isDoubtful = programme.times == .doubtful
    }

    /// `14h00 -> 14h45`
    var times: String {
        let end = session.end.map { " -> " + $0.time.text(.h) } ?? ""
        return session.start.time.text(.h) + end
    }

    /// `* Title (Room) — Ada Lovelace, Grace Hopper`
    var label: String {
        let room = session.room.isEmpty ? "" : " (\(session.room))"
        let people = session.speakers.isEmpty ? "" : " — " + session.speakers.map(\.name).joined(separator: ", ")
        return star + session.title + room + people
    }

    /// `14h00 -> 14h45 Room`: what is said beside a title that is offered.
    var place: String { session.room.isEmpty ? times : times + " " + session.room }

    /// `14h00 -> 14h45 * Title (Room) — Ada Lovelace`
    func text(_ language: Language) -> String { "\(times) \(label)" + doubt(language) }

    /// As one of several: a title that is long is cut; its start only where it is another one.
    func short(unless start: ProgrammeMoment) -> String {
        let title =
            session.title.count > Self.longest ? session.title.prefix(Self.longest - 1) + "…" : session.title[...]
        let time = session.start.minutes == start.minutes ? "" : session.start.time.text(.h) + " "
        return time + star + title + (session.room.isEmpty ? "" : " (\(session.room))")
    }

    private static let longest = 48

    private var star: String { session.isStarred ? "* " : "" }

    /// What is said after a time that may be hours off.
    func doubt(_ language: Language) -> String { isDoubtful ? " " + Message.asWritten.text(language) : "" }
}
