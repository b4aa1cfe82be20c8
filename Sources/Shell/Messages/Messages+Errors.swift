import Notebook

extension Message {
    /// What is said of any error that a line can end in.
    package init(_ error: any Error) {
        self =
            switch error {
            case let refusal as Refusal: refusal.message
            case let error as DayError: Message(day: error)
            case let error as StoreError: Message(store: error)
            case let error as UsageError: Message(usage: error)
            case let error as SlotHeading.Problem: Message(heading: error)
            case let error as TemplateError: Message(template: error)
            case let error as ImageError: Message(image: error)
            case let error as ProgrammeError: Message(programme: error)
            case let error as ExportRequest.Refusal: Message(request: error)
            case let error as ExportError: Message(export: error)
            case let error as PublishError: Message(publish: error)
            default: .unexpected(String(describing: Swift.type(of: error)))
            }
    }

    private init(day error: DayError) {
        self =
            switch error {
            case .noDay: .noDay
            case .noSlot: .noSlot
            case .wholeDay: .wholeDay
            case .noPart: .noPart
            case .noHeading: .dayWithoutTitle
            case .heading(let problem): Message(heading: problem)
            case .depthJump(let from, let to): .depthJump(from: from, to: to)
            case .noSectionAbove(let depth): .noSectionAbove(depth)
            case .depthTooDeep(let limit): .depthTooDeep(limit)
            case .nothingToContinue: .nothingToContinue
            case .emptyText: .emptyText
            case .slotNotFound(let query): .slotNotFound(query)
            case .slotAmbiguous(let query, let positions): .slotAmbiguous(query, positions)
            case .abstractExists: .abstractExists
            case .noteNotFound(let number): .noteNotFound(number)
            case .noNotes: .noNotes
            case .notOneLine: .notOneLine
            case .textNotFound(let text): .textNotFound(text)
            case .noBlock: .noBlock
            case .nothingToUndo: .nothingToUndo
            case .nothingToRedo: .nothingToRedo
            case .overwrittenOutside(let label): .overwrittenOutside(label)
            case .changedMeanwhile(let path): .changedMeanwhile(path)
            case .store(let error): Message(store: error)
            case .refused(let refusal): Message(refusal: refusal)
            case .imagesElsewhere(let place): .imagesElsewhere(place)
            }
    }

    private init(heading problem: SlotHeading.Problem) {
        self =
            switch problem {
            case .impossibleTime(let word): .impossibleTime(word)
            case .endsBeforeStart(let start, let end): .endsBeforeStart(start.text(.h), end.text(.h))
            case .endWithoutStart: .endWithoutStart
            case .empty: .emptyHeading
            }
    }

    private init(usage error: UsageError) {
        self =
            switch error {
            case .missing(let parameter): .missingArgument(Message(synopsis: parameter.name))
            case .notATime(let word): .notATime(word)
            case .impossibleTime(let word): .impossibleTime(word)
            case .notANumber(let word): .notANumber(word)
            case .unclosedQuote: .unclosedQuote
            case .tooMuch(let rest): .tooMuch(rest)
            case .bangNotTaken: .bangNotTaken
            }
    }

    private init(template error: TemplateError) {
        self =
            switch error {
            case .unknown(let name, let known): .unknownTemplate(name, known)
            case .unknownField(let name, let template, let line): .unknownField(name, template, line: line)
            case .malformed(let template, let line, let problem): .malformedTemplate(template, line: line, problem)
            case .unreadable(let error): Message(store: error)
            }
    }

    private init(image error: ImageError) {
        self =
            switch error {
            case .notAnImage(let path): .notAnImage(path)
            case .folder(let path): .imageIsFolder(path)
            case .tooLarge(let path, let limit): .imageTooLarge(path, limit)
            case .store(let error): Message(store: error)
            }
    }
}

/// A line that was refused, with what to say of it. The line itself stays with the editor or the history.
package struct Refusal: Error, Hashable, Sendable {
    package let message: Message
    package init(_ message: Message) { self.message = message }
}
