/// A command whose name is typed, and the argument that is being typed.
struct CommandLine {
    let command: Command
    /// What stands for the parameter so far, spaces included where it takes the rest of the line.
    let typed: String
    /// Nil: no further argument is expected.
    let parameter: ParameterInfo?
    /// The end of the line, where `typed` ends.
    let end: Int
    private let laterParameters: ArraySlice<ParameterInfo>

    /// Nil while the name is being typed, or stands for no command.
    init?(_ line: String, _ table: CommandTable) {
        guard case .command(let name, _, _) = InputLine(line), case .command(let command) = table.match(name),
            let blank = line.firstIndex(of: " ")
        else { return nil }
        self.command = command
        end = line.unicodeScalars.count
        var rest = line[blank...].drop { $0 == " " }
        var parameters = command.parameters.filter { $0.arity != .bang }[...]
        while let first = parameters.first, first.arity == .required || first.arity == .optional,
            let blank = first.completion == .file ? TypedPath.endOfWord(rest) : rest.firstIndex(of: " ")
        {
            rest = rest[blank...].drop { $0 == " " }
            parameters = parameters.dropFirst()
        }
        typed = String(rest)
        parameter = parameters.first
        laterParameters = parameters
    }

    /// Whether an argument is about to begin.
    var isAtArgument: Bool { typed.isEmpty }

    /// The parameters that are still to come, as the synopsis has them.
    var expected: Message { Message(synopsis: laterParameters.map(\.synopsis).joined(separator: " ")) }

    /// A candidate in place of the last `count` scalars.
    func candidate(_ text: String, replacing part: String, _ description: String = "") -> Candidate {
        Candidate(text, end - part.unicodeScalars.count..<end, description)
    }
}
