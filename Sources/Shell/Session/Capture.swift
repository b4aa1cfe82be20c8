import AsciiDoc
import Notebook

/// A block that is typed line by line, until a lone `.`; the file has it whole after every line.
struct Capture {
    let block: NoteBlock
    /// The lines so far.
    var body: [String] = []
    /// Where the block lies and what it is; nil before its first line.
    var written: (range: Range<Int>, bytes: [UInt8])?
    /// The command line that began it.
    let label: String
    /// What the prompt shows.
    let name: String
    /// Takes the place of the abstract that is there.
    var replaces = false
}

extension Session {
    /// Whether the next lines belong to a block, and which.
    package var captureName: String? { capture?.name ?? programmeState.page.map { _ in "programme" } }

    /// Whether the next lines are the text of a programme's page.
    package var isPastingPage: Bool { programmeState.page != nil }

    /// Writes a block at once when it has text; else takes the lines that follow as its body.
    func block(_ block: NoteBlock, name: String, text: String?, replaces: Bool = false) throws(DayError) -> Response {
        if block == .abstract {
            guard let slot = try day().slot else { throw .noSlot }
            guard replaces || slot.abstract == nil else { throw .abstractExists }
        }
        capture = Capture(block: block, label: typedLine, name: name, replaces: replaces)
        _ = try day()
        guard let text else { return .silent }
        defer { capture = nil }
        try write([text], isLine: true)
        return .silent
    }

    /// `.` ends the block; `..` stands for a line with a dot alone.
    func continueCapture(with line: String) throws(DayError) -> Response {
        guard line != "." else {
            capture = nil
            return .silent
        }
        try write([line == ".." ? "." : line])
        return .silent
    }

    /// Ends the block or the page that is being typed, as ^C and the end of the input do; what was typed of it stays.
    ///
    /// - Returns: what became of it; nil: there was nothing.
    @discardableResult
    package func endCapture() -> Message? {
        defer { (capture, programmeState.page) = (nil, nil) }
        if let page = programmeState.page { return keepPage(page) }
        return capture?.written == nil ? nil : .captureEnded
    }

    /// Pasted text is the whole of the block. Code and AsciiDoc keep their indentation.
    func finishCapture(with paste: String) throws(DayError) -> Response {
        let lines = PastedText(paste, decodesEntities: capture?.block.isText ?? true).lines
        guard !lines.isEmpty else { throw .emptyText }
        try write(lines)
        capture = nil
        return Response(lines: [Message.pastedLines(lines.count).text(language)])
    }

    private func write(_ lines: [String], isLine: Bool = false) throws(DayError) {
        guard var capture else { return }
        let session = try day()
        let body = capture.body + lines
        var range: Range<Int>?
        let isFirst = capture.written == nil
        try session.perform(
            isFirst ? capture.label : lines.joined(separator: "\n"), origin: isFirst ? .typed : .continued
        ) {
            (day, place) throws(DayError) in
            let isBelow = day.isBelowLastBullet(place.depth, in: place.slot)
            range = try capture.write(isLine ? .line(lines[0]) : .lines(body), in: &day, at: place)
            return capture.block == .abstract || isBelow ? .same : .at(1)
        }
        guard let range else { return }
        capture.body = body
        capture.written = (range, Array(session.day.document.source[range]))
        self.capture = capture
    }
}

extension NoteBlock {
    /// Whether what is pasted into it was written for readers, not for a program.
    fileprivate var isText: Bool {
        switch self {
        case .code, .raw, .table, .comment, .condition: false
        case .abstract, .paragraph, .admonition, .quote, .open, .example: true
        }
    }
}

extension Capture {
    /// Writes the block: where it is, or, first and when somebody else changed it, at its slot's end.
    fileprivate func write(_ body: NoteBody, in day: inout Day, at place: Place) throws(DayError) -> Range<Int> {
        if replaces, written == nil, let old = day.slot(at: place.slot)?.abstract?.range {
            return try day.replace(old, by: block, body: body)
        }
        guard let written else { return try day.append(block, body: body, depth: place.depth, to: place.slot) }
        guard written.range.upperBound <= day.document.source.count,
            day.document.source[written.range].elementsEqual(written.bytes)
        else { return try day.append(block, body: .lines(body.lines.suffix(1)), depth: place.depth, to: place.slot) }
        return try day.replace(written.range, by: block, body: body)
    }
}
