/// What a key does to the line, or asks of whoever reads it.
package enum EditCommand: String, Hashable, Sendable, CaseIterable {
    case lineStart = "line-start"
    case lineEnd = "line-end"
    case characterLeft = "character-left"
    case characterRight = "character-right"
    case wordLeft = "word-left"
    case wordRight = "word-right"
    case findRight = "find-right"
    case findLeft = "find-left"
    case setMark = "set-mark"
    case exchangeMark = "exchange-mark"

    case deleteLeft = "delete-left"
    case deleteRight = "delete-right"
    case deleteRightOrEnd = "delete-right-or-end"
    case killSpacedWordLeft = "kill-spaced-word-left"
    case killWordLeft = "kill-word-left"
    case killWordRight = "kill-word-right"
    case killToEnd = "kill-to-end"
    case killToStart = "kill-to-start"
    case killLine = "kill-line"
    case killRegion = "kill-region"
    case copyRegion = "copy-region"
    case deleteSpaces = "delete-spaces"
    case oneSpace = "one-space"

    case undo, redo, revert
    case yank
    case yankOlder = "yank-older"
    case lastWord = "last-word"

    case transposeCharacters = "transpose-characters"
    case transposeWords = "transpose-words"
    case upperCase = "upper-case"
    case lowerCase = "lower-case"
    case capitalize
    case quotedInsert = "quoted-insert"
    case count

    case older, newer, oldest, newest
    case searchOlder = "search-older"
    case searchNewer = "search-newer"

    case complete
    case completeBack = "complete-back"

    case accept, cancel, abort, clear, suspend
    case nothing
    case viCommandMode = "vi-command-mode"

    // What the editor leaves to its host.
    case deeper, higher, editor
    case moveUp = "move-up"
    case moveDown = "move-down"
}

/// What is left to do that the line alone cannot.
enum EditEffect: Hashable {
    case none
    case accept, cancel, abort, endOfInput, clear, suspend
    case older, newer, oldest, newest
    case search(older: Bool)
    case complete(step: Int)
    case lastWord
    /// A key that the host may have a meaning for.
    case host(Key)
}
