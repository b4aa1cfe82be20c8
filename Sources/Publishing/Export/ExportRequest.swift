/// What of a notebook is to be exported, as what, and where to: what `:export` and `steno export` are given.
package struct ExportRequest: Hashable, Sendable {
    /// A form that a day is exported in.
    package enum Format: String, Hashable, Sendable, CaseIterable {
        case adoc, md, html, pdf, docbook, zip, txt

        /// What a file of that form is called at its end.
        package var fileExtension: String { self == .docbook ? "xml" : rawValue }
    }

    /// How much of the day.
    package enum Part: Hashable, Sendable {
        case day
        /// The slot in which the writer stands.
        case currentSlot
        /// The slot with that number, from 1, as `:slots` counts.
        case slot(Int)
        /// The part of the day, under a day's heading, in which the writer stands.
        case part
    }

    /// Why words are no request.
    package enum Refusal: Error, Hashable, Sendable {
        /// A word that is no form, no path and no part.
        case unknownWord(String)
        /// More than one path.
        case secondPath(String)
        /// More than one part.
        case secondPart(String)
        /// `slot` with something after it that is no number of a slot.
        case notASlot(String)
        /// A path that ends like one form, where others were asked for.
        case otherFormat(path: String, format: Format)
    }

    /// The forms, each once, in the order in which they were asked for; none: those that were used last.
    package var formats: [Format] = []
    /// A file, or a folder where it ends with `/`; nil: where exports usually go.
    package var path: String?
    /// How much.
    package var part = Part.day
    /// Whether files that are there may be written over; they go to the trash.
    package var overwrites = false

    package init() {}

    /// Reads `[adoc|md|html|pdf|docbook|zip|txt]… [PATH] [slot [N]|part|day]`, in any order. A path has a `/` or a `.`.
    ///
    /// - Parameters:
    ///   - words: what was typed, quotation marks gone.
    ///   - overwrites: whether there was a `!`.
    package init(words: [String], overwrites: Bool = false) throws(Refusal) {
        self.overwrites = overwrites
        var hasPart = false
        var rest = words[...]
        while let word = rest.popFirst() {
            if let format = Format(rawValue: word.lowercased()) {
                if !formats.contains(format) { formats.append(format) }
            } else if let part = try Self.part(word, &rest) {
                if hasPart { throw .secondPart(word) }
                (self.part, hasPart) = (part, true)
            } else if word.contains("/") || word.contains(".") {
                if path != nil { throw .secondPath(word) }
                path = word
            } else {
                throw .unknownWord(word)
            }
        }
        try readFormatOfPath()
    }

    private static func part(_ word: String, _ rest: inout ArraySlice<String>) throws(Refusal) -> Part? {
        switch word.lowercased() {
        case "day": return .day
        case "part": return .part
        case "slot":
            guard let next = rest.first, next.first?.isNumber == true || next.first == "-" else { return .currentSlot }
            guard !next.contains("/"), !next.contains(".") else { return .currentSlot }
            guard let number = Int(next), number > 0 else { throw .notASlot(next) }
            rest.removeFirst()
            return .slot(number)
        default: return nil
        }
    }

    /// A file's name says its form where no word does, and must not contradict one.
    private mutating func readFormatOfPath() throws(Refusal) {
        guard let path, !path.hasSuffix("/"), let name = path.split(separator: "/").last,
            let dot = name.lastIndex(of: "."), dot > name.startIndex
        else { return }
        let ending = name[name.index(after: dot)...].lowercased()
        guard let format = Format.allCases.first(where: { $0.fileExtension == ending }) else { return }
        if formats.isEmpty { formats = [format] }
        if formats != [format] { throw .otherFormat(path: path, format: format) }
    }
}
