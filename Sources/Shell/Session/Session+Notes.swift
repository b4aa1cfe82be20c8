import Notebook

// Lines that are notes.
extension Session {
    /// One level up; at depth 1, what follows is a new group.
    func blank() throws(DayError) -> Response {
        let session = try day()
        if session.place.depth > 1 {
            session.move(to: Place(slot: session.place.slot, depth: session.place.depth - 1))
        } else {
            session.startsGroup = true
        }
        return .silent
    }

    func bullet(_ text: String, depth: Int?, deeper: Int, line: String) throws(DayError) -> Response {
        let session = try day()
        let startsGroup = session.startsGroup
        try session.perform(line) { (day, place) throws(DayError) in
            try day.appendBullet(
                text, depth: depth ?? place.depth + deeper, startsGroup: startsGroup, to: place.slot)
        }
        return .silent
    }

    func numbered(_ text: String, deeper: Int, line: String) throws(DayError) -> Response {
        let session = try day()
        let startsGroup = session.startsGroup
        try session.perform(line) { (day, place) throws(DayError) in
            try day.appendNumbered(text, depth: place.depth + deeper, startsGroup: startsGroup, to: place.slot)
        }
        return .silent
    }

    func hardBreak(_ text: String, line: String) throws(DayError) -> Response {
        try day().perform(line) { (day, place) throws(DayError) in
            try day.continueText(text, in: place.slot)
            return .same
        }
        return .silent
    }

    /// `Yann : text`
    func said(_ name: String, _ text: String, deeper: Int, line: String) throws(DayError) -> Response {
        let speakers = try day().slot?.speakers ?? []
        return try bullet("\(speakers.name(for: name)) : \(text)", depth: nil, deeper: deeper, line: line)
    }
}
