import Notebook

/// Indico's `export/event/ID.json?detail=contributions` and `export/timetable/ID.json`. Dates are objects with a zone,
/// and names stand family name first beside their parts.
enum Indico {
    static func read(_ root: JSONNode) -> Source? {
        guard let root = root.object, root.text("_type") == "HTTPAPIResult" else { return nil }
        var source = Source("Indico")
        if let timetables = root.object("results") {
            gather(.object(timetables), depth: 0, &source)
        } else {
            for event in root.objects("results") {
                if source.event.isEmpty { (source.event, source.zone) = (event.text("title"), event.text("timezone")) }
                source.entries += event.objects("contributions").map(entry)
                for session in event.objects("sessions") {
                    source.entries += session.objects("contributions").map(entry)
                }
            }
        }
        return source
    }

    private static func gather(_ node: JSONNode, depth: Int, _ source: inout Source) {
        guard depth < 8, let object = node.object else { return }
        if object.has("startDate", "title") {
            let parts = object.object("entries")
            if let parts, !parts.names.isEmpty {
                gather(.object(parts), depth: depth + 1, &source)
            } else {
                var entry = entry(object)
                if object.text("entryType") == "Break" { entry.flag = .pause }
                source.entries.append(entry)
            }
        } else {
            for name in object.names.sorted() { gather(object.node(name), depth: depth + 1, &source) }
        }
    }

    private static func entry(_ contribution: JSONObject) -> Entry {
        var entry = Entry()
        (entry.id, entry.title) = (contribution.text("id"), contribution.text("title"))
        entry.start = stamp(contribution.object("startDate"))
        entry.end = stamp(contribution.object("endDate"))
        entry.duration = contribution.text("duration")
        entry.room = contribution.text("room", "roomFullname", "location")
        entry.track = contribution.text("session", "sessionTitle", "track")
        entry.format = contribution.text("type")
        entry.texts = [contribution.text("description")]
        var people = contribution.objects("speakers") + contribution.objects("presenters")
        if people.isEmpty { people = contribution.objects("primaryauthors") + contribution.objects("coauthors") }
        entry.people = people.map(person)
        return entry
    }

    private static func stamp(_ date: JSONObject?) -> String {
        guard let date else { return "" }
        let isUTC = ["UTC", "GMT"].contains(date.text("tz"))
        return "\(date.text("date"))T\(date.text("time").prefix(8))\(isUTC ? "Z" : "")"
    }

    private static func person(_ person: JSONObject) -> Speaker {
        let parts = [person.text("first_name", "firstName"), person.text("last_name", "familyName")]
        let name = parts.filter { !$0.isEmpty }.joined(separator: " ")
        return Speaker(
            name: name.isEmpty ? person.text("fullName", "name") : name, affiliation: person.text("affiliation"))
    }
}
