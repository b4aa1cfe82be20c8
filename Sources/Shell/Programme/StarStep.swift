import Notebook

/// What the day's history has of a star: its label alone, as no byte of the day changes.
struct StarStep: Hashable {
    let isStarred: Bool
    /// Day, start, title and room, as no id is one session's only.
    private let session: String

    init(_ session: ProgrammeSession, is isStarred: Bool) {
        (self.isStarred, self.session) = (isStarred, Self.name(of: session))
    }

    /// Nil for the label of another step: no note begins with a command.
    init?(label: String) {
        for (prefix, isStarred) in Self.prefixes where label.hasPrefix(prefix) {
            (self.isStarred, session) = (isStarred, String(label.dropFirst(prefix.count)))
            return
        }
        return nil
    }

    /// `:star 2026/11/23 14h00 Data Mesh (A)`
    var label: String { (Self.prefixes.first { $0.1 == isStarred }?.0 ?? "") + session }

    func index(in programme: Programme) -> Int? {
        programme.sessions.firstIndex { Self.name(of: $0) == session }
    }

    private static let prefixes = [(":star ", true), (":unstar ", false)]

    private static func name(of session: ProgrammeSession) -> String {
        let room = session.room.isEmpty ? "" : " (\(session.room))"
        return "\(session.day.slashed) \(session.start.time.text(.h)) \(session.title)\(room)"
    }
}
