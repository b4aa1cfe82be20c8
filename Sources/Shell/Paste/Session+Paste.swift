import Notebook

extension Session {
    /// Takes pasted text whole, as one step of the history.
    ///
    /// It becomes the block that is being typed, else one bullet for each line.
    ///
    /// - Parameters:
    ///   - before: what stood on the line before the cursor; text begins the first bullet.
    ///   - after: what stood after it; text ends the last bullet. A command is run first.
    package func submit(paste: String, before: String, after: String = "") throws -> Response {
        let longest = paste.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).map(\.count).max() ?? 0
        guard longest + before.utf8.count + after.utf8.count < Self.longestLine else {
            throw Refusal(.lineTooLong(Self.longestLine))
        }
        if programmeState.page != nil { return try takePage(before + paste + after) }
        if capture != nil { return try finishCapture(with: before + paste + after) }
        if before.hasPrefix(":"), !before.hasPrefix("::") {
            _ = try submit(before + after)
            if programmeState.page != nil { return try takePage(paste) }
            return capture == nil
                ? try outline(paste, OutlineTarget()) : try finishCapture(with: paste)
        }
        switch InputLine(before) {
        case .blank, .command: return try outline(paste, OutlineTarget(ending: after))
        case .bullet(let depth, let deeper, let text):
            return try outline(paste, OutlineTarget(depth: depth, deeper: deeper, beginning: text, ending: after))
        case .said(let name, let text, let deeper):
            let speakers = try day().speakers
            let said = "\(speakers.name(for: name)) : \(text)"
            return try outline(paste, OutlineTarget(deeper: deeper, beginning: said, ending: after))
        case .numbered, .hardBreak:
            _ = try submit(before)
            return try outline(paste, OutlineTarget(ending: after))
        }
    }

    /// Where pasted lines go.
    private struct OutlineTarget {
        /// Nil: the current one, and `deeper` more.
        var depth: Int?
        var deeper = 0
        var beginning = ""
        var ending = ""
    }

    private func outline(_ paste: String, _ target: OutlineTarget) throws -> Response {
        let outline = PastedOutline(PastedText(paste, decodesEntities: true).lines)
        var items = outline.items
        if items.isEmpty { items = [OutlineItem(text: "", level: 0)] }
        items[0].text = target.beginning + items[0].text
        items[items.count - 1].text += target.ending
        let open = try day()
        let startsGroup = open.ahead.startsGroup
        let label = items.count == 1 ? items[0].text : Message.pastedNotes(items.count, items[0].text).text(language)
        try open.perform(label) { (day, place) throws(DayError) in
            try day.appendOutline(
                items, depth: target.depth ?? place.depth + target.deeper, startsGroup: startsGroup, to: place.slot)
        }
        let numbered = items.count(where: \.isNumbered)
        return Response(
            lines: [Message.pasted(items.count, numbered: numbered, rows: outline.rowCount).text(language)])
    }
}
