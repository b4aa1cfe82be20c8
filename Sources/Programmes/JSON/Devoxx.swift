import Notebook

/// The older Devoxx CFP's `schedules/monday`: slots with a talk, a break or nothing.
enum Devoxx {
    static func read(_ root: JSONNode) -> Source? {
        guard let slots = root.object?.objects("slots"), slots.first?.has("fromTimeMillis", "roomName") == true else {
            return nil
        }
        var source = Source("Devoxx")
        source.entries = slots.compactMap { slot in
            var entry = Entry()
            entry.room = slot.text("roomName")
            // The local clock stands beside the moment, which gives the date and how far UTC is.
            (entry.start, entry.end) = local(slot)
            guard let talk = slot.object("talk") else {
                entry.title = slot.object("break")?.text("nameEN", "nameFR") ?? ""
                entry.flag = .pause
                // What is not allocated has neither.
                return entry.title.isEmpty ? nil : entry
            }
            (entry.id, entry.title) = (talk.text("id"), talk.text("title"))
            (entry.track, entry.format) = (talk.text("track"), talk.text("talkType"))
            entry.texts = [talk.text("summaryAsHtml", "summary")]
            entry.people = talk.objects("speakers").map { Speaker(name: $0.text("name")) }
            return entry
        }
        return source
    }

    private static func local(_ slot: JSONObject) -> (String, String) {
        guard let from = Int(slot.text("fromTimeMillis")), let utc = ProgrammeMoment(minutes: from / 60_000),
            case .time(let clock) = TimeOfDay.read(slot.text("fromTime"))
        else { return (slot.text("fromTime"), slot.text("toTime")) }
        return (utc.text(onClockThatShows: clock) ?? slot.text("fromTime"), slot.text("toTime"))
    }
}

/// cfp.dev's `schedules/monday`: moments in UTC beside the zone's name; a break has no proposal.
enum CFPDev {
    static func read(_ root: JSONNode) -> Source? {
        guard let slots = root.list?.compactMap(\.object), slots.first?.has("fromDate", "room") == true else {
            return nil
        }
        var source = Source("cfp.dev")
        source.zone = slots[0].text("timezone")
        // An overflow is the same talk shown in another room.
        source.entries = slots.filter { !$0.isTrue("overflow") }.map { slot in
            var entry = Entry()
            (entry.start, entry.end, entry.room) = (slot.text("fromDate"), slot.text("toDate"), slot.text("room"))
            let talk = slot.object("proposal")
            entry.id = talk?.text("id") ?? ""
            entry.title = talk?.text("title") ?? slot.text("sessionName", "eventName")
            if entry.title.isEmpty { entry.title = slot.object("sessionType")?.text("name") ?? "" }
            entry.track = talk?.text("track") ?? ""
            entry.format = slot.object("sessionType")?.text("name") ?? ""
            entry.texts = [talk?.text("description", "summary") ?? ""]
            entry.people = (talk?.objects("speakers") ?? []).map(person)
            let isPause = slot.object("sessionType")?.isTrue("pause") ?? false
            entry.flag = isPause || talk == nil ? .pause : .none
            return entry
        }
        return source
    }

    private static func person(_ speaker: JSONObject) -> Speaker {
        let parts = [speaker.text("firstName"), speaker.text("lastName")].filter { !$0.isEmpty }
        let name = parts.isEmpty ? speaker.text("fullName", "name") : parts.joined(separator: " ")
        return Speaker(name: name, affiliation: speaker.text("company"))
    }
}
