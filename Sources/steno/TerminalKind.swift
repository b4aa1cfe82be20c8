/// What is known of the terminal from what it says in the environment.
struct TerminalKind {
    private let environment: Environment
    private var name: String { environment["TERM"] ?? "dumb" }

    init(_ environment: Environment) { self.environment = environment }

    /// Whether it takes marks of prompts, pictures as a whole, and another shape of the cursor: it ignores at least what
    /// it does not know, which the consoles of Linux and older terminals do not.
    var isModern: Bool { !["linux", "dumb", "vt", "ansi", "cons", "sun", "eterm"].contains { name.hasPrefix($0) } }

    /// Whether it wraps its rows again when its width changes; nil: that is not known.
    var flowsRows: Bool? {
        if environment["TMUX"] != nil || name.hasPrefix("tmux") { return true }
        if environment["XTERM_VERSION"] != nil || name == "linux" { return false }
        let flowing = ["VTE_VERSION", "KITTY_WINDOW_ID", "WEZTERM_PANE", "ALACRITTY_WINDOW_ID", "KONSOLE_VERSION"]
        let names = ["xterm-kitty", "alacritty", "foot", "xterm-ghostty"]
        let isFlowing =
            flowing.contains { environment[$0] != nil } || names.contains { name.hasPrefix($0) }
            || ["Apple_Terminal", "iTerm.app", "ghostty"].contains(environment["TERM_PROGRAM"])
        return isFlowing ? true : nil
    }
}
