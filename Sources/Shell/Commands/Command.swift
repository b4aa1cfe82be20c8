/// One command of the shell, declared once: its parsing, `:help`, completion, manual page and tests all read this.
package struct Command: Sendable {
    /// One line that shows the command at work, and what it does.
    package struct Example: Hashable, Sendable {
        package let line: String
        package let effect: Message
    }

    package let name: String
    package let aliases: [String]
    /// Whether no prefix stands for it: what rearranges notes, or leaves the machine, is never meant by half a word.
    package let isTypedInFull: Bool
    package let group: Group
    package let summary: Message
    package let parameters: [ParameterInfo]
    package let examples: [Example]
    let invoke: @Sendable (Session, inout ArgumentReader) throws -> Response

    /// Where `:help` and the manual list it.
    package enum Group: String, CaseIterable, Sendable {
        case days, slots, notes, editing, history, publishing, shell
    }

    /// - Parameters:
    ///   - parameters: in the order in which they are typed; the handler gets their values in that order.
    ///   - examples: at least one; every one is run by a test.
    init<each Value>(
        _ name: String, aliases: [String] = [], typedInFull: Bool = false, in group: Group, _ summary: Message,
        _ parameters: repeat Parameter<each Value>, examples: [Example],
        run: @escaping @Sendable (Session, repeat each Value) throws -> Response
    ) {
        self.name = name
        self.aliases = aliases
        isTypedInFull = typedInFull
        self.group = group
        self.summary = summary
        self.examples = examples
        var infos: [ParameterInfo] = []
        for parameter in repeat each parameters { infos.append(parameter.info) }
        self.parameters = infos
        invoke = { session, reader in
            let values = (repeat try (each parameters).read(&reader))
            try reader.finish()
            return try run(session, repeat each values)
        }
    }

    /// `:new START[-END] [TRACK] [: TITLE]`
    package var synopsis: String {
        let bang = parameters.contains { $0.arity == .bang } ? "[!]" : ""
        return ([":\(name)\(bang)"] + parameters.filter { $0.arity != .bang }.map(\.synopsis)).joined(separator: " ")
    }

    func synopsis(in language: Language) -> String { Message(synopsis: synopsis).text(language) }
}

extension Command.Example {
    init(_ line: String, en: String, fr: String) {
        self.init(line: line, effect: Message(en: en, fr: fr))
    }
}
