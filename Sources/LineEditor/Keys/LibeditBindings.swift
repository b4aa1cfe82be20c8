import CEditline

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// libedit's bindings, as its `bind` prints them.
struct LibeditBindings {
    private(set) var isVi = false
    private(set) var keys: [Key: EditCommand] = [:]
    private(set) var characters: [Unicode.Scalar: EditCommand] = [:]
    /// Of vi's command mode.
    private(set) var commandCharacters: [Unicode.Scalar: EditCommand] = [:]

    init(_ mode: LineEditor.Configuration.Mode, readsSettings: Bool = true, keeping isFixed: Bool = false) {
        var vi: Int32 = 0
        guard let text = cel_bindings(mode.rawValue, readsSettings ? 1 : 0, isFixed ? 1 : 0, &vi) else { return }
        defer { free(text) }
        isVi = vi != 0
        read(String(cString: text))
    }

    /// For tests.
    init(listing: String) { read(listing) }

    private enum Part { case standard, alternative, sequences }

    private mutating func read(_ listing: String) {
        var part = Part.standard
        for line in listing.split(separator: "\n") {
            if line.hasPrefix("Alternative") { part = .alternative }
            if line.hasPrefix("Multi") || line.hasPrefix("Arrow") { part = .sequences }
            guard let (bytes, function) = Self.entry(line) else { continue }
            guard let command = Self.commands[function] else { continue }
            for sequence in bytes { add(sequence, command, part) }
        }
    }

    private mutating func add(_ sequence: [UInt8], _ command: EditCommand, _ part: Part) {
        var decoder = KeyDecoder()
        let events = decoder.decode(sequence)
        guard events.count == 1 else { return }
        switch (events[0], part) {
        case (.key(let key), .standard), (.key(let key), .sequences): keys[key] = command
        case (.meta(let scalar, _), .standard), (.meta(let scalar, _), .sequences): keys[.alt(scalar)] = command
        case (.text(let scalar), .standard): characters[scalar] = command
        case (.text(let scalar), .alternative): commandCharacters[scalar] = command
        default: break
        }
    }

    /// `"^A" to "^C"   ->  ed-insert`: the sequences, and the function.
    private static func entry(_ line: Substring) -> ([[UInt8]], String)? {
        guard let arrow = line.firstRange(of: "->") else { return nil }
        let function = line[arrow.upperBound...].drop { $0 == " " }
        let quoted = line[..<arrow.lowerBound].split(separator: "\"", omittingEmptySubsequences: false)
        guard quoted.count >= 3 else { return nil }
        let first = bytes(quoted[1])
        guard quoted.count >= 5, quoted[2].contains("to"), let start = first.first, first.count == 1 else {
            return ([first], String(function))
        }
        let last = bytes(quoted[3])
        guard last.count == 1, start <= last[0] else { return nil }
        return ((start...last[0]).map { [$0] }, String(function))
    }

    /// Control characters are written as `^A`.
    private static func bytes(_ text: Substring) -> [UInt8] {
        var bytes: [UInt8] = []
        var isCaret = false
        for byte in text.utf8 {
            if isCaret {
                bytes.append(byte == UInt8(ascii: "?") ? 0x7F : byte & 0x1F)
                isCaret = false
            } else if byte == UInt8(ascii: "^"), text.utf8.count > 1 {
                isCaret = true
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }

    /// libedit's functions that are ours; the others start programs, draw, or lose the line.
    private static let commands: [String: EditCommand] = [
        "ed-move-to-beg": .lineStart, "vi-zero": .lineStart, "ed-move-to-end": .lineEnd,
        "ed-prev-char": .characterLeft, "ed-next-char": .characterRight, "ed-prev-word": .wordLeft,
        "vi-prev-word": .wordLeft, "em-next-word": .wordRight, "vi-next-word": .wordRight,
        "ed-delete-prev-char": .deleteLeft, "em-delete-prev-char": .deleteLeft, "vi-delete-prev-char": .deleteLeft,
        "ed-delete-next-char": .deleteRight, "em-delete-or-list": .deleteRightOrEnd,
        "ed-delete-prev-word": .killWordLeft, "em-delete-next-word": .killWordRight, "ed-kill-line": .killToEnd,
        "em-kill-line": .killLine, "vi-kill-line-prev": .killToStart, "em-kill-region": .killRegion,
        "em-copy-region": .copyRegion, "em-yank": .yank, "em-set-mark": .setMark, "em-exchange-mark": .exchangeMark,
        "em-upper-case": .upperCase, "em-lower-case": .lowerCase, "em-capitol-case": .capitalize,
        "ed-transpose-chars": .transposeCharacters, "ed-quoted-insert": .quotedInsert, "ed-prev-history": .older,
        "ed-next-history": .newer, "ed-search-prev-history": .older, "ed-search-next-history": .newer,
        "ed-prev-line": .older, "ed-next-line": .newer, "em-inc-search-prev": .searchOlder,
        "em-inc-search-next": .searchNewer, "vi-search-prev": .searchOlder, "vi-search-next": .searchNewer,
        "ed-clear-screen": .clear, "ed-newline": .accept, "ed-end-of-file": .deleteRightOrEnd, "vi-undo": .undo,
        "vi-undo-line": .revert, "vi-command-mode": .viCommandMode, "vi-histedit": .editor, "ed-unassigned": .nothing,
        "ed-ignore": .nothing, "ed-start-over": .revert, "ed-argument-digit": .count, "is undefined": .nothing,
    ]
}
