import AsciiDoc
import Notebook

/// A block that is typed line by line, until a lone `.`; the file has it whole after every line.
struct Capture {
    let form: BlockForm
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
    package var captureName: String? { capture?.name }

    /// Writes a block at once when it has text; else takes the lines that follow as its body.
    func block(_ form: BlockForm, name: String, text: String?, replaces: Bool = false) throws(DayError) -> Response {
        if form == .abstract {
            guard let slot = try day().slot else { throw .noSlot }
            guard replaces || isResuming || slot.abstract == nil else { throw .abstractExists }
        }
        capture = Capture(form: form, label: typedLine, name: name, replaces: replaces)
        _ = try day()
        guard let text else { return .silent }
        defer { capture = nil }
        try write([form.escapesLine ? escape(text, for: .paragraph) : text])
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

    /// Ends the block that is being typed, as ^C and the end of the input do; what was typed of it stays.
    ///
    /// - Returns: whether some of it was written.
    @discardableResult
    package func endCapture() -> Bool {
        defer { capture = nil }
        return capture?.written != nil
    }

    /// Pasted text is the whole of the block. Code and AsciiDoc keep their indentation.
    func finishCapture(with paste: String) throws(DayError) -> Response {
        let lines = PastedText(paste).lines
        guard !lines.isEmpty else { throw .emptyText }
        try write(lines)
        capture = nil
        return Response(lines: [Message.pastedLines(lines.count).text(language)])
    }

    private func write(_ lines: [String]) throws(DayError) {
        guard var capture else { return }
        let session = try day()
        let body = capture.body + lines
        var range: Range<Int>?
        let isFirst = capture.written == nil
        try session.perform(
            isFirst ? capture.label : lines.joined(separator: "\n"), origin: isFirst ? .typed : .continued
        ) {
            (day, place) throws(DayError) in
            let (change, lies) = try capture.change(body: body, in: day, slot: place.slot)
            range = lies
            return change
        }
        guard let range else { return }
        capture.body = body
        capture.written = (range, Array(session.day.document.source[range]))
        self.capture = capture
    }
}

extension Capture {
    /// The block with `body`: put where it is, or, first and when somebody else changed it, at its slot's end.
    fileprivate func change(body: [String], in day: Day, slot: Int?) throws(DayError) -> (DayChange, Range<Int>) {
        if replaces, self.written == nil, let old = day.slot(at: slot)?.abstract {
            return day.replace(old.range, by: form, body: body)
        }
        guard let written, written.range.upperBound <= day.document.source.count,
            day.document.source[written.range].elementsEqual(written.bytes)
        else { return try day.append(form, body: self.written == nil ? body : [body[body.count - 1]], to: slot) }
        return day.replace(written.range, by: form, body: body)
    }
}
