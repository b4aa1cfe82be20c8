/// Keys of the prompt and what they do: a row of the editor's table.
package struct KeyHelp: Hashable, Sendable {
    package let keys: String
    let group: String
    let command: String

    /// - Parameters:
    ///   - keys: as they are written for people: `Ctrl-A, Home`.
    ///   - group: a name of ``Message/keyGroup(_:)``.
    ///   - command: a name of ``Message/key(_:)``.
    package init(keys: String, group: String, command: String) {
        (self.keys, self.group, self.command) = (keys, group, command)
    }
}

/// The table of keys as `:help keys`, README and man page have it.
package struct KeyReference {
    private let rows: [KeyHelp]
    private let language: Language

    package init(_ rows: [KeyHelp], language: Language = .english) {
        self.rows = rows
        self.language = language
    }

    private var groups: [(name: String, rows: [(keys: String, text: String)])] {
        var groups: [(name: String, rows: [(keys: String, text: String)])] = []
        for row in rows {
            let name = Message.keyGroup(row.group).text(language)
            if groups.last?.name != name { groups.append((name, [])) }
            groups[groups.count - 1].rows.append((row.keys, Message.key(row.command)?.text(language) ?? row.command))
        }
        return groups
    }

    /// `:help keys`
    package var lines: [String] {
        let width = (rows.map(\.keys.count).max() ?? 0) + 2
        return groups.flatMap { group in
            [group.name]
                + group.rows.map { row in
                    "  " + row.keys + String(repeating: " ", count: width - row.keys.count) + row.text
                }
        }
    }

    /// The table of the README.
    package var markdown: String {
        "| keys | what they do |\n| --- | --- |\n"
            + groups.map { group in
                "| **\(group.name)** | |\n" + group.rows.map { "| \($0.keys) | \($0.text) |\n" }.joined()
            }.joined()
    }

    /// The section of the man page, in man(7)'s macros.
    package var manual: String {
        ".SH KEYS\n"
            + groups.map { group in
                ".SS \(group.name)\n"
                    + group.rows.map { ".TP\n.B \(Self.roff($0.keys))\n\(Self.roff($0.text))\n" }.joined()
            }.joined()
    }

    private static func roff(_ text: String) -> String {
        text.map { $0 == "\\" ? "\\e" : $0 == "-" ? "\\-" : String($0) }.joined()
    }
}
