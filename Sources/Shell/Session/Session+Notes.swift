import Notebook

// Lines that are notes.
extension Session {
    /// One level up; at depth 1, what follows is a new group.
    func blank() throws(DayError) -> Response {
        let session = try day()
        if session.place.depth > 1 {
            session.move(to: Place(slot: session.place.slot, depth: session.place.depth - 1))
        } else {
            session.ahead.emptyLines = max(session.ahead.emptyLines, 1)
        }
        return .silent
    }

    func bullet(_ text: String, depth: Int?, deeper: Int, line: String) throws(DayError) -> Response {
        let session = try day()
        let ahead = session.ahead
        let typed = depth == nil ? nil : Self.indent(typedIn: line)
        let isOpen = !ahead.startsList && session.day.bulletDepth(in: session.place.slot) > 0
        session.placesMarkers = typed != nil || session.placesMarkers && isOpen
        let isPlaced = depth != nil && session.placesMarkers
        let indent = isPlaced ? typed ?? "" : nil
        try session.perform(line) { (day, place) throws(DayError) in
            if ahead.startsList, depth ?? 1 == 1, deeper == 0 {
                return try day.appendList(text, indent: indent, to: place.slot)
            }
            return try day.appendBullet(
                text, depth: depth ?? place.depth + deeper, startsGroup: ahead.startsGroup, indent: indent,
                to: place.slot)
        }
        return .silent
    }

    /// `3. text`, in a day whose lists are numbered by hand.
    func numberedByHand(_ text: String, line: String) throws(DayError) -> Response? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard digits.count < 4, let number = Int(digits), text.dropFirst(digits.count).hasPrefix(". ") else {
            return nil
        }
        guard try day().day.numbersByHand(in: day().place.slot) else { return nil }
        let words = text.dropFirst(digits.count + 2)
        return try numbered(String(words), number: number, line: line)
    }

    /// `.. text`, where a numbered list is open: one level below it, as stars are for bullets.
    func numberedBelow(_ text: String, line: String) throws(DayError) -> Response? {
        let dots = text.prefix { $0 == "." }.count
        guard (2...deepestBullet).contains(dots), text.dropFirst(dots).first == " " else { return nil }
        let session = try day()
        guard session.day.numberedLists(in: session.place.slot) >= dots - 1 else { return nil }
        let startsGroup = session.ahead.startsGroup
        let words = String(text.dropFirst(dots + 1))
        try session.perform(line) { (day, place) throws(DayError) in
            try day.appendNumbered(words, level: dots, startsGroup: startsGroup, to: place.slot)
        }
        return .silent
    }

    /// What was typed before a marker: a bullet stands where it was put. Nil: nothing was.
    private static func indent(typedIn line: String) -> String? {
        let blanks = line.prefix { $0 == " " || $0 == "\t" }
        return blanks.isEmpty ? nil : String(blanks)
    }

    func numbered(_ text: String, number: Int? = nil, deeper: Int = 0, line: String) throws(DayError) -> Response {
        let session = try day()
        let startsGroup = session.ahead.startsGroup
        try session.perform(line) { (day, place) throws(DayError) in
            try day.appendNumbered(
                text, number: number, depth: place.depth + deeper, startsGroup: startsGroup, to: place.slot)
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
        let speakers = try day().speakers
        return try bullet("\(speakers.name(for: name)) : \(text)", depth: nil, deeper: deeper, line: line)
    }
}
