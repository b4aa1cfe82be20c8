/// The words of Markdown's inline markup.
struct MarkdownText {
    /// The text without emphasis, with links as `text (address)`.
    static func plain(_ text: String) -> String {
        var text = text
        if text.utf8.first == UInt8(ascii: "#") || text.utf8.contains(0x3E) { text = lines(text) }
        guard text.utf8.contains(where: { marks.contains($0) }) else { return text }
        var reader = MarkdownText(text)
        return reader.read()
    }

    /// Headings and quotes are paragraphs.
    private static func lines(_ text: String) -> String {
        text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line -> String in
            let hashes = line.prefix { $0 == 0x23 }.count
            if (1...6).contains(hashes), line.dropFirst(hashes).first == 0x20 {
                return String(Substring(line.dropFirst(hashes + 1)))
            }
            if line.first == 0x3E, [0x20, nil].contains(line.dropFirst().first) {
                return String(Substring(line.dropFirst(2)))
            }
            return String(Substring(line))
        }.joined(separator: "\n")
    }

    private static let marks: Set<UInt8> = Set("*_`[<\\".utf8)

    private var bytes: [UInt8]
    /// Indices of bytes that are markup.
    private var dropped: [Bool]
    /// Emphasis that waits for its end: the mark, how many of it, where.
    private var open: [(mark: UInt8, count: Int, start: Int)] = []

    private init(_ text: String) {
        bytes = Array(text.utf8)
        dropped = [Bool](repeating: false, count: bytes.count)
    }

    private mutating func read() -> String {
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += escape(at: index)
            case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"): index += emphasis(at: index)
            case UInt8(ascii: "["): index += link(at: index)
            case UInt8(ascii: "<"): index += address(at: index)
            default: index += 1
            }
        }
        return String(decoding: zip(bytes, dropped).lazy.filter { !$1 }.map(\.0), as: UTF8.self)
    }

    private func byte(_ index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0x20 }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }

    private mutating func escape(at index: Int) -> Int {
        let next = byte(index + 1)
        guard (0x21...0x7E).contains(next), !Self.isWord(next) else { return 1 }
        dropped[index] = true
        return 2
    }

    private mutating func emphasis(at index: Int) -> Int {
        let mark = bytes[index]
        var count = 1
        while index + count < bytes.count, bytes[index + count] == mark { count += 1 }
        let (before, after) = (byte(index - 1), byte(index + count))
        let isSpaceBefore = before == 0x20 || before == 0x0A, isSpaceAfter = after == 0x20 || after == 0x0A
        if !isSpaceBefore, mark == 0x60 || mark == 0x2A || !Self.isWord(after),
            let match = open.lastIndex(where: { $0.mark == mark && $0.count == count })
        {
            for place in [open[match].start, index] {
                for offset in 0..<count { dropped[place + offset] = true }
            }
            open.removeSubrange(match...)
        } else if !isSpaceAfter, count <= 3, mark != 0x5F || !Self.isWord(before) {
            if open.count > 64 { open.removeFirst() }
            open.append((mark, count, index))
        }
        return count
    }

    /// `[text](address)` becomes `text (address)`; the address alone where the text is it.
    private mutating func link(at index: Int) -> Int {
        let limit = min(bytes.count, index + 2000)
        guard let middle = bytes[index..<limit].firstIndex(of: UInt8(ascii: "]")),
            byte(middle + 1) == UInt8(ascii: "("),
            let end = bytes[middle..<min(bytes.count, middle + 2000)].firstIndex(of: UInt8(ascii: ")"))
        else { return 1 }
        let text = bytes[index + 1..<middle], address = bytes[middle + 2..<end]
        if index > 0, bytes[index - 1] == UInt8(ascii: "!") { dropped[index - 1] = true }
        dropped[index] = true
        dropped[middle] = true
        if text.isEmpty || text == address || !address.contains(UInt8(ascii: ":")) {
            for place in (text.isEmpty ? [middle + 1, end] : Array(middle + 1...end)) { dropped[place] = true }
        } else {
            // The bracket's place is the space between the text and its address.
            dropped[middle] = false
            bytes[middle] = 0x20
            // Nothing inside the address is markup.
            open.removeAll { $0.start > index }
            return end - index + 1
        }
        return 1
    }

    /// `<https://…>` is the address.
    private mutating func address(at index: Int) -> Int {
        guard let end = bytes[index..<min(bytes.count, index + 1000)].firstIndex(of: UInt8(ascii: ">")),
            bytes[index + 1..<end].starts(with: "http".utf8)
        else { return 1 }
        dropped[index] = true
        dropped[end] = true
        return end - index + 1
    }
}
