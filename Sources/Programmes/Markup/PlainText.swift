import Notebook

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Words without the markup that programmes have in them.
enum PlainText {
    /// A title, a name, a room: one line, spaces once, entities decoded.
    static func line(_ text: String) -> String {
        text.utf8.contains(UInt8(ascii: "&")) ? Entities.decoded(text).spaced : text.spaced
    }

    /// The blocks of an abstract and a description: one of them where the other says it, too; both else.
    static func blocks(_ texts: [String], hasMarkup: Bool = true) -> [AbstractBlock] {
        var kept: [[AbstractBlock]] = []
        var words: [[UInt8]] = []
        for text in texts where !text.isEmpty {
            let blocks = hasMarkup ? self.blocks(text) : [AbstractBlock](text: text)
            guard !blocks.isEmpty else { continue }
            guard texts.count > 1 else { return blocks }
            let own = Array(blocks.map(\.text).joined(separator: " ").spaced.utf8)
            if words.contains(where: { $0.holds(own) }) { continue }
            if let index = words.firstIndex(where: { own.holds($0) }) {
                (kept[index], words[index]) = (blocks, own)
            } else {
                kept.append(blocks)
                words.append(own)
            }
        }
        return kept.flatMap { $0 }
    }

    private static func blocks(_ text: String) -> [AbstractBlock] {
        var text = text.utf8.contains(0x0D) ? text.withLineFeeds : text
        if HTMLText.isHTML(text) {
            text = HTMLText.markdown(text)
        } else if text.utf8.contains(UInt8(ascii: "&")) {
            text = Entities.decoded(text)
        }
        return [AbstractBlock](text: text).compactMap { block in
            switch block {
            case .paragraph(let text): paragraph(MarkdownText.plain(text))
            case .item(let text, let depth, let isNumbered):
                .item(MarkdownText.plain(text), depth: depth, isNumbered: isNumbered)
            case .code: block
            }
        }
    }

    private static func paragraph(_ text: String) -> AbstractBlock? {
        text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A } ? nil : .paragraph(text)
    }
}

extension [UInt8] {
    /// Whether other bytes stand somewhere in these. `String.contains` was two thirds of the time of a large import.
    fileprivate func holds(_ other: [UInt8]) -> Bool {
        guard other.count <= count, !contains(0), !other.contains(0) else { return self == other }
        return (self + [0]).withUnsafeBytes { text in
            (other + [0]).withUnsafeBytes { words in
                guard let text = text.baseAddress, let words = words.baseAddress else { return false }
                return strstr(text.assumingMemoryBound(to: CChar.self), words.assumingMemoryBound(to: CChar.self))
                    != nil
            }
        }
    }
}

extension String {
    /// One line: without white space at its ends, any run of it inside as one space. No-break spaces stay before a sign of
    /// punctuation, where French has them; invisible characters go.
    var spaced: String {
        var result: [UInt8] = []
        result.reserveCapacity(utf8.count)
        var isPending = false, hasInvisible = false
        for byte in utf8 {
            if byte == 0x20 || (0x09...0x0D).contains(byte) {
                isPending = !result.isEmpty
                continue
            }
            if isPending { result.append(0x20) }
            isPending = false
            hasInvisible = hasInvisible || byte == 0xE2 || byte == 0xEF || byte == 0xC2
            result.append(byte)
        }
        let line = String(decoding: result, as: UTF8.self)
        return hasInvisible ? line.withoutInvisible : line
    }

    /// `\r\n` and a lone `\r` as `\n`.
    fileprivate var withLineFeeds: String {
        var result: [UInt8] = []
        result.reserveCapacity(utf8.count)
        for byte in utf8 {
            if byte == 0x0A, result.last == 0x0D { result.removeLast() }
            if result.last == 0x0D { result[result.count - 1] = 0x0A }
            result.append(byte)
        }
        if result.last == 0x0D { result[result.count - 1] = 0x0A }
        return String(decoding: result, as: UTF8.self)
    }

    private var withoutInvisible: String {
        var scalars = unicodeScalars
        scalars.removeAll { $0 == "\u{200B}" || $0 == "\u{FEFF}" || $0 == "\u{AD}" || $0 == "\u{2060}" }
        let isSpace = { (scalar: Unicode.Scalar) in scalar == "\u{A0}" || scalar == " " || scalar == "\u{202F}" }
        while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
        while let last = scalars.last, isSpace(last) { scalars.removeLast() }
        return String(scalars)
    }
}
