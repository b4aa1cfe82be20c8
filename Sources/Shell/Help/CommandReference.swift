/// The commands as documentation, made from the command table.
package struct CommandReference {
    private let table: CommandTable
    private let language: Language

    package init(_ table: CommandTable, language: Language = .english) {
        self.table = table
        self.language = language
    }

    /// `docs/commands.md`; a test holds it fresh.
    package var markdown: String {
        "# Commands\n\nGenerated from the command table by `make docs`; do not edit.\n\n"
            + Message.grammar.text(language).lines.map { "    \($0)\n" }.joined()
            + Command.Group.allCases.map(section).joined()
    }

    /// The table of the README.
    package var readmeTable: String {
        "| command | what it does |\n| --- | --- |\n"
            + table.commands.map { command in
                "| `\(escaped(command.synopsis(in: language)))` | \(escaped(command.summary.text(language))) |\n"
            }.joined()
    }

    private func section(_ group: Command.Group) -> String {
        "\n## \(Message.group(group).text(language))\n"
            + table.commands.filter { $0.group == group }.map(page).joined()
    }

    private func page(_ command: Command) -> String {
        let others = command.aliases.map { "`:\($0)`" }.joined(separator: ", ")
        return
            "\n### `\(command.synopsis(in: language))`\n\n\(command.summary.text(language))\(others.isEmpty ? "" : " (also \(others))")\n\n"
            + command.examples.map { "- `\($0.line)`: \($0.effect.text(language))\n" }.joined()
    }

    private func escaped(_ text: String) -> String {
        text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
}
