/// What the editor asks of whoever uses it, and tells it.
package struct Host {
    /// What stands before the line; asked for when a line begins, when a bound key was struck, and every
    /// `promptInterval`.
    package var prompt: () -> String = { "> " }
    /// What stands at the right margin, dim, as long as the line leaves room for it; asked for as the prompt is.
    package var rightPrompt: () -> String = { "" }
    /// Milliseconds after which the prompt is asked for again while nothing is typed; nil: never.
    package var promptInterval: Int?
    /// Dim text after the cursor, when it stands at the line's end.
    package var hint: ((LineBuffer) -> String?)?
    /// The part of the hint that Right, End and Control-E type; nil: none.
    package var acceptableHint: ((LineBuffer) -> String?)?
    package var completer: ((LineBuffer) -> [Completion])?
    package var highlighter: ((String) -> [StyledRange])?
    package var onPaste: (String, LineBuffer) -> PasteAnswer = { text, _ in
        text.contains("\n") ? .accept : .insert(text)
    }
    /// Takes what had come of a paste that Control-C gave up; on one line, Control-Y has it, too.
    package var onCutPaste: ((String) -> Void)?
    /// What a typed character that is no letter makes of the line, which has it already.
    package var onText: ((LineBuffer) -> TextAction)?
    /// What Enter right after a typed character makes of the line before it is taken; nil: nothing else.
    package var onEnter: ((LineBuffer) -> LineBuffer?)?
    /// Called after every key; the line is made only for who asks for it.
    package var onChange: ((() -> LineBuffer) -> Void)?
    /// The line was replaced by one of the history.
    package var onHistoryLine: (() -> Void)?
    /// Whether something of the host's is open that Escape closes, which is bound then.
    package var isEscapeAwaited: () -> Bool = { false }
    /// Takes the unfinished line to be kept: when nothing was typed for 1.5 seconds, and every 10 seconds of typing.
    package var saveDraft: ((String) -> Void)?
    /// Which history a line belongs to.
    package var historyName: (String) -> String = { _ in "" }
    package var messages = Messages()

    /// What the editor itself says.
    package struct Messages: Sendable {
        /// Said once a line when bytes came that are no UTF-8 and were replaced; empty: nothing is said.
        package var invalidInput = ""
        /// Before what is searched for, where no line has it.
        package var failing = "failing"
        /// Said when Enter is struck there.
        package var nothingFound: @Sendable (String) -> String = { "nothing found: \($0)" }
        /// Shown while a paste does not go on, with the bytes that came.
        package var pasteStalls: @Sendable (Int) -> String = { "paste: \($0) bytes, waiting for its end; Ctrl-C" }
        /// Said when Control-C gave a paste up.
        package var pasteCut = ""

        package init() {}
    }

    package init() {}
}
