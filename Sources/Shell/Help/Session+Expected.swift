import Notebook

extension Session {
    /// What a `?` that was just typed asks for: the commands that begin so, or what one of them expects.
    ///
    /// - Parameter line: with the `?`.
    /// - Returns: nil where the `?` is text.
    package func expected(after line: String, _ completer: LineCompleter) -> [String]? {
        guard capture == nil, line.hasPrefix(":"), line.hasSuffix("?") else { return nil }
        let typed = String(line.dropLast())
        let name = typed.dropFirst().prefix { $0 != " " }
        let help = Help(table: table, language: language)
        guard typed.hasSuffix(" ") else {
            // In an argument it is a question mark.
            guard name.count == typed.count - 1 else { return nil }
            let commands = table.commands.filter { $0.name.hasPrefix(name.lowercased()) }
            return commands.isEmpty ? nil : commands.count == 1 ? help.page(of: commands[0]) : commands.map(help.entry)
        }
        guard !typed.dropFirst(name.count + 1).contains(where: { $0 != " " }),
            case .command(let command) = table.match(String(name))
        else { return nil }
        let candidates = completer.candidates(for: typed).prefix(Self.mostCandidates)
        return help.page(of: command) + candidates.map { "    \($0.text)  \($0.description)" }
    }

    private static let mostCandidates = 10
}
