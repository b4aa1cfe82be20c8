import Notebook

/// A site's own JSON or YAML: objects with a title and a start, by the names that columns of tables have. What a session does
/// not say itself, the objects and keys around it do: `{"2026-03-21": {"9h30": [{"title": …}]}}`.
struct OwnJSON {
    private var source: Source
    private var names = NamesByID()

    static func read(_ root: JSONNode, as format: String) -> Source? {
        var reader = OwnJSON(source: Source(format))
        reader.names.gather(root, key: "", depth: 0)
        reader.walk(root, Surroundings(), depth: 0)
        if let root = root.object { reader.source.event = root.text("event", "name", "title") }
        return reader.source.entries.isEmpty ? nil : reader.source
    }

    private init(source: Source) { self.source = source }

    /// What is known of a session by where it stands.
    private struct Surroundings {
        var date = "", start = "", end = "", room = "", track = ""
        /// The name of the field that the node is the value of.
        var key = ""

        /// Below a field: its name may be a date, a time or, among rooms, a room.
        func below(_ name: String) -> Surroundings {
            var inner = self
            inner.key = name
            if let stamp = Stamp(name, near: FieldNames.anyDay) {
                if stamp.date != nil { inner.date = name }
                if stamp.time != nil { (inner.start, inner.end) = (name, "") }
            } else if let (start, end) = FieldNames.range(name) {
                (inner.start, inner.end) = (start, end)
            } else if ColumnWords(key).field == .room, !Self.lists.contains(name.folded) {
                inner.room = name
            }
            return inner
        }

        /// Names of fields that are no rooms' names.
        private static let lists: Set<String> = [
            "sessions", "talks", "slots", "events", "items", "schedule", "entries", "timeslots", "programme", "program",
        ]

        /// What an object says of those inside it.
        mutating func take(_ entry: Entry, isRoom: Bool) {
            if !entry.date.isEmpty { date = entry.date }
            if !entry.start.isEmpty { (start, end) = (entry.start, entry.end) }
            if !entry.room.isEmpty { room = entry.room }
            if !entry.track.isEmpty { track = entry.track }
            if isRoom, !entry.title.isEmpty { room = entry.title }
        }
    }

    private mutating func walk(_ node: JSONNode, _ around: Surroundings, depth: Int) {
        guard depth < 9 else { return }
        switch node {
        case .list(let nodes): for node in nodes { walk(node, around, depth: depth + 1) }
        case .object(let object): walk(object, around, depth: depth)
        case .text, .null: break
        }
    }

    private mutating func walk(_ object: JSONObject, _ around: Surroundings, depth: Int) {
        let fields = object.names.sorted()
        var inside: [String: JSONNode] = [:]
        for name in fields where ColumnWords(name).field != .speakers && !Self.others.contains(name.folded) {
            guard let node = object.container(name) else { continue }
            let isOfValues = node.list?.allSatisfy { $0.object == nil && $0.list == nil } ?? false
            if !isOfValues { inside[name] = node }
        }
        let containers = fields.filter { inside[$0] != nil }
        let own = entry(object, fields.filter { inside[$0] == nil })
        let isSession = own.map { !$0.title.isEmpty && !($0.start + around.start).isEmpty } ?? false
        let talks = isSession ? containers.filter { inside[$0].map(holdsTalks) ?? false } : []
        if isSession, talks.isEmpty, var entry = own {
            entry.complete(date: around.date, start: around.start, end: around.end)
            if entry.room.isEmpty { entry.room = around.room }
            if entry.track.isEmpty { entry.track = around.track }
            source.entries.append(entry)
            return
        }
        var inner = around
        if var own {
            // The talks of a session have its title as their track.
            if isSession { own.track = own.title }
            inner.take(own, isRoom: ColumnWords(around.key).field == .room)
        }
        for name in isSession ? talks : containers {
            if let node = inside[name] { walk(node, inner.below(name), depth: depth + 1) }
        }
    }

    /// Fields whose objects are no sessions.
    private static let others: Set<String> = [
        "people", "persons", "sponsors", "partners", "team", "members", "links", "answers", "tags", "categories",
        "social",
        "socials", "translations", "files", "attachments", "photos", "images",
    ]

    /// Flags of a break, and words of its kind.
    private static let pauses: Set<String> = [
        "break", "isbreak", "pause", "ispause", "service", "isservice", "isservicesession", "notinform", "lunch",
        "meal",
    ]

    /// Whether a node is a list of talks.
    private func holdsTalks(_ node: JSONNode) -> Bool {
        (node.list ?? []).compactMap(\.object).contains { object in
            FieldNames(object.names, needsStart: false) != nil && !object.text("title", "titre", "name").isEmpty
        }
    }

    /// The fields of an object as those of a session; nil where it has no name at all.
    private func entry(_ object: JSONObject, _ fields: [String]) -> Entry? {
        guard let known = FieldNames(fields, needsTitle: false) else { return nil }
        var entry = known.entry { object.text(fields[$0]) }
        entry.room = names.rooms[entry.room] ?? entry.room
        // A date alone is the day's, not a session's start.
        if let stamp = Stamp(entry.start, near: FieldNames.anyDay), stamp.time == nil {
            (entry.date, entry.start) = (entry.start, "")
        }
        for name in object.names where ColumnWords(name).field == .speakers {
            let people = names.people(object.node(name))
            if !people.isEmpty { entry.people = people }
        }
        let isPause =
            object.names.contains { Self.pauses.contains($0.folded) && object.isTrue($0) }
            || entry.people.isEmpty
                && entry.format.folded.split { !$0.isLetter }.contains { Self.pauses.contains(String($0)) }
        if isPause { entry.flag = .pause }
        return entry
    }
}

extension Entry {
    /// Takes what stands around a session where it does not say it itself.
    fileprivate mutating func complete(date: String, start: String, end: String) {
        if self.start.isEmpty { (self.start, self.end) = (start, self.end.isEmpty ? end : self.end) }
        if self.date.isEmpty { self.date = date }
    }
}

/// The people and rooms of a file that its sessions name by id.
private struct NamesByID {
    private(set) var rooms: [String: String] = [:]
    private var known: [String: Speaker] = [:]

    mutating func gather(_ node: JSONNode, key: String, depth: Int) {
        guard depth < 4, let object = node.object else { return }
        for name in object.names {
            let field = ColumnWords(name).field
            let inside = object.node(name)
            guard field == .speakers || field == .room || ["people", "persons"].contains(name.folded) else {
                gather(inside, key: name, depth: depth + 1)
                continue
            }
            for (id, person) in Self.members(of: inside) where !person.text("name", "fullName", "title").isEmpty {
                if field == .room {
                    rooms[id] = person.text("name", "title")
                } else {
                    known[id] = Self.speaker(person)
                }
            }
        }
    }

    /// Objects with their ids, in a list or by id.
    private static func members(of node: JSONNode) -> [(String, JSONObject)] {
        if let list = node.list?.compactMap(\.object) {
            return list.map { ($0.text("id", "uid", "slug", "key", "code"), $0) }
        }
        guard let object = node.object else { return [] }
        return object.names.compactMap { name in object.object(name).map { (name, $0) } }
    }

    private static func speaker(_ person: JSONObject) -> Speaker {
        let name = person.text("name", "fullName", "displayName", "public_name")
        let parts = [person.text("firstName", "first_name"), person.text("lastName", "last_name")].filter {
            !$0.isEmpty
        }
        return Speaker(
            name: name.isEmpty ? parts.joined(separator: " ") : name,
            affiliation: person.text("company", "organization", "organisation", "affiliation"))
    }

    /// The people of a list: each element is one, by id or as it stands. None for anything else.
    func people(_ node: JSONNode) -> [Speaker] {
        switch node {
        case .list(let nodes):
            nodes.map { node in node.object.map(Self.speaker) ?? known[node.text] ?? Speaker(name: node.text) }
        case .object(let object): [Self.speaker(object)]
        case .text(let text): known[text].map { [$0] } ?? []
        case .null: []
        }
    }
}
