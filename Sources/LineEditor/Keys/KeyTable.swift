/// Every key of the prompt, and what it does: what is bound, and what `:help keys`, README and man page say, is made
/// from this table.
package enum KeyTable {
    package struct Row: Sendable {
        package let command: EditCommand
        package let keys: [Key]
        package let group: Group
    }

    package enum Group: String, Sendable, CaseIterable {
        case moving, deleting, back, changing, history, notes, line
    }

    package static let rows: [Row] = groups.flatMap { group, rows in
        rows.map { Row(command: $0.0, keys: $0.1, group: group) }
    }

    private static let groups: [(Group, [(EditCommand, [Key])])] = [
        (
            .moving,
            [
                (.characterLeft, [.left, .control("b")]),
                (.characterRight, [.right, .control("f")]),
                (.wordLeft, [.alt("b"), .controlLeft, .altLeft]),
                (.wordRight, [.alt("f"), .controlRight, .altRight]),
                (.lineStart, [.home, .control("a")]),
                (.lineEnd, [.end, .control("e")]),
                (.findRight, [.control("]")]),
                (.findLeft, [Key(.character("]"), [.alt, .control])]),
                (.setMark, [.control("@")]),
                (.exchangeMark, [.controlX("x")]),
            ]
        ),
        (
            .deleting,
            [
                (.deleteLeft, [.backspace]),
                (.deleteRight, [.delete]),
                (.killSpacedWordLeft, [.control("w")]),
                (.killWordLeft, [.altBackspace, Key(.backspace, .control)]),
                (.killWordRight, [.alt("d"), Key(.delete, .control), Key(.delete, .alt)]),
                (.killToEnd, [.control("k")]),
                (.killToStart, [.control("u")]),
                (.killLine, [.controlX("k")]),
                (.killRegion, [.controlX("w")]),
                (.copyRegion, [.alt("w")]),
                (.deleteSpaces, [.alt("\\")]),
                (.oneSpace, [.alt(" ")]),
            ]
        ),
        (
            .back,
            [
                (.undo, [.control("_"), .controlX("u")]),
                (.redo, [.alt("/"), .controlX("r")]),
                (.revert, [.alt("r")]),
                (.yank, [.control("y")]),
                (.yankOlder, [.alt("y")]),
                (.lastWord, [.alt("."), .alt("_")]),
            ]
        ),
        (
            .changing,
            [
                (.transposeCharacters, [.control("t")]),
                (.transposeWords, [.alt("t")]),
                (.upperCase, [.alt("u")]),
                (.lowerCase, [.alt("l")]),
                (.capitalize, [.alt("c")]),
                (.quotedInsert, [.control("v"), .control("q")]),
                (.count, "1234567890-".unicodeScalars.map(Key.alt)),
                (.complete, [.tab]),
                (.completeBack, [.backTab]),
                (.editor, [.controlX("e")]),
            ]
        ),
        (
            .history,
            [
                (.older, [.up, .control("p"), .alt("p")]),
                (.newer, [.down, .control("n"), .alt("n")]),
                (.oldest, [.pageUp, .alt("<")]),
                (.newest, [.pageDown, .alt(">")]),
                (.searchOlder, [.control("r")]),
                (.searchNewer, [.control("s")]),
            ]
        ),
        // The host's: at the start of the line, or on an empty one.
        (
            .notes,
            [
                (.deeper, [.tab, .altRight]), (.higher, [.backTab, .altLeft]), (.moveUp, [.altUp]),
                (.moveDown, [.altDown]),
            ]
        ),
        (
            .line,
            [
                (.accept, [.enter]),
                (.cancel, [.control("c")]),
                (.deleteRightOrEnd, [.control("d")]),
                (.abort, [.escape, .control("g")]),
                (.clear, [.control("l")]),
                (.suspend, [.control("z")]),
            ]
        ),
    ]

    /// What each key does where neither the host nor the user has bound it.
    static let bindings: [Key: EditCommand] = {
        var bindings: [Key: EditCommand] = [:]
        for row in rows where row.group != .notes { for key in row.keys { bindings[key] = row.command } }
        return bindings
    }()
}

extension Key {
    /// As `:help keys` writes it: `Ctrl-A`, `Alt-←`.
    package var name: String {
        let prefix = modifiers.contains(.afterControlX) ? "Ctrl-X " : ""
        let held = [(Modifiers.control, "Ctrl-"), (.alt, "Alt-"), (.shift, "Shift-")]
        return prefix + held.filter { modifiers.contains($0.0) }.map(\.1).joined() + base.name
    }
}

extension Key.Base {
    private static let names: [Key.Base: String] = [
        .tab: "Tab", .escape: "Escape", .enter: "Enter", .backspace: "Backspace", .up: "↑", .down: "↓", .left: "←",
        .right: "→", .home: "Home", .end: "End", .insert: "Insert", .delete: "Delete", .pageUp: "PgUp",
        .pageDown: "PgDn", .character(" "): "Space",
    ]

    fileprivate var name: String {
        switch self {
        case .function(let number): "F\(number)"
        case .character(let character): Self.names[self] ?? String(Character(character)).uppercased()
        default: Self.names[self] ?? ""
        }
    }
}
