import Notebook
import Publishing
import Shell

/// Runs lines that nobody is typing: a file or a pipe. Same grammar, no editing.
final class ScriptRunner {
    let program: Program
    /// Nil: standard input.
    let path: String?
    /// Whether what commands did is shown, too.
    let isVerbose: Bool

    private var session: Session { program.session }
    /// Whether nothing but empty lines was run yet.
    private var isBeforeText = true

    init(program: Program, path: String?, isVerbose: Bool) {
        self.program = program
        self.path = path
        self.isVerbose = isVerbose
    }

    /// - Returns: the exit status: 0, or 1 when a line was refused.
    func run() -> Int32 {
        guard open() else { return 1 }
        var refused = 0
        var number = 0
        do {
            try LineSource(path: path).forEach { line in
                number += 1
                return take(line, number, &refused)
            }
        } catch {
            complain(program.text(error))
            refused += 1
        }
        if session.isPastingPage {
            // A page ends with the input: nothing of it is lost.
            _ = take(LineSource.Line(text: ".", problem: .notTextual), number, &refused)
        }
        if session.captureName != nil {
            report(Message.endInsideBlock, at: number)
            session.endCapture()
            refused += 1
        }
        return close() && refused == 0 ? 0 : 1
    }

    /// Runs one line. Returns whether to go on.
    private func take(_ line: LineSource.Line, _ number: Int, _ refused: inout Int) -> Bool {
        do {
            guard let text = line.text else { throw Refusal(line.problem) }
            let response = try submit(text)
            notices()
            show(response.lines + (isVerbose ? response.done : []))
            if let problem = session.rememberSpeakers() { report(problem, at: number) }
            switch response.effect {
            case .none: return true
            case .quit: return false
            case .edit: throw Refusal(.needsTerminal)
            }
        } catch {
            notices()
            report(Message(error), at: number)
            refused += 1
            return true
        }
    }

    /// As at the prompt, a first line that is no command is the event's name.
    private func submit(_ text: String) throws -> Response {
        defer { isBeforeText = isBeforeText && text.trimmingBlanks.isEmpty }
        return try isBeforeText ? session.submitFirst(text) : session.submit(text)
    }

    private func open() -> Bool {
        do {
            if let response = try program.openNamedDay() {
                show(response.lines)
            } else {
                _ = try session.openToday()
            }
            return true
        } catch is Refusal {
            // Several days today: the script says which one, with :day.
            return true
        } catch {
            complain(program.text(error))
            return false
        }
    }

    private func close() -> Bool {
        do {
            try session.close()
            return true
        } catch {
            complain(program.text(error))
            return false
        }
    }

    private func report(_ message: Message, at number: Int) {
        complain("\(DisplayText.safe(path ?? "stdin")):\(number): \(DisplayText.safe(message.text(session.language)))")
    }

    private func notices() {
        for notice in session.takeNotices() { complain(DisplayText.safe(notice.text(session.language))) }
    }

    private func show(_ lines: [String]) {
        for line in lines { Terminal.write(DisplayText.safe(line) + "\n") }
    }

    private func complain(_ text: String) { Terminal.complain("steno: " + text + "\n") }
}
