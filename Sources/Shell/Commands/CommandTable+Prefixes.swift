extension CommandTable {
    /// The shortest prefix of each command that stood for it alone, once and for good: fingers know them, so that a new
    /// command never makes one of them ambiguous. Commands that are added later have no place here.
    static let keptPrefixes = [
        "da": "day", "te": "template", "ne": "new", "tit": "title", "trac": "track", "en": "end", "abs": "abstract",
        "sl": "slots", "g": "go", "p": "para", "ima": "image", "quo": "quote", "co": "code", "bl": "block",
        "ra": "raw", "no": "note", "imp": "important", "w": "warning", "ca": "caution", "abb": "abbr", "sh": "show",
        "ed": "edit", "de": "delete", "u": "undo", "red": "redo", "do": "done", "fin": "find", "outl": "outline",
        "ch": "check", "hi": "history", "tim": "times", "rel": "reload", "di": "diff", "sa": "save-to",
        "tras": "trash", "ex": "export", "he": "help", "se": "set", "qui": "quit",
    ]
}
