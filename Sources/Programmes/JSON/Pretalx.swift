import Notebook

/// pretalx's widget data: flat lists, and the only public file of it with breaks (entries without a code).
enum PretalxWidget {
    static func read(_ root: JSONNode) -> Source? {
        guard let root = root.object, root.has("talks", "rooms", "speakers"), !root.objects("talks").isEmpty else {
            return nil
        }
        var source = Source("pretalx")
        source.event = root.text("event_name", "name")
        source.zone = root.text("timezone")
        let (rooms, tracks) = (root.objects("rooms").names(by: "id"), root.objects("tracks").names(by: "id"))
        let speakers = root.objects("speakers").names(by: "code")
        source.rooms = root.objects("rooms").map { $0.text("name") }
        source.entries = root.objects("talks").map { talk in
            var entry = Entry()
            (entry.id, entry.title) = (talk.text("code"), talk.text("title"))
            (entry.start, entry.end, entry.duration) = (talk.text("start"), talk.text("end"), talk.text("duration"))
            entry.room = rooms[talk.text("room")] ?? talk.text("room")
            entry.track = tracks[talk.text("track")] ?? talk.text("track")
            entry.texts = [talk.text("abstract"), talk.text("description")]
            entry.people = talk.list("speakers").map { node in
                Speaker(name: node.object.map { $0.text("name") } ?? speakers[node.text] ?? node.text)
            }
            entry.flag = entry.id.isEmpty ? .pause : .none
            return entry
        }
        return source
    }
}

/// pretalx's REST interface, as it answers or as sites regroup it: submissions with a slot or slots, or slots with a
/// submission, in lists or under days and minutes.
enum PretalxREST {
    static func read(_ root: JSONNode) -> Source? {
        var source = Source("pretalx")
        var seen: Set<String> = []
        gather(root, depth: 0, &source, &seen)
        guard !source.entries.isEmpty else { return nil }
        if let zone = root.object?.text("timezone") { source.zone = zone }
        if let root = root.object, let extra = root.object("extra") { source.entries += breaks(extra) }
        return source
    }

    /// Objects below which nothing of the programme stands; `sprints` are working days that the site lists apart.
    private static let others: Set<String> = ["speakers", "sprints", "answers", "rooms", "tracks", "submission_type"]

    private static func gather(_ node: JSONNode, depth: Int, _ source: inout Source, _ seen: inout Set<String>) {
        guard depth < 8 else { return }
        switch node {
        case .list(let nodes): for node in nodes { gather(node, depth: depth + 1, &source, &seen) }
        case .object(let object):
            if object.has("title", "code"), object.has("slots") || object.has("slot") {
                take(object, &source, &seen)
            } else if object.has("submission", "start") {
                let submission = object.object("submission")
                source.entries.append(entry(submission ?? object, slot: object, isPause: submission == nil))
            } else {
                for name in object.names.sorted() where !others.contains(name) {
                    gather(object.node(name), depth: depth + 1, &source, &seen)
                }
            }
        case .text, .null: break
        }
    }

    private static func take(_ object: JSONObject, _ source: inout Source, _ seen: inout Set<String>) {
        let slots = object.objects("slots") + [object.object("slot")].compactMap { $0 }
        for slot in slots {
            let entry = entry(object, slot: slot, isPause: false)
            if seen.insert("\(entry.id) \(entry.start) \(entry.room)").inserted { source.entries.append(entry) }
        }
    }

    private static func entry(_ talk: JSONObject, slot: JSONObject, isPause: Bool) -> Entry {
        var entry = Entry()
        entry.id = isPause ? "" : talk.text("code")
        entry.title = isPause ? slot.text("title", "description") : talk.text("title")
        (entry.start, entry.end, entry.room) = (slot.text("start"), slot.text("end"), slot.text("room"))
        entry.duration = slot.text("duration")
        entry.track = talk.text("track")
        entry.format = talk.text("submission_type")
        if !isPause { entry.texts = [talk.text("abstract"), talk.text("description")] }
        entry.people = talk.list("speakers").compactMap(\.object).map { Speaker(name: $0.text("name")) }
        entry.flag = isPause ? .pause : .none
        return entry
    }

    /// `extra`: breaks under their day and minute.
    private static func breaks(_ extra: JSONObject) -> [Entry] {
        extra.names.sorted().flatMap { day -> [Entry] in
            guard let minutes = extra.object(day) else { return [] }
            return minutes.names.compactMap { Int($0) }.sorted().compactMap { minute in
                guard let time = TimeOfDay(hour: minute / 60, minute: minute % 60),
                    let object = minutes.object(String(minute))
                else { return nil }
                var entry = Entry()
                (entry.title, entry.date, entry.start) = (object.text("title"), day, time.text(.colon))
                entry.flag = .pause
                return entry
            }
        }
    }
}
