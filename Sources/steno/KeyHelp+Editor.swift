import LineEditor
import Shell

extension KeyHelp {
    /// The rows of the editor's table.
    static var editor: [KeyHelp] {
        KeyTable.rows.map { row in
            let keys = row.command == .count ? "Alt-0 … Alt-9, Alt--" : row.keys.map(\.name).joined(separator: ", ")
            return KeyHelp(keys: keys, group: row.group.rawValue, command: row.command.rawValue)
        }
    }
}
