/// A note that somebody marked while it was written: to be found again in the evening.
package struct Mark: Hashable, Sendable {
    /// What a note is marked as.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Something to check later.
        case todo
        /// What came to mind.
        case idea
        /// What is to be asked.
        case question
        /// What to keep from the talk.
        case keep
    }

    package let kind: Kind
    /// Whether it is a follow-up that was checked.
    package let isDone: Bool
    /// The note's first line, without the sign.
    package let text: String
    /// Position of its slot or part; nil: before the first one.
    package let slot: Int?
    /// Its line in the day's file, from 1.
    package let line: Int
    /// Its number among the slot's notes, from 1.
    package let number: Int
}

extension Layout {
    /// What stands before the text of a marked note.
    package struct MarkForm: Hashable, Sendable {
        /// By kind; of a follow-up, while it is open.
        package private(set) var signs: [Mark.Kind: String] = [
            .todo: "\u{2610} ", .idea: "\u{1F4A1} ", .question: "\u{2753} ", .keep: "\u{2B50} ",
        ]
        /// Before a follow-up that was checked.
        package static let done = "\u{2611} "

        package init() {}

        package subscript(kind: Mark.Kind) -> String {
            get { signs[kind] ?? "" }
            set { signs[kind] = newValue }
        }

        /// What a text's sign says; nil where it begins with none.
        func read(_ text: String) -> Reading? {
            for kind in Mark.Kind.allCases {
                guard let sign = text.sign(self[kind]) else { continue }
                return Reading(kind: kind, isDone: false, sign: sign, text: String(text.dropFirst(sign.count)))
            }
            guard let sign = text.sign(Self.done) else { return nil }
            return Reading(kind: .todo, isDone: true, sign: sign, text: String(text.dropFirst(sign.count)))
        }

        /// A marked text, taken apart.
        struct Reading {
            let kind: Mark.Kind
            let isDone: Bool
            /// The sign as it stands there, with the spaces after it.
            let sign: String
            let text: String
        }
    }
}

extension String {
    /// A sign at the start, with the spaces after it; nil where the text does not begin with that.
    fileprivate func sign(_ sign: String) -> String? {
        let word = sign.trimmingBlanks
        guard !word.isEmpty, hasPrefix(word) else { return nil }
        let rest = dropFirst(word.count)
        guard rest.first == nil || rest.first == " " || !word.endsInWord else { return nil }
        return String(prefix(word.count + rest.prefix { $0 == " " }.count))
    }

    /// Whether a letter or digit after it would make another word of it.
    private var endsInWord: Bool { last.map { $0.isLetter || $0.isNumber } ?? false }
}
