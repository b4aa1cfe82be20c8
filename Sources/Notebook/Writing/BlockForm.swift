import AsciiDoc

/// A block that a command writes.
package enum BlockForm: Hashable, Sendable {
    /// `NOTE`, `TIP`, `IMPORTANT`, `WARNING`, `CAUTION`.
    package enum Admonition: String, Hashable, Sendable, CaseIterable {
        case note = "NOTE"
        case tip = "TIP"
        case important = "IMPORTANT"
        case warning = "WARNING"
        case caution = "CAUTION"
    }

    case abstract
    case paragraph
    case admonition(Admonition)
    case quote(attribution: String?)
    case code(language: String?)
    /// An open block with a title.
    case open(title: String?)
    /// AsciiDoc as typed.
    case raw
    /// An image: its macro's target, under its caption.
    case image(target: String, caption: String?)
}

extension BlockForm {
    /// Whether a single line typed with the command is text; a body typed over several lines is AsciiDoc.
    package var escapesLine: Bool {
        switch self {
        case .admonition, .quote: true
        default: false
        }
    }

    /// The lines of the block around `body`.
    ///
    /// Whatever the body is, the block is whole: delimiters are longer than those inside, and what the body opens and does
    /// not close (yet, when it is typed line by line) is closed.
    func lines(_ body: [String]) -> [String] {
        switch self {
        case .abstract: [".Abstract"] + verbatim(body)
        case .code(let language): (language.map { ["[source,\(attributeText($0))]"] } ?? []) + verbatim(body)
        case .paragraph: paragraph(body)
        case .admonition(let kind): ["[\(kind.rawValue)]"] + compound(body, character: "=")
        case .quote(let name):
            [name.map { "[quote, \(attributeText($0))]" } ?? "[quote]"] + compound(body, character: "_")
        case .open(let title):
            (title.map { ["." + escape($0, for: .blockTitle)] } ?? []) + compound(body, character: "-")
        case .raw: closed(body)
        case .image(let target, let caption):
            (caption.map { ["." + escape($0, for: .blockTitle)] } ?? []) + ["image:\(target)[]"]
        }
    }

    private func verbatim(_ body: [String]) -> [String] {
        let lines = body.map { escape($0, for: .verbatim) }
        let fence = delimiter("-", around: lines)
        return [fence] + lines + [fence]
    }

    /// Lines of which each is text; an empty one parts paragraphs.
    private func paragraph(_ body: [String]) -> [String] {
        var isFirst = true
        return body.map { line in
            defer { isFirst = line.trimmingBlanks.isEmpty }
            return line.trimmingBlanks.isEmpty ? "" : escape(line, for: isFirst ? .paragraph : .paragraphContinuation)
        }
    }

    private func compound(_ body: [String], character: Character) -> [String] {
        // An open block's delimiter has one length only: a line like it inside is text.
        if character == "-" {
            let lines = closed(body.map { $0.trimmingBlanks == "--" ? "{empty}--" : $0 })
            return ["--"] + lines + ["--"]
        }
        let lines = closed(body)
        let fence = delimiter(character, around: lines)
        return [fence] + lines + [fence]
    }

    /// AsciiDoc that closes every block that it opens.
    private func closed(_ body: [String]) -> [String] {
        let document = Document(parsing: Array(body.map { $0 + "\n" }.joined().utf8))
        return body + document.appendState.openDelimiters.reversed().map { String(decoding: $0, as: UTF8.self) }
    }

    private func delimiter(_ character: Character, around lines: [String]) -> String {
        let longest =
            lines.map { line in
                let trimmed = line.trimmingBlanks
                return trimmed.allSatisfy { $0 == character } ? trimmed.count : 0
            }.max() ?? 0
        return String(repeating: character, count: max(4, longest + 1))
    }

    /// Text as one value of an attribute list: quoted where a comma, a sign or a blank would part it.
    private func attributeText(_ text: String) -> String {
        let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || "-_+#.' ".contains($0) }
        return isPlain ? text : "\"" + text.map { $0 == "\"" ? "\\\"" : String($0) }.joined() + "\""
    }
}
