import AsciiDoc
import AsciiDocLint
import Notebook

// What comes back from another program.
extension Session {
    /// What was done with it.
    package struct FinishedEdit: Sendable {
        package var response = Response.silent
        /// The same part of the day as it is now.
        package let request: EditRequest
    }

    /// Takes over what an editor made of a part of the day: with the line ends of the day's file, and without a mark before
    /// the text.
    ///
    /// - Throws: why it is not taken; the caller keeps the text, in the file that the message names.
    package func finish(
        _ request: EditRequest, with bytes: [UInt8], keptIn path: String
    ) throws -> FinishedEdit {
        guard !bytes.contains(0), let typed = String(validating: bytes, as: UTF8.self) else {
            throw Refusal(.editedNotUTF8(keptIn: path))
        }
        let open = try day()
        let text = mended(typed, like: request.text, open.day.document)
        guard text != request.text else { return FinishedEdit(request: request) }
        guard !text.trimmingBlanks.allSatisfy(\.isLineEnd) else { throw Refusal(.emptiedInEditor(keptIn: path)) }
        try open.takeOverOutsideChange()
        guard let range = place(of: request, in: open.day.document) else {
            throw DayError.changedMeanwhile(keptIn: path)
        }
        if let line = open.day.document.lineLeftOpen(Edit(range: range, replacement: Array(text.utf8))) {
            throw Refusal(.editLeavesOpen(line: line - request.line + 1, keptIn: path))
        }
        try open.perform(request.label) { (day, _) throws(DayError) in
            day.replace(range, by: text)
            return .same
        }
        let taken = range.lowerBound..<(range.lowerBound + text.utf8.count)
        return FinishedEdit(
            request: EditRequest(text: text, line: request.line, range: taken, label: request.label))
    }

    private func mended(_ typed: String, like old: String, _ document: Document) -> String {
        let ending = document.lineEnding.text
        var lines =
            typed.unicodeScalars.starts(with: ["\u{FEFF}"])
            ? String(String.UnicodeScalarView(typed.unicodeScalars.dropFirst())) : typed
        lines = lines.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd).joined(separator: ending)
        if old.hasSuffix(ending), !lines.hasSuffix(ending), !lines.isEmpty { lines += ending }
        return lines
    }

    /// Where the text that was edited stands now; nil: nowhere, or at several places.
    private func place(of request: EditRequest, in document: Document) -> Range<Int>? {
        let (source, text) = (document.source, Array(request.text.utf8))
        if request.range.upperBound <= source.count, source[request.range].elementsEqual(text) { return request.range }
        guard let first = text.first else { return nil }
        var found: Range<Int>?
        var start = source.startIndex
        while let next = source[start...].firstIndex(of: first), next + text.count <= source.count {
            if source[next..<(next + text.count)].elementsEqual(text) {
                guard found == nil else { return nil }
                found = next..<(next + text.count)
            }
            start = next + 1
        }
        return found
    }
}

extension Document {
    /// The line of the first block or condition that an edit opens and does not close; nil: there is none.
    fileprivate func lineLeftOpen(_ edit: Edit) -> Int? {
        var options = DiagnosticOptions()
        options.rules = ["unterminated-block", "condition-not-closed"]
        var edited = self
        edited.apply(edit)
        let (before, after) = (diagnostics(options), edited.diagnostics(options))
        return after.count > before.count ? after.first { $0.line >= line(at: edit.range.lowerBound) }?.line : nil
    }
}
