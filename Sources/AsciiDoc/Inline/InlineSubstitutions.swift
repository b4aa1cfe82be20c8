/// Which substitutions a text goes through, as `[subs=…]` says in a document.
public struct InlineSubstitutions: OptionSet, Hashable, Sendable {
    /// One bit per substitution.
    public let rawValue: Int

    /// Makes a set of bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `quotes`: formatted text.
    public static let formats = InlineSubstitutions(rawValue: 1)
    /// `attributes`: `{name}`.
    public static let attributes = InlineSubstitutions(rawValue: 2)
    /// `replacements`: characters that are shown as others.
    public static let replacements = InlineSubstitutions(rawValue: 4)
    /// `macros`: links, references, images, footnotes.
    public static let macros = InlineSubstitutions(rawValue: 8)
    /// `post_replacements`: hard breaks.
    public static let hardBreaks = InlineSubstitutions(rawValue: 16)
    /// `callouts`: what refers to the list below a listing.
    public static let callouts = InlineSubstitutions(rawValue: 32)
    /// What `macros` takes out first, so that nothing else reads it: `+x+`, `pass:[x]`, formulas.
    public static let passthroughs = InlineSubstitutions(rawValue: 64)
    /// What a listing or a literal block goes through.
    public static let verbatim: InlineSubstitutions = .callouts
    /// What a paragraph, a title or an item's text goes through.
    public static let normal: InlineSubstitutions = [
        .formats, .attributes, .replacements, .macros, .passthroughs, .hardBreaks,
    ]
}

extension InlineSubstitutions {
    /// The substitutions that `pass:` names: `q`, `a`, `r`, `m`, `p`, `n` for all, or the whole words, with commas between.
    init(names: ArraySlice<UInt8>) {
        self = names.split(separator: UInt8(ascii: ",")).reduce(into: []) { found, name in
            found.formUnion(Self.named[String(decoding: name, as: UTF8.self)] ?? [])
        }
    }

    /// What `[subs=…]` says: names, each added to the usual ones or taken away from them where a sign says so.
    ///
    /// - Parameters:
    ///   - list: the attribute's value.
    ///   - usual: what the block goes through without it.
    public init(list: String, usual: InlineSubstitutions) {
        self = list.contains("+") || list.contains("-") ? usual : []
        for word in list.split(separator: ",").map({ String($0).trimmingBlanks }) {
            guard let set = Self.named[word.filter { $0 != "+" && $0 != "-" }] else { continue }
            if word.hasPrefix("-") { subtract(set) } else { formUnion(set) }
        }
    }

    private static let allMacros: InlineSubstitutions = [.macros, .passthroughs]

    private static let named: [String: InlineSubstitutions] = [
        "q": .formats, "quotes": .formats, "a": .attributes, "attributes": .attributes, "r": .replacements,
        "replacements": .replacements, "m": allMacros, "macros": allMacros, "p": .hardBreaks,
        "post_replacements": .hardBreaks, "n": .normal, "normal": .normal, "v": .verbatim, "verbatim": .verbatim,
        "callouts": .callouts, "none": [],
    ]
}
