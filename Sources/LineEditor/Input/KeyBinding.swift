/// The keymap's side of our reader: libedit gets one C1 code for each key that is no character, bound to a function.
struct KeyBinding {
    /// The code that the reader returns.
    let code: UInt8
    let function: String

    /// As `bind` reads it: a backslash and octal digits.
    var sequence: String { "\\" + String(code, radix: 8) }

    /// What is bound to a Swift closure, and every paste.
    static let swift: UInt8 = 0x80

    private static let commands: [(keys: [Key], function: String)] = [
        ([], "ed-swift"),
        ([.control("t")], "ed-transpose-chars"),
        ([.alt("u")], "em-upper-case"),
        ([.alt("l")], "em-lower-case"),
        ([.alt("c")], "em-capitol-case"),
    ]

    /// Of vi's command mode: history and search of libedit's own, aliases, `v` (which starts an editor), `:`.
    static let unwantedInVi = ["?", "n", "N", "K", "J", "G", "@", "v", ":", "#", "_"]

    /// Of vi's command mode: what our history and our search do there.
    static let history = [
        ("k", "ed-older"), ("-", "ed-older"), ("j", "ed-newer"), ("+", "ed-newer"), ("/", "ed-search"),
    ]

    static let all = commands.enumerated().map {
        KeyBinding(code: swift + UInt8($0.offset), function: $0.element.function)
    }

    /// The code of a key that libedit itself handles; nil: it has no meaning.
    static let codes: [Key: UInt8] = {
        var codes: [Key: UInt8] = [:]
        for (index, command) in commands.enumerated() { for key in command.keys { codes[key] = swift + UInt8(index) } }
        return codes
    }()
}
