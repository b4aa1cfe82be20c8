import ArgumentParser
import Files
import Notebook
import Shell

extension Steno {
    /// `steno export ics [PATH]`
    struct ExportCalendar: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "ics",
            abstract: "Write the slots that were attended as a calendar.",
            discussion: """
                The slots with a time of one day, or of all days of the notebook; rooms and ends come from the event's \
                programme where the notebook has one.
                """)

        @OptionGroup var options: NotebookOptions

        @Option(name: .shortAndLong, help: ArgumentHelp("Where to; else standard output.", valueName: "file"))
        var output: String?

        @Argument(help: ArgumentHelp("A notebook's folder, or a day's .adoc file.", valueName: "path"))
        var path: String?

        func run() throws {
            let program = try Program.started(options.choice(path: path))
            do {
                let services = program.session.services
                var slots = AttendedSlots(services)
                let isDay = path?.hasSuffix(".adoc") ?? false
                let days = isDay ? [path ?? ""] : try services.days.days(in: program.session.notebook.folder)
                for day in days { _ = try slots.add(try Disk().read(day, limit: 1 << 28), path: day) }
                let text = slots.calendar()
                guard let output else { return Terminal.write(text) }
                try Disk().write(output, Array(text.utf8))
            } catch {
                Terminal.complain("steno: " + program.text(error) + "\n")
                throw ExitCode(1)
            }
        }
    }
}
