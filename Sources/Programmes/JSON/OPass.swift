import Notebook

/// OPass (COSCUP, SITCON and others): texts in `zh` and `en` beside each other, people, rooms and types by id.
enum OPass {
    static func read(_ root: JSONNode, languages: [String]) -> Source? {
        guard let root = root.object, root.has("sessions", "speakers"),
            let first = root.objects("sessions").first, first.has("start", "zh") || first.has("start", "en")
        else { return nil }
        var source = Source("OPass")
        // One language for the whole file.
        let sessions = root.objects("sessions")
        let language =
            (languages + ["en", "zh"]).first { language in sessions.allSatisfy { $0.has(language) } } ?? "en"
        func texts(_ object: JSONObject) -> JSONObject { object.object(language) ?? object.object("zh") ?? object }
        func names(_ list: String) -> [String: String] {
            Dictionary(
                root.objects(list).map { ($0.text("id"), texts($0).text("name")) },
                uniquingKeysWith: { first, _ in first })
        }
        let (people, rooms, types) = (names("speakers"), names("rooms"), names("session_types"))
        source.rooms = root.objects("rooms").map { texts($0).text("name") }
        source.entries = sessions.map { session in
            var entry = Entry()
            (entry.id, entry.title) = (session.text("id"), texts(session).text("title"))
            (entry.start, entry.end) = (session.text("start"), session.text("end"))
            let (room, type) = (session.text("room"), session.text("type"))
            (entry.room, entry.track) = (rooms[room] ?? room, types[type] ?? type)
            entry.texts = [texts(session).text("description")]
            entry.people = session.list("speakers").map { Speaker(name: people[$0.text] ?? $0.text) }
            return entry
        }
        return source
    }
}
