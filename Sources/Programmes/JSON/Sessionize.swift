import Notebook

/// Sessionize's views `All` (ids to resolve in four lists) and `Sessions` (groups of sessions). Their times have no zone.
enum Sessionize {
    static func read(_ root: JSONNode) -> Source? {
        if let groups = root.list?.compactMap(\.object), groups.first?.has("groupId", "sessions") == true {
            return list(groups.flatMap { $0.objects("sessions") }, people: [:])
        }
        guard let root = root.object, root.has("sessions", "rooms", "categories"),
            let first = root.objects("sessions").first,
            first.has("startsAt")
        else { return nil }
        var source = list(
            root.objects("sessions"), people: root.objects("speakers").names(by: "id", "fullName"),
            rooms: root.objects("rooms").names(by: "id"), tracks: tracks(root))
        source.rooms = root.objects("rooms").map { $0.text("name") }
        return source
    }

    /// `categories` are whatever the organisers ask for; the one that is called track is the track.
    private static func tracks(_ root: JSONObject) -> [String: String] {
        let category = root.objects("categories").first { $0.text("title").folded.hasPrefix("track") }
        return category?.objects("items").names(by: "id") ?? [:]
    }

    static func list(
        _ sessions: [JSONObject], people: [String: String], rooms: [String: String] = [:],
        tracks: [String: String] = [:]
    ) -> Source {
        var source = Source("Sessionize")
        source.entries = sessions.map { session in
            var entry = Entry()
            (entry.id, entry.title) = (session.text("id"), session.text("title"))
            (entry.start, entry.end) = (session.text("startsAt"), session.text("endsAt"))
            entry.room = session.text("room").isEmpty ? rooms[session.text("roomId")] ?? "" : session.text("room")
            entry.track = session.list("categoryItems").lazy.compactMap { tracks[$0.text] }.first ?? track(session)
            entry.texts = [session.text("description")]
            entry.people = session.list("speakers").map { node in
                Speaker(name: node.object.map { $0.text("name", "fullName") } ?? people[node.text] ?? "")
            }
            entry.flag = session.isTrue("isServiceSession") ? .pause : .none
            return entry
        }
        return source
    }

    private static func track(_ session: JSONObject) -> String {
        let category = session.objects("categories").first { $0.text("name").folded.hasPrefix("track") }
        return category?.objects("categoryItems").first?.text("name") ?? ""
    }
}

/// Sessionize's view `GridSmart`: every session stands in it twice, by room and by time.
enum SessionizeGrid {
    static func read(_ root: JSONNode) -> Source? {
        guard let days = root.list?.compactMap(\.object), let first = days.first, first.has("date", "rooms"),
            first.objects("rooms").first?.has("sessions") == true
        else { return nil }
        let rooms = days.flatMap { $0.objects("rooms") }
        var source = Sessionize.list(rooms.flatMap { $0.objects("sessions") }, people: [:])
        source.rooms = rooms.map { $0.text("name") }
        return source
    }
}
