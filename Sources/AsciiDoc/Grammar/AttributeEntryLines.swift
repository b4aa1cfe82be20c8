/// An attribute entry's lines as one: a value goes on in the next line where it ends in a space and a `\`, or a `+`.
///
/// All lines but the last end as the first one does.
struct AttributeEntryLines {
    private(set) var text: String
    private let ending: String?
    /// Whether the value goes on in the next line.
    private(set) var goesOn: Bool

    /// - Parameter line: the first line, without the spaces at its end.
    init(_ line: String) {
        let value = line.dropFirst().drop { $0 != ":" }.dropFirst().drop { $0 == " " || $0 == "\t" }
        ending = Self.endings.first { value.hasSuffix($0) }
        goesOn = ending != nil
        text = goesOn ? String(line.dropLast(2)).trimmingTrailingBlanks : line
    }

    /// - Parameter line: the next line, without the spaces at its end; those before it do not count.
    mutating func add(_ line: String) {
        var next = line.trimmingBlanks
        goesOn = ending.map { next.hasSuffix($0) } ?? false
        if goesOn { next = String(next.dropLast(2)).trimmingTrailingBlanks }
        // A hard line break within the value stays one.
        text += (text.hasSuffix(" +") ? "\n" : " ") + next
    }

    private static let endings = [" \\", " +"]
}

extension Line {
    /// What an attribute entry ends with whose value goes on in the next line; nil where it does not. A line that is not
    /// the first goes on where it ends like the first one.
    var entryEnding: UInt8? {
        guard last == UInt8(ascii: "\\") || last == UInt8(ascii: "+"), byte(textEnd - 2) == UInt8(ascii: " ") else {
            return nil
        }
        return last
    }

    /// Whether the line, as an attribute entry, sets or unsets what changes headings: their levels, or which is the name of
    /// a manual page.
    var entryChangesHeadings: Bool {
        let entry = String(decoding: bytes[start..<textEnd], as: UTF8.self).lowercased()
        let parts = entry.split(separator: ":", maxSplits: 1)
        switch parts.first?.split(separator: "!").first {
        case "leveloffset": return true
        case "doctype": return parts.count < 2 || !Self.plainTypes.contains(String(parts[1]).trimmingBlanks)
        default: return false
        }
    }

    /// The types of documents whose sections are what their headings say.
    private static let plainTypes: Set<String> = ["article", "book", "inline"]

    /// Whether the line's value, as an attribute entry, goes on: it must have one that is more than the sign.
    var beginsWrappedEntry: Bool {
        guard entryEnding != nil else { return false }
        var offset = start + 1
        while byte(offset) != UInt8(ascii: ":") {
            guard offset < textEnd else { return false }
            offset += 1
        }
        return (offset + 1..<max(offset + 1, textEnd - 2)).contains { !bytes[$0].isBlank }
    }
}

extension String {
    fileprivate var trimmingTrailingBlanks: String {
        String(prefix(upTo: lastIndex { $0 != " " && $0 != "\t" }.map(index(after:)) ?? startIndex))
    }
}
