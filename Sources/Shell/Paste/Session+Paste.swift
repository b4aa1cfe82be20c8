import Notebook

extension Session {
    /// Takes pasted text whole, as one step of the history.
    ///
    /// It becomes the block that is being typed, else one bullet for each line.
    /// - Parameter line: what stood on the line before the paste; text begins the first bullet, a command is run first.
    package func submit(paste: String, line: String) throws -> Response {
        let longest = paste.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).map(\.count).max() ?? 0
        guard longest < Self.longestLine else { throw Refusal(.lineTooLong(Self.longestLine)) }
        if capture == nil, line.hasPrefix(":"), !line.hasPrefix("::") { _ = try submit(line) }
        guard capture == nil else { return try finishCapture(with: paste) }
        let lines = PastedText(paste).lines
        switch InputLine(line) {
        case .blank, .command: return try outline(lines, beginning: "", depth: nil, deeper: 0)
        case .bullet(let depth, let deeper, let text):
            return try outline(lines, beginning: text, depth: depth, deeper: deeper)
        case .said(let name, let text):
            let speakers = try day().speakers
            return try outline(lines, beginning: "\(speakers.name(for: name)) : \(text)", depth: nil, deeper: 0)
        case .numbered, .hardBreak:
            _ = try submit(line)
            return try outline(lines, beginning: "", depth: nil, deeper: 0)
        }
    }

    private func outline(_ lines: [String], beginning: String, depth: Int?, deeper: Int) throws -> Response {
        var items = PastedOutline(lines).items
        if !beginning.isEmpty {
            if items.isEmpty { items = [OutlineItem(text: "", level: 0)] }
            items[0].text = beginning + items[0].text
        }
        let open = try day()
        let startsGroup = open.ahead.startsGroup
        try open.perform(items.first?.text ?? "") { (day, place) throws(DayError) in
            try day.appendOutline(
                items, depth: depth ?? place.depth + deeper, startsGroup: startsGroup, to: place.slot)
        }
        return Response(lines: [Message.pastedBullets(items.count).text(language)])
    }
}
