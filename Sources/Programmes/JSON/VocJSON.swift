import Notebook

/// c3voc's `schedule.json`, schema 1 (days, rooms, sessions) and 2 (a list of sessions), as frab, pretalx and the hub
/// write it. https://c3voc.de/schedule/schema.json
enum VocJSON {
    static func read(_ root: JSONNode) -> Source? {
        guard let schedule = root.object?.object("schedule"), let conference = schedule.object("conference") else {
            return nil
        }
        var source = Source(isPretalx(root, schedule, conference) ? "pretalx" : "c3voc")
        source.event = conference.text("title")
        source.zone = conference.text("time_zone_name")
        source.rooms = conference.objects("rooms").map { $0.text("name") }
        let tracks = conference.objects("tracks").names(by: "slug")
        for day in conference.objects("days") {
            guard let rooms = day.object("rooms") else { continue }
            let date = Stamp(day.text("date"))?.date
            // Sorted: an object's order is not kept by the decoder.
            for name in rooms.names.sorted() {
                for event in rooms.objects(name) { source.entries.append(entry(event, room: name, day: date, tracks)) }
            }
        }
        let events = schedule.objects("events") + (root.object?.objects("events") ?? [])
        source.entries += events.map { entry($0, room: "", day: nil, tracks) }
        return source
    }

    private static func isPretalx(_ root: JSONNode, _ schedule: JSONObject, _ conference: JSONObject) -> Bool {
        let generator = root.object?.object("generator") ?? schedule.object("generator")
        return generator?.text("name") == "pretalx" || schedule.text("base_url").hasSuffix("/schedule/")
    }

    private static func entry(
        _ event: JSONObject, room: String, day: CalendarDate?, _ tracks: [String: String]
    ) -> Entry {
        var entry = Entry()
        entry.id =
            event.text("code").isEmpty
            ? PretalxCode.of(event.text("url")) ?? event.text("guid", "id") : event.text("code")
        (entry.title, entry.subtitle) = (event.text("title"), event.text("subtitle"))
        entry.start = event.text("date")
        if Stamp(entry.start)?.time == nil { entry.start = event.text("start") }
        (entry.end, entry.duration, entry.day) = (event.text("end"), event.text("duration"), day)
        entry.room = event.text("room").isEmpty ? room : event.text("room")
        let track = event.object("track").map { $0.text("slug") } ?? ""
        entry.track = event.text("track").isEmpty ? tracks[track] ?? track : event.text("track")
        entry.format = event.text("type")
        entry.texts = [event.text("abstract"), event.text("description")]
        let people = event.objects("persons") + event.objects("participants")
        entry.people = people.map { Speaker(name: $0.text("public_name", "name", "full_public_name")) }
        return entry
    }
}

/// pretalx's six capitals for a talk, the same in all of its files.
enum PretalxCode {
    /// The code in an address `…/talk/EJWEMK/` or in a UID `pretalx-pyconau-2023-EJWEMK@pretalx.com`.
    static func of(_ text: String) -> String? {
        let parts = text.split { "/@".contains($0) }
        if let place = parts.lastIndex(of: "talk"), place + 1 < parts.count, isCode(parts[place + 1]) {
            return String(parts[place + 1])
        }
        guard text.hasPrefix("pretalx-"), let code = parts.first?.split(separator: "-").last, isCode(code) else {
            return nil
        }
        return String(code)
    }

    private static func isCode(_ word: Substring) -> Bool {
        word.utf8.count == 6 && word.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
    }
}
