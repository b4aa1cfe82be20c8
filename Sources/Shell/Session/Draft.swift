import AsciiDoc
import Notebook

/// An unfinished line with where it was being typed, as the store keeps it: fields between record separators, which
/// nobody can type. Text without them is a line of its own.
package struct Draft: Hashable, Sendable {
    private static let separator: Character = "\u{1E}"

    private let fields: [String]

    package init(stored: String) {
        fields = stored.split(separator: Self.separator, omittingEmptySubsequences: false).map(String.init)
    }

    private init(_ fields: [String]) { self.fields = fields }

    package var stored: String { fields.joined(separator: String(Self.separator)) }

    fileprivate static func line(_ text: String) -> Draft { Draft([text]) }

    fileprivate static func note(_ note: RecalledNote, _ text: String) -> Draft {
        Draft(["note", "\(note.number)", note.text, text])
    }

    fileprivate static func capture(_ capture: Capture, _ text: String) -> Draft {
        let range = capture.written?.range
        return Draft([
            "capture", capture.label, "\(range?.lowerBound ?? 0)", "\(range?.upperBound ?? 0)",
            capture.body.joined(separator: "\n"), text,
        ])
    }

    fileprivate enum Kind {
        case line
        case note(number: Int, text: String)
        case capture(label: String, range: Range<Int>, body: [String])
    }

    fileprivate var kind: Kind {
        if fields.count == 4, let number = Int(fields[1]) { return .note(number: number, text: fields[2]) }
        if fields.count == 6, let start = Int(fields[2]), let end = Int(fields[3]), start <= end {
            let body =
                fields[4].isEmpty && start == end
                ? [] : fields[4].split(separator: "\n", omittingEmptySubsequences: false)
            return .capture(label: fields[1], range: start..<end, body: body.map(String.init))
        }
        return .line
    }

    fileprivate var text: String { fields.last ?? "" }
}

extension Session {
    /// What is to be kept of an unfinished line; nil: nothing.
    ///
    /// - Parameter note: the note that it corrects.
    package func draft(of text: String, correcting note: RecalledNote?) -> Draft? {
        if let note { return text == note.text ? nil : .note(note, text) }
        guard !text.isEmpty else { return nil }
        return capture.map { .capture($0, text) } ?? .line(text)
    }

    /// Goes back to where an unfinished line was being typed: into its block, or to its note.
    ///
    /// - Returns: the line, and the note that it corrects.
    package func resume(_ draft: Draft) -> (text: String, note: RecalledNote?) {
        switch draft.kind {
        case .line: return (draft.text, nil)
        case .note(let number, let text):
            let found = self.note(after: number - 1)
            return (draft.text, found.flatMap { $0.number == number && $0.text == text ? $0 : nil })
        case .capture(let label, let range, let body):
            resumeCapture(label, range, body)
            return (draft.text, nil)
        }
    }

    /// Where the block is another one by now, the line is offered outside of it.
    private func resumeCapture(_ label: String, _ range: Range<Int>, _ body: [String]) {
        guard let open, range.upperBound <= open.day.document.source.count else { return }
        let bytes = Array(open.day.document.source[range])
        var rest = String(decoding: bytes, as: UTF8.self).lines[...]
        for line in body {
            guard let index = rest.firstIndex(where: { $0.contains(line) }) else { return }
            rest = rest[(index + 1)...]
        }
        isResuming = true
        defer { isResuming = false }
        do { _ = try submit(label) } catch { return }
        capture?.body = body
        if !body.isEmpty { capture?.written = (range, bytes) }
    }
}
