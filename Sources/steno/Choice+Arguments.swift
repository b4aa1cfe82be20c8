extension Program.Choice {
    /// The arguments `[-n FOLDER] [-t NAME] [PATH]`; nil for any others, which the parser reads.
    init?(plain arguments: some Sequence<String>) {
        var rest = Array(arguments)[...]
        while let word = rest.popFirst() {
            switch word {
            case "-n", "--notebook":
                guard notebook == nil, let value = rest.popFirst(), !value.hasPrefix("-") else { return nil }
                notebook = value
            case "-t", "--template":
                guard template == nil, let value = rest.popFirst(), !value.hasPrefix("-") else { return nil }
                template = value
            default:
                // Nothing that may be a subcommand, now or later: a path has a slash or a dot.
                guard path == nil, !word.hasPrefix("-"), word.contains("/") || word.contains(".") else { return nil }
                path = word
            }
        }
    }
}
