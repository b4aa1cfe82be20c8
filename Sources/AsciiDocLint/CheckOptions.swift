/// What `steno check` and `:check` are asked for.
public struct CheckOptions: Sendable {
    /// How findings are written.
    public enum Format: String, CaseIterable, Sendable {
        case text, github, sarif
    }

    /// Why words are no options.
    public struct Unknown: Error {
        /// The first word that says nothing.
        public let word: String
    }

    /// How findings are written.
    public var format = Format.text
    /// Nothing milder is reported.
    public var level = Diagnostic.Severity.warning
    /// Whether what can be put right safely is.
    public var fixes = false
    /// Attributes set from outside; nil unsets.
    public var attributes: [String: String?] = [:]

    /// Warnings and errors as lines of text.
    public init() {}

    /// Reads the options as they are typed after `steno check`: `--level note`, `--format sarif`, `--fix`, `-a name=value`;
    /// a level or `name=value` alone will do.
    ///
    /// - Throws: ``Unknown`` for a word that is none of them.
    public init(words: String) throws(Unknown) {
        var words = words.split(separator: " ").flatMap { word in
            word.hasPrefix("--") ? word.split(separator: "=", maxSplits: 1).map(String.init) : [String(word)]
        }[...]
        while let word = words.popFirst() {
            switch word {
            case "--fix": fixes = true
            case "--level", "-l": level = try Self.value(&words, word) { Diagnostic.Severity(rawValue: $0) }
            case "--format", "-f": format = try Self.value(&words, word) { Format(rawValue: $0) }
            case "-a", "--attribute": set(try Self.value(&words, word) { $0 })
            default:
                if let level = Diagnostic.Severity(rawValue: word) {
                    self.level = level
                } else if word.contains("=") || word.hasSuffix("!"), !word.hasPrefix("-") {
                    set(word)
                } else {
                    throw Unknown(word: word)
                }
            }
        }
    }

    private static func value<Value>(
        _ words: inout ArraySlice<String>, _ option: String, _ read: (String) -> Value?
    ) throws(Unknown) -> Value {
        guard let word = words.popFirst() else { throw Unknown(word: option) }
        guard let value = read(word) else { throw Unknown(word: word) }
        return value
    }

    private mutating func set(_ text: String) {
        let given = SourceCheck.attribute(text)
        attributes.updateValue(given.value, forKey: given.name)
    }

    /// The check that they ask for.
    ///
    /// - Parameter fileExists: whether there is a file at a path; nil: not looked for.
    public func check(fileExists: ((_ path: String) -> Bool)?) -> SourceCheck {
        SourceCheck(least: level, attributes: attributes, fileExists: fileExists)
    }
}
