import ArgumentParser
import Shell

@main
struct Steno: ParsableCommand {
    /// Most starts name a notebook at most: they need not wait for a parser to be made.
    static func main() {
        guard let choice = Program.Choice(plain: CommandLine.arguments.dropFirst()) else { return main(nil) }
        do {
            exit(withError: ExitCode(try Open.status(of: choice)))
        } catch {
            exit(withError: error)
        }
    }

    static let configuration = CommandConfiguration(
        commandName: "steno",
        abstract: "Take notes live, line by line, as AsciiDoc.",
        discussion: """
            Without a subcommand, opens today's day of the notebook, or asks for the event's name and makes it. When the \
            input is not a terminal, its lines are run as `steno run` does.
            """,
        version: Release.version,
        subcommands: [Open.self, Run.self, Check.self, Export.self, Asg.self, Reference.self],
        defaultSubcommand: Open.self)
}

/// Where the notes are; the same for every subcommand that opens a day.
struct NotebookOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The notebook's folder (default: $STENO_NOTEBOOK, else sessions).", valueName: "folder"))
    var notebook: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("The template of new days.", valueName: "name"))
    var template: String?

    func choice(path: String?) -> Program.Choice {
        Program.Choice(notebook: notebook, template: template, path: path)
    }
}

extension Steno {
    /// `steno [PATH]`
    struct Open: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Open a notebook or a day (the default).")

        @OptionGroup var options: NotebookOptions

        @Flag(help: "Linear output, without redrawing: for screen readers and dumb terminals.")
        var plain = false

        @Argument(help: ArgumentHelp("A notebook's folder, or a day's .adoc file.", valueName: "path"))
        var path: String?

        func run() throws {
            throw ExitCode(try Self.status(of: options.choice(path: path), plain: plain))
        }

        /// Runs the shell. Returns its exit status.
        static func status(of choice: Program.Choice, plain: Bool = false) throws(ExitCode) -> Int32 {
            let program = try Program.started(choice)
            return Terminal.isInteractive ? program.runTerminal(plain: plain) : program.runScript(path: nil)
        }
    }

    /// `steno run FILE`
    struct Run: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Run the lines of a file as if they were typed.",
            discussion: "A refused line is reported with its number and the others go on; the exit status is then 1.")

        @OptionGroup var options: NotebookOptions

        @Option(help: ArgumentHelp("A notebook's folder, or a day's .adoc file to continue.", valueName: "path"))
        var on: String?

        @Flag(help: "Say what each command did, as at the prompt.")
        var verbose = false

        @Argument(help: ArgumentHelp("The file; - is standard input.", valueName: "file"))
        var file: String

        func run() throws {
            let program = try Program.started(options.choice(path: on))
            throw ExitCode(program.runScript(path: file == "-" ? nil : file, isVerbose: verbose))
        }
    }
}
