import Notebook

/// OpenPlanner's public file. Its tracks are rooms, its categories tracks.
enum OpenPlanner {
    static func read(_ root: JSONNode) -> Source? {
        guard let root = root.object, root.has("event", "sessions", "speakers"), let event = root.object("event"),
            let first = root.objects("sessions").first, first.has("dateStart")
        else { return nil }
        var source = Source("OpenPlanner")
        source.event = event.text("name")
        source.zone = event.text("timezone", "timeZone")
        let rooms = event.objects("tracks").names(by: "id"), tracks = event.objects("categories").names(by: "id")
        let formats = event.objects("formats").names(by: "id")
        source.rooms = event.objects("tracks").map { $0.text("name") }
        let people = Dictionary(
            root.objects("speakers").map { ($0.text("id"), person($0)) }, uniquingKeysWith: { first, _ in first })
        source.entries = root.objects("sessions").map { session in
            var entry = Entry()
            (entry.id, entry.title) = (session.text("id"), session.text("title"))
            (entry.start, entry.end) = (session.text("dateStart"), session.text("dateEnd"))
            entry.duration = session.text("durationMinutes")
            entry.room = rooms[session.text("trackId")] ?? session.text("trackTitle", "trackId")
            entry.track = tracks[session.text("categoryId")] ?? ""
            entry.format = formats[session.text("formatId")] ?? ""
            entry.texts = [session.text("abstract")]
            entry.people = session.list("speakerIds").map { people[$0.text] ?? Speaker(name: $0.text) }
            return entry
        }
        return source
    }

    static func person(_ speaker: JSONObject) -> Speaker {
        Speaker(name: speaker.text("name", "displayName"), affiliation: speaker.text("company"))
    }
}

/// conference-hall's export of a schedule. Its track is the room; it writes the local clock with a `Z`.
enum ConferenceHall {
    static func read(_ root: JSONNode) -> Source? {
        guard let root = root.object, root.has("sessions", "timeZone"),
            let first = root.objects("sessions").first, first.has("start", "proposal")
        else { return nil }
        var source = Source("conference-hall")
        source.event = root.text("name").replacingSuffix(" schedule")
        source.zone = root.text("timeZone")
        source.entries = root.objects("sessions").map { session in
            var entry = Entry()
            (entry.id, entry.title) = (session.text("id"), session.text("title"))
            (entry.start, entry.end, entry.room) = (session.text("start"), session.text("end"), session.text("track"))
            let proposal = session.object("proposal")
            entry.texts = [proposal?.text("abstract") ?? ""]
            entry.track = proposal?.list("categories").first?.text ?? ""
            entry.format = proposal?.list("formats").first?.text ?? ""
            entry.people = (proposal?.objects("speakers") ?? []).map(OpenPlanner.person)
            return entry
        }
        return source
    }
}

/// conference-hall's older list of talks under the hours that a site has put them at: `"9h00": […]`.
enum ConferenceHallTalks {
    static func read(_ root: JSONNode) -> Source? {
        guard let root = root.object, root.has("talks", "speakers", "formats"), let hours = root.object("talks") else {
            return nil
        }
        var source = Source("conference-hall")
        source.event = root.text("name")
        let tracks = root.objects("categories").names(by: "id"), formats = root.objects("formats").names(by: "id")
        let people = Dictionary(
            root.objects("speakers").map { ($0.text("uid", "id"), OpenPlanner.person($0)) },
            uniquingKeysWith: { first, _ in first })
        let talks = hours.names.flatMap { hour in hours.objects(hour).map { (hour, $0) } }
        // The date stands in the addresses of the feedback only.
        let date = talks.lazy.compactMap { Self.date(in: $1.text("openfeedback")) }.first ?? ""
        source.entries = talks.map { hour, talk in
            var entry = Entry()
            (entry.id, entry.title) = (talk.text("id"), talk.text("title"))
            (entry.start, entry.date, entry.room) = (hour, date, talk.text("room"))
            entry.track = tracks[talk.text("categories")] ?? ""
            entry.format = formats[talk.text("formats")] ?? ""
            entry.texts = [talk.text("abstract")]
            entry.people = talk.list("speakers").map { people[$0.text] ?? Speaker(name: $0.text) }
            return entry
        }
        return source
    }

    private static func date(in address: String) -> String? {
        address.split(separator: "/").map(String.init).first { $0.utf8.count == 10 && Stamp($0)?.date != nil }
    }
}

/// OpenFeedback's file: sessions and speakers by id; its track title is the room.
enum OpenFeedback {
    static func read(_ root: JSONNode) -> Source? {
        guard let root = root.object, let sessions = root.object("sessions"), let speakers = root.object("speakers")
        else {
            return nil
        }
        var source = Source("OpenFeedback")
        source.entries = sessions.names.sorted().compactMap { sessions.object($0) }.map { session in
            var entry = Entry()
            (entry.id, entry.title) = (session.text("id"), session.text("title"))
            (entry.start, entry.end) = (session.text("startTime"), session.text("endTime"))
            entry.room = session.text("trackTitle")
            entry.track = session.list("tags").first?.text ?? ""
            entry.texts = [session.text("description", "abstract")]
            entry.people = session.list("speakers").map { node in
                Speaker(name: speakers.object(node.text).map { $0.text("name") } ?? node.text)
            }
            return entry
        }
        return source.entries.isEmpty ? nil : source
    }
}

extension String {
    fileprivate func replacingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
