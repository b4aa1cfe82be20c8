// What the commands do, as tables.
extension LineState {
    static let motions: [EditCommand: @Sendable (Line) -> Int] = [
        .lineStart: { _ in 0 },
        .lineEnd: { $0.count },
        .characterLeft: { $0.before($0.cursor) },
        .characterRight: { $0.after($0.cursor) },
        .wordLeft: { $0.wordStart(before: $0.cursor, .letters) },
        .wordRight: { $0.wordEnd(after: $0.cursor, .letters) },
    ]

    static let kills: [EditCommand: @Sendable (Line) -> Range<Int>] = [
        .killSpacedWordLeft: { $0.wordStart(before: $0.cursor, .nonSpaces)..<$0.cursor },
        .killWordLeft: { $0.wordStart(before: $0.cursor, .letters)..<$0.cursor },
        .killWordRight: { $0.cursor..<$0.wordEnd(after: $0.cursor, .letters) },
        .killToEnd: { $0.cursor..<$0.count },
        .killToStart: { 0..<$0.cursor },
        .killLine: { 0..<$0.count },
        .killRegion: { $0.region },
    ]

    static let changes: [EditCommand: @Sendable (inout Line) -> Void] = [
        .deleteLeft: { $0.deleteLeft() },
        .deleteRight: { $0.deleteRight() },
        .deleteSpaces: { $0.closeSpaces(to: 0) },
        .oneSpace: { $0.closeSpaces(to: 1) },
        .transposeCharacters: { $0.transposeCharacters() },
        .transposeWords: { $0.transposeWords() },
        .upperCase: { $0.changeCase(.upper) },
        .lowerCase: { $0.changeCase(.lower) },
        .capitalize: { $0.changeCase(.capital) },
        .undo: { $0.undo() },
        .redo: { $0.redo() },
        .revert: { $0.revert() },
        .setMark: { $0.setMark() },
        .exchangeMark: { $0.exchangeMark() },
    ]

    static let effects: [EditCommand: EditEffect] = [
        .accept: .accept, .cancel: .cancel, .abort: .abort, .clear: .clear, .suspend: .suspend, .older: .older,
        .newer: .newer, .oldest: .oldest, .newest: .newest, .searchOlder: .search(older: true),
        .searchNewer: .search(older: false), .complete: .complete(step: 1), .completeBack: .complete(step: -1),
    ]
}

extension EditCommand {
    private static let opposites: [EditCommand: EditCommand] = [
        .characterLeft: .characterRight, .characterRight: .characterLeft, .wordLeft: .wordRight, .wordRight: .wordLeft,
        .deleteLeft: .deleteRight, .deleteRight: .deleteLeft, .killWordLeft: .killWordRight,
        .killWordRight: .killWordLeft, .killToEnd: .killToStart, .killToStart: .killToEnd, .findLeft: .findRight,
        .findRight: .findLeft,
    ]

    /// What a negative count makes of it.
    var opposite: EditCommand { Self.opposites[self] ?? self }
}
