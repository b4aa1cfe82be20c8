import AsciiDoc
import AsciiDocLint
import Notebook

extension Session {
    /// What is wrong with a day and what it lacks, by line; each line ends with what jumps there.
    private func findings(of check: SourceCheck, on day: Day, path: String) -> Response {
        let wording = Message.wording(in: language)
        // The day is the one that is open: its name need not be said in every line.
        let diagnostics = check.report(on: day.document, file: path).diagnostics
        let wrong = diagnostics.map { found in
            let said = DiagnosticReport(file: "", diagnostics: [found]).lines(wording).joined()
            return (
                line: found.line, text: said,
                slot: day.slot(at: day.position(containing: found.range.lowerBound))?.number
            )
        }
        let lacking = day.remarks.map { (line: $0.line, text: "\($0.line): \(text(of: $0))", slot: $0.slot) }
        let all = (wrong + lacking).enumerated().sorted {
            ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
        }
        guard !all.isEmpty else { return Response(lines: [Message.nothingWrong.text(language)]) }
        return Response(lines: all.map { $0.element.text + ($0.element.slot.map { "  :go \($0)" } ?? "") })
    }

    func checkOptions(_ words: String) throws -> CheckOptions {
        do throws(CheckOptions.Unknown) { return try CheckOptions(words: words) } catch {
            throw Refusal(.unknownCheckOption(error.word))
        }
    }

    /// What `steno check` does, with the day that is open.
    func check(_ options: CheckOptions) throws -> Response {
        let open = try day()
        let check = options.check(fileExists: services.fileExists)
        let done = options.fixes ? try putRight(check, in: open) : []
        let report = { check.report(on: open.day.document, file: open.store.path) }
        let wording = Message.wording(in: language)
        switch options.format {
        case .text:
            var response = findings(of: check, on: open.day, path: open.store.path)
            response.lines = done + response.lines
            return response
        case .github: return Response(lines: done + report().annotations(wording))
        case .sarif:
            let log = SarifLog([report()], version: Release.version, wording: wording)
            return Response(lines: done + [String(decoding: log.bytes, as: UTF8.self)])
        }
    }

    /// Puts right what is safe to, as one step of the history. Returns what is said of it.
    private func putRight(_ check: SourceCheck, in open: DaySession) throws -> [String] {
        try open.takeOverOutsideChange()
        let (fixed, found) = check.fixed(open.day.document, file: open.store.path)
        guard !found.isEmpty else { return [] }
        try open.perform(typedLine) { (day, _) throws(DayError) in
            let source = day.document.source
            day.apply(Edit(range: source.indices, replacement: fixed.source).trimmed(in: source))
            return .same
        }
        let name = Notebook.lastComponent(open.store.path)
        return [Message.fixed(name, found.map { ($0.line, $0.rule) }).text(language)]
    }

    private func text(of remark: DayRemark) -> String { Message.remark(remark.kind).text(language) }
}

extension Message {
    /// What a day lacks.
    fileprivate static func remark(_ kind: DayRemark.Kind) -> Message {
        switch kind {
        case .noSpeaker:
            Message(en: "nobody talks in this slot; :by NAME", fr: "personne ne parle dans ce créneau ; :by NOM")
        case .noEnd: Message(en: "the slot has no end; :end TIME", fr: "le créneau n’a pas de fin ; :end HEURE")
        case .overlaps(let slot):
            Message(
                en: "the slot begins before slot \(slot) ends",
                fr: "le créneau commence avant la fin du créneau \(slot)")
        case .noCaption(let image): Message(en: "\(image) has no caption", fr: "\(image) n’a pas de légende")
        case .openFollowUp(let text): Message(en: "still to do: \(text)", fr: "reste à faire : \(text)")
        }
    }
}
