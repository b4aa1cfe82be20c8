/// What `:help` shows, made from the command table alone.
struct Help {
    let table: CommandTable
    let language: Language

    /// The grammar in short, and every command with its summary.
    var overview: [String] {
        Message.grammar.text(language).lines
            + Command.Group.allCases.flatMap { group in
                let commands = table.commands.filter { $0.group == group }
                return ["", Message.group(group).text(language)] + commands.map(entry)
            }
    }

    func entry(_ command: Command) -> String {
        let name = ":" + command.name
        let pad = String(repeating: " ", count: max(1, 12 - name.count))
        return "  \(name)\(pad)\(command.summary.text(language))"
    }

    /// Synopsis, summary, other names and examples of one command.
    func page(of command: Command) -> [String] {
        let others = command.aliases.map { ":" + $0 }.joined(separator: ", ")
        let width = (command.examples.map(\.line.count).max() ?? 0) + 2
        return [command.synopsis(in: language), "  " + command.summary.text(language)]
            + (others.isEmpty ? [] : ["  = \(others)"])
            + command.examples.map { example in
                "  " + example.line + String(repeating: " ", count: width - example.line.count)
                    + example.effect.text(language)
            }
    }
}
