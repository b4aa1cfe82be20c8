import CEditline
import EditorSchedules
import LineEditor

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A line editor and nothing else, for the tests in `Tests/Terminal`: what it accepts goes line by line into a file.
///
///     EditorProbe emacs|vi|stock FILE MAILBOX
///     EditorProbe schedules FIRST COUNT
///
/// What is written to the fifo MAILBOX is shown above the line.
/// `stock` is libedit alone, as its manual has it: the measure for latency. `schedules` prints what to type, for
/// `fuzz.py`.
@main
struct EditorProbe {
    static func main() {
        let arguments = CommandLine.arguments
        if arguments.count == 4, arguments[1] == "schedules", let first = UInt64(arguments[2]),
            let count = UInt64(arguments[3])
        {
            for seed in first..<first + count { print(Schedule(seed: seed).text) }
            return
        }
        guard arguments.count == 4, let file = fopen(arguments[2], "w") else { exit(2) }
        defer { fclose(file) }
        if arguments[1] == "stock" { return stock(file) }
        var configuration = LineEditor.Configuration()
        configuration.mode = LineEditor.Configuration.Mode(rawValue: arguments[1])
        configuration.readsSettings = false
        let editor = LineEditor(configuration)
        show(arguments[3], editor)
        edit(editor, file)
    }

    private static func show(_ mailbox: String, _ editor: LineEditor) {
        let descriptor = open(mailbox, O_RDWR | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { exit(2) }
        editor.watch(descriptor) { [unowned editor] in
            var bytes = [UInt8](repeating: 0, count: 4096)
            let count = read(descriptor, &bytes, bytes.count)
            if count > 0 { editor.post(String(decoding: bytes[..<count], as: UTF8.self)) }
        }
    }

    private static func edit(_ editor: LineEditor, _ file: UnsafeMutablePointer<FILE>) {
        defer { editor.close() }
        editor.host.hint = { $0.text.hasSuffix("sou") ? "veraineté" : nil }
        editor.host.rightPrompt = { "à droite" }
        editor.host.highlighter = { text in
            text.hasPrefix(":") ? [StyledRange(0..<text.unicodeScalars.count, .command)] : []
        }
        editor.bind(.alt("m")) { [unowned editor] _ in
            editor.post("un message\u{7} au-dessus de la ligne")
            return .redraw
        }
        while true {
            switch editor.readLine() {
            case .line(let text): put("line", text, file)
            case .paste(let text, let before, let after): put("paste", before + after + "|" + text, file)
            case .cancelled(let text): put("cancelled", text, file)
            case .terminated(_, let draft): return put("draft", draft, file)
            case .endOfInput: return put("end", "", file)
            }
        }
    }

    private static func put(_ kind: String, _ text: String, _ file: UnsafeMutablePointer<FILE>) {
        fputs(
            kind + " " + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n") + "\n",
            file)
        fflush(file)
    }

    private static func stock(_ file: UnsafeMutablePointer<FILE>) {
        setlocale(LC_CTYPE, "C.UTF-8")
        guard let input = fdopen(0, "r"), let output = fdopen(1, "w"),
            let editor = el_init("probe", input, output, output)
        else { exit(2) }
        cel_set_mode(editor, "emacs")
        var count: Int32 = 0
        while el_wgets(editor, &count) != nil, count > 1 {}
        el_end(editor)
    }
}
