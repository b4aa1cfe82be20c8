import ArgumentParser
import AsciiDoc
import Files
import Notebook
import Shell

extension Steno {
    /// `steno export`
    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a day in other forms, or what was attended as a calendar.",
            subcommands: [ExportDay.self, ExportCalendar.self], defaultSubcommand: ExportDay.self)
    }

    /// `steno export DAY [FORM…] [PATH] [slot N]`
    struct ExportDay: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "day",
            abstract: "Write a day, or a slot of it, in another form or place.",
            discussion: """
                Words after the day are those of the command :export, in any order: forms (adoc, md, html, pdf, docbook, \
                zip, txt), a path with a / or a ., and “slot N”. Without a form, those of the last time.

                Exit status: 0, or 1 when nothing was written.
                """)

        @OptionGroup var options: NotebookOptions

        @Flag(help: "Write over what is there; it goes to the notebook's trash.")
        var overwrite = false

        @Flag(help: "Let what the day contains run and load: raw markup, scripts, pictures from elsewhere.")
        var trust = false

        @Flag(help: "Make a PDF also where no font has a character: it is left out, or a box.")
        var incomplete = false

        @Flag(help: "Copy it instead: one form of text.")
        var clipboard = false

        @Argument(help: ArgumentHelp("The day's .adoc file.", valueName: "day"))
        var day: String

        @Argument(help: ArgumentHelp("Forms, a path, slot N.", valueName: "words"))
        var words: [String] = []

        func run() throws {
            let program = try Program.started(options.choice(path: day))
            let flags =
                (trust ? ["--trust"] : []) + (incomplete ? ["--incomplete"] : []) + (clipboard ? ["--clipboard"] : [])
            do {
                let request = try ExportRequest(words: words + flags, overwrites: overwrite)
                let document = Document(parsing: try Disk().read(day, limit: 1 << 30))
                let response = try Interrupt.during {
                    try program.session.export(request, of: Day(document), path: day)
                }
                for line in response.lines { Terminal.write(DisplayText.safe(line) + "\n") }
            } catch {
                Terminal.complain("steno: " + program.text(error) + "\n")
                throw ExitCode(1)
            }
        }
    }
}
