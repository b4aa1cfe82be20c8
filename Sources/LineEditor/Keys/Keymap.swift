import CEditline

/// Which command a key stands for: libedit's keymap (emacs or vi), changed by the table of keys, changed by the user's
/// `~/.editrc`.
///
/// libedit reads that file, and tells its bindings as `bind` prints them; nothing else of it is used.
struct Keymap {
    private(set) var isVi = false
    private var bindings = KeyTable.bindings
    /// Of characters that the user bound: in emacs mode and vi's insert mode, and in vi's command mode.
    private var characters: [Unicode.Scalar: EditCommand] = [:]
    private var commandCharacters: [Unicode.Scalar: EditCommand] = [:]
    /// Keys that the user bound come before the host's.
    private var userKeys: Set<Key> = []

    init(isVi: Bool = false) { self.isVi = isVi }

    /// - Parameter mode: nil: what `~/.editrc` says, else emacs.
    init(_ mode: LineEditor.Configuration.Mode?, readsSettings: Bool) {
        let standard = LibeditBindings(mode ?? .emacs, readsSettings: false)
        let own = readsSettings ? LibeditBindings(mode ?? .emacs, keeping: mode != nil) : standard
        isVi = own.isVi
        let usual = own.isVi == standard.isVi ? standard : LibeditBindings(.vi, readsSettings: false)
        for (key, command) in usual.keys where bindings[key] == nil && !isVi { bindings[key] = command }
        for (key, command) in own.keys where usual.keys[key] != command {
            bindings[key] = command
            userKeys.insert(key)
        }
        characters = own.characters.filter { usual.characters[$0] != $1 }
        commandCharacters = own.commandCharacters.filter { usual.commandCharacters[$0] != $1 }
    }

    /// Shift changes nothing where it has no meaning of its own, and neither does anything at Home, Enter and the like.
    subscript(_ key: Key) -> EditCommand? {
        if let command = bindings[key] { return command }
        if key.modifiers.isEmpty { return nil }
        if let command = bindings[Key(key.base, key.modifiers.subtracting(.shift))] { return command }
        if case .character = key.base { return nil }
        return bindings[Key(key.base)]
    }

    subscript(_ character: Unicode.Scalar) -> EditCommand? { characters.isEmpty ? nil : characters[character] }

    func viCommand(_ character: Unicode.Scalar) -> EditCommand? { commandCharacters[character] }

    func isBound(_ key: Key) -> Bool { self[key].map { $0 != .nothing } ?? false }

    func isUsers(_ key: Key) -> Bool { userKeys.contains(key) }
}
