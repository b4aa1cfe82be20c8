/// Every command there is.
package struct CommandTable: Sendable {
    package let commands: [Command]

    /// The commands of Steno. A new one is added to one of these lists, and nowhere else.
    package static let steno = CommandTable(
        Command.days + Command.templates + Command.slots + Command.places + Command.notes + Command.pictures
            + Command.boxes + Command.typing + Command.marks + Command.editing + Command.rearranging + Command.fixing
            + Command.finding
            + Command.history + Command.publishing + Command.shell,
        prefixes: keptPrefixes)

    /// The prefixes that keep their meaning.
    let prefixes: [String: String]

    /// - Parameter prefixes: the command that a prefix, and every longer one, stands for, whatever else begins with it.
    package init(_ commands: [Command], prefixes: [String: String] = [:]) {
        self.commands = commands
        self.prefixes = prefixes
    }

    /// What a typed command name stands for.
    package enum Match {
        case command(Command)
        /// A prefix of several names.
        case ambiguous([String])
        /// No command; the nearest one, where there is one near.
        case unknown(nearest: String?)
    }

    /// Finds a command by name, alias or unique prefix of a name.
    package func match(_ typed: String) -> Match {
        let name = typed.lowercased()
        if let exact = commands.first(where: { $0.name == name || $0.aliases.contains(name) }) {
            return .command(exact)
        }
        let prefixed = name.isEmpty ? [] : commands.filter { !$0.isTypedInFull && $0.name.hasPrefix(name) }
        if let kept = prefixed.first(where: { isKept(name, for: $0) }) { return .command(kept) }
        switch prefixed.count {
        case 1: return .command(prefixed[0])
        case 0: return .unknown(nearest: Suggestion.nearest(to: name, among: commands.map(\.name)))
        default: return .ambiguous(prefixed.map(\.name))
        }
    }

    private func isKept(_ typed: String, for command: Command) -> Bool {
        prefixes.contains { $0.value == command.name && typed.hasPrefix($0.key) }
    }

    /// Faults of the declarations, all of them at once; a test expects none.
    package func problems() -> [String] {
        let names = commands.flatMap { [$0.name] + $0.aliases }
        let twice = Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys.map { "\($0) twice" }
        let lost = prefixes.filter { prefix in
            !commands.contains { $0.name == prefix.value && $0.name.hasPrefix(prefix.key) && !$0.isTypedInFull }
        }
        return twice + lost.map { "prefix \($0.key) of no command" } + commands.flatMap(problems)
    }

    private func problems(of command: Command) -> [String] {
        var found: [String] = []
        if command.examples.isEmpty { found.append("\(command.name): no example") }
        let typed = command.parameters.filter { $0.arity != .bang }
        if typed.dropLast().contains(where: { $0.arity == .rest || $0.arity == .optionalRest }) {
            found.append("\(command.name): a parameter after one that takes the rest of the line")
        }
        for example in command.examples where !example.line.hasPrefix(":\(command.name)") {
            found.append("\(command.name): example of another command: \(example.line)")
        }
        return found
    }
}
