/// A form that a day is exported in.
package enum ExportFormat: String, Hashable, Sendable, CaseIterable {
    case adoc, md, html, pdf, docbook, zip, txt

    /// What a file of that form is called at its end.
    package var fileExtension: String { self == .docbook ? "xml" : rawValue }

    /// Whether pictures are files beside it.
    package var hasImagesBeside: Bool { self == .adoc || self == .md || self == .docbook }
}

/// What of a notebook is to be exported, as what, and where to: what `:export` and `steno export` are given.
package struct ExportRequest: Hashable, Sendable {
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
        case otherFormat(path: String, format: ExportFormat)
        /// A path that ends like a form which there is none of.
        case unknownFormat(path: String)
        /// The clipboard takes text, in one form.
        case notForClipboard
    }

    /// The forms, each once, in the order in which they were asked for; none: those that were used last.
    package var formats: [ExportFormat] = []
    /// A file, or a folder where it ends with `/`; nil: where exports usually go.
    package var path: String?
    /// How much.
    package var part = Part.day
    /// Whether files that are there may be written over; they go to the trash.
    package var overwrites = false
    /// Whether what the day contains may run and load: raw markup, scripts, pictures from elsewhere.
    package var trusts = false
    /// Whether a PDF may lack characters that no font has.
    package var mayLackCharacters = false
    /// What was typed.
    package private(set) var words: [String] = []
    /// Whether it goes to the clipboard instead of a file.
    package var isForClipboard = false

    package init() {}

    /// Reads `[adoc|md|html|pdf|docbook|zip|txt]… [PATH] [slot [N]|part|day] [--trust] [--incomplete]
    /// [--clipboard]`, in any order. A path has a `/` or a `.`.
    ///
    /// - Parameters:
    ///   - words: what was typed, quotation marks gone.
    ///   - overwrites: whether there was a `!`.
    package init(words: [String], overwrites: Bool = false) throws(Refusal) {
        self.overwrites = overwrites
        self.words = words
        var hasPart = false
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--trust" {
                trusts = true
            } else if word == "--incomplete" {
                mayLackCharacters = true
            } else if word == "--clipboard" {
                isForClipboard = true
            } else if let format = ExportFormat(rawValue: word.lowercased()) {
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
        let takesIt = formats.count < 2 && formats.allSatisfy { $0 != .pdf && $0 != .zip } && path == nil
        if isForClipboard, !takesIt { throw .notForClipboard }
    }

    private static func part(_ word: String, _ rest: inout ArraySlice<String>) throws(Refusal) -> Part? {
        switch word.lowercased() {
        case "day": return .day
        case "part": return .part
        case "slot":
            let isNumber = rest.first?.drop { $0 == "-" }.first?.isNumber ?? false
            guard let next = rest.first, isNumber else { return .currentSlot }
            guard !next.contains("/"), !next.contains(".") else { return .currentSlot }
            guard let number = Int(next), number > 0 else { throw .notASlot(next) }
            rest.removeFirst()
            return .slot(number)
        default: return nil
        }
    }

    /// A file's name says its form where no word does, and must not contradict one.
    private mutating func readFormatOfPath() throws(Refusal) {
        guard let path, let ending = Self.ending(of: path) else { return }
        if Self.unknownEndings.contains(ending) { throw .unknownFormat(path: path) }
        guard let format = Self.endings[ending] else { return }
        if formats.isEmpty { formats = [format] }
        if formats != [format] { throw .otherFormat(path: path, format: format) }
    }

    /// Whether ``path`` names a file; else it is a folder.
    package var namesFile: Bool { path.flatMap(Self.ending).map { Self.endings[$0] != nil } ?? false }

    /// Where each form goes: the file that was named, or a folder's file that is called like the content.
    ///
    /// - Parameter home: what `~` stands for.
    package func targets(_ formats: [ExportFormat], of content: ExportContent, home: String) -> [ExportTarget] {
        let typed = path.map { Notebook.path($0, home: home) }
        let usual = "\(content.folder)/exports/\(ExportContent.name(ofDay: content.day))/"
        let folder = typed.map { $0 + ($0.hasSuffix("/") ? "" : "/") } ?? usual
        return formats.map { format in
            if namesFile, let typed { return ExportTarget(format, typed) }
            return ExportTarget(format, "\(folder)\(content.name).\(format.fileExtension)")
        }
    }

    private static func ending(of path: String) -> String? {
        guard !path.hasSuffix("/"), let name = path.split(separator: "/").last, let dot = name.lastIndex(of: "."),
            dot > name.startIndex
        else { return nil }
        return name[name.index(after: dot)...].lowercased()
    }

    private static let endings: [String: ExportFormat] = [
        "adoc": .adoc, "asciidoc": .adoc, "asc": .adoc, "md": .md, "markdown": .md, "html": .html, "htm": .html,
        "pdf": .pdf, "xml": .docbook, "zip": .zip, "txt": .txt,
    ]
    /// Nobody means a folder by them.
    private static let unknownEndings: Set<String> = ["epub", "docx", "doc", "odt", "rtf", "json", "tex", "pptx"]
}
