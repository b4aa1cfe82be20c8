/// The text of a cell: a backslash before what would end it, `\n` for a line end, `\t` for a tab. By bytes: a programme's
/// abstracts are megabytes.
enum Cell {
    static func escaped(_ text: String) -> String {
        // A control character beyond ASCII has the lead byte of many letters: then each scalar is looked at.
        let isPlain = text.utf8.allSatisfy { $0 != 0x5C && $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 }
        if isPlain { return text }
        let clean = text.utf8.contains(0xC2) ? text.withoutControls : text
        var result: [UInt8] = []
        result.reserveCapacity(clean.utf8.count + 32)
        for byte in clean.utf8 {
            switch byte {
            case 0x5C: result += [0x5C, 0x5C]
            case 0x0A: result += [0x5C, UInt8(ascii: "n")]
            case 0x09: result += [0x5C, UInt8(ascii: "t")]
            case 0..<0x20, 0x7F: break
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    static func read(_ cell: some StringProtocol) -> String {
        guard cell.utf8.contains(0x5C) else { return String(cell) }
        var result: [UInt8] = []
        result.reserveCapacity(cell.utf8.count)
        var isEscaped = false
        for byte in cell.utf8 {
            if byte == 0x5C, !isEscaped {
                isEscaped = true
                continue
            }
            switch (isEscaped, byte) {
            case (true, UInt8(ascii: "n")): result.append(0x0A)
            case (true, UInt8(ascii: "t")): result.append(0x09)
            default: result.append(byte)
            }
            isEscaped = false
        }
        if isEscaped { result.append(0x5C) }
        return String(decoding: result, as: UTF8.self)
    }

    /// `Ada Lovelace (Analytical Engines)`.
    static func speaker(_ speaker: Speaker) -> String {
        func guarded(_ text: String) -> String {
            escaped(text).reduce(into: "") { $0 += ";()".contains($1) ? "\\\($1)" : String($1) }
        }
        let name = guarded(speaker.name)
        return speaker.affiliation.map { "\(name) (\(guarded($0)))" } ?? name
    }

    /// Speakers separated by `;`, each with what stands in parentheses after the name.
    static func speakers(_ cell: Substring) -> [Speaker] {
        guard cell.utf8.contains(where: { ";()\\".utf8.contains($0) }) else {
            return cell.isEmpty ? [] : [Speaker(name: String(cell))]
        }
        var speakers: [Speaker] = []
        var name = "", affiliation = "", isInside = false, isEscaped = false
        func take() {
            let (words, inside) = (name.trimmingBlanks, affiliation.trimmingBlanks)
            if !words.isEmpty { speakers.append(Speaker(name: words, affiliation: inside.isEmpty ? nil : inside)) }
            (name, affiliation, isInside) = ("", "", false)
        }
        for character in cell {
            switch character {
            case "\\" where !isEscaped:
                isEscaped = true
                continue
            case ";" where !isEscaped: take()
            case "(" where !isEscaped: isInside = true
            case ")" where !isEscaped: isInside = false
            default: isInside ? affiliation.append(character) : name.append(character)
            }
            isEscaped = false
        }
        take()
        return speakers
    }

    static func offset(_ minutes: Int) -> String {
        let (hours, rest) = (abs(minutes) / 60, abs(minutes) % 60)
        return "\(minutes < 0 ? "-" : "+")\(hours < 10 ? "0" : "")\(hours):\(rest < 10 ? "0" : "")\(rest)"
    }

    static func readOffset(_ cell: Substring) -> Int? {
        let parts = cell.dropFirst().split(separator: ":").compactMap { Int($0) }
        guard let sign = cell.first, sign == "+" || sign == "-", parts.count == 2, (0...18).contains(parts[0]),
            (0..<60).contains(parts[1])
        else { return nil }
        return (parts[0] * 60 + parts[1]) * (sign == "-" ? -1 : 1)
    }
}

extension String {
    fileprivate var withoutControls: String {
        String(
            UnicodeScalarView(
                unicodeScalars.filter { $0.value < 0x80 || $0.properties.generalCategory != .control }))
    }
}
