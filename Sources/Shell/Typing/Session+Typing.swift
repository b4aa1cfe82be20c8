import Notebook

// What a character that was just typed makes of the line before it.
extension Session {
    /// The line with an abbreviation or a speaker's name spelled out.
    ///
    /// - Parameters:
    ///   - line: with the character that was just typed.
    ///   - cursor: Unicode scalars before the cursor.
    /// - Returns: nil: the line stays as it is.
    package func expanded(_ line: String, cursor: Int) -> (text: String, cursor: Int)? {
        guard expands(line), cursor > 1 else { return nil }
        let scalars = Array(line.unicodeScalars)
        guard cursor <= scalars.count, scalars[cursor - 1].isSpace else { return nil }
        let change = speaker(scalars, cursor) ?? abbreviation(scalars, cursor)
        return change.map { replace($0, in: scalars, cursor) }
    }

    /// The line that Enter takes: the last word is spelled out, too.
    package func expandedAtEnter(_ line: String, cursor: Int) -> (text: String, cursor: Int)? {
        let scalars = Array(line.unicodeScalars)
        guard expands(line), cursor <= scalars.count,
            scalars[cursor...].first.map(Abbreviations.isPartOfWord) != true
        else { return nil }
        return abbreviation(scalars, cursor + 1).map { replace($0, in: scalars, cursor) }
    }

    /// Commands and the lines of a block stay as they are typed.
    private func expands(_ line: String) -> Bool {
        capture == nil && (!line.hasPrefix(":") || line.hasPrefix("::"))
    }

    private func replace(
        _ expansion: Expansion, in scalars: [Unicode.Scalar], _ cursor: Int
    ) -> (text: String, cursor: Int) {
        let replacement = Array(expansion.text.unicodeScalars)
        let result = scalars[..<expansion.range.lowerBound] + replacement + scalars[expansion.range.upperBound...]
        return (String(scalars: result), cursor + replacement.count - expansion.range.count)
    }

    private typealias Expansion = (range: Range<Int>, text: String)

    /// The word that ends before the space at `cursor - 1`, which was just typed, or before one sign and that space. It
    /// begins the line, or follows a space, a bracket or an apostrophe: an address has no abbreviations.
    private func abbreviation(_ scalars: [Unicode.Scalar], _ cursor: Int) -> Expansion? {
        var end = cursor - 1
        if end > 0, Self.signs.contains(scalars[end - 1]) { end -= 1 }
        let start = scalars[..<end].lastIndex { !Abbreviations.isPartOfWord($0) }.map { $0 + 1 } ?? 0
        let isFirst = start == 0 || start == 2 && scalars[0] == ":" && scalars[1] == ":"
        guard start < end, isFirst || Self.opens(scalars[start - 1]) else { return nil }
        let meaning = abbreviations.meaning(of: String(scalars: scalars[start..<end]))
        return meaning.map { (start..<end, $0) }
    }

    private static let signs = Set(".,;:!?…)]}»”\"".unicodeScalars)

    private static func opens(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isSpace || "([{«“\"'’".unicodeScalars.contains(scalar)
    }

    /// `y: ` or `y : ` at the start of a note: who talks here and is the only one whose name begins so.
    private func speaker(_ scalars: [Unicode.Scalar], _ cursor: Int) -> Expansion? {
        guard cursor > 2, scalars[cursor - 1] == " ", scalars[cursor - 2] == ":" else { return nil }
        let colon = cursor - 2
        let before = scalars[..<(colon > 1 && scalars[colon - 1].isSpace ? colon - 1 : colon)]
        let start = before.lastIndex { $0 == " " || $0 == "\t" }.map { $0 + 1 } ?? 0
        let markers = before[..<start]
        guard start < before.endIndex, before[start...].allSatisfy(\.properties.isAlphabetic),
            markers.allSatisfy({ " \t*-.+".unicodeScalars.contains($0) })
        else { return nil }
        guard let name = open?.speakers.firstName(from: String(scalars: before[start...])) else { return nil }
        return (start..<cursor, "\(name) : ")
    }
}

extension Collection<Speaker> {
    /// The first name of the only speaker whose first name begins like `typed`, or whose initials these are.
    fileprivate func firstName(from typed: String) -> String? {
        let key = typed.folded
        let named = filter { $0.firstName.folded.hasPrefix(key) }
        let meant = named.isEmpty ? filter { $0.initials.folded == key } : named
        let names = Set(meant.map(\.firstName))
        return names.count == 1 ? names.first : nil
    }
}

extension Speaker {
    fileprivate var initials: String { String(name.split(separator: " ").compactMap(\.first)) }
}

extension Unicode.Scalar {
    /// U+00A0 and U+202F are what a French keyboard types before `:` and `!`.
    fileprivate var isSpace: Bool { [" ", "\t", "\u{A0}", "\u{202F}"].contains(self) }
}

extension String {
    fileprivate init(scalars: some Sequence<Unicode.Scalar>) {
        var view = UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }
}
