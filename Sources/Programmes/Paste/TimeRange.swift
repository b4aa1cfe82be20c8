import Notebook

/// The times that a line of a page begins with: `09:00 - 10:30`, `9h00–9h30`, `11:00am - 12:00pm`, `14h`, `8:00 am → 90 min`.
struct TimeRange {
    let start: TimeOfDay
    let end: TimeOfDay?
    /// As written; empty where there is none.
    let duration: String
    /// The line after the times and the sign that follows them.
    let rest: String

    init?(_ line: String) {
        guard let first = line.first(where: { !Self.before.contains($0) }), first.isNumber else { return nil }
        var text = Self.normal(line)
        guard let start = Self.time(&text) else { return nil }
        self.start = start
        var rest = text
        var end: TimeOfDay?, duration = ""
        if Self.skipSign(&rest) {
            if let time = Self.time(&rest) {
                end = time
            } else if let minutes = Self.minutes(&rest) {
                duration = minutes
            } else {
                rest = text
            }
        }
        (self.end, self.duration) = (end, duration)
        _ = Self.skipSign(&rest, isTextNext: true)
        self.rest = rest.trimmingBlanks
    }

    /// What may stand before a time.
    private static let before: Set<Character> = ["*", "[", "(", " ", "•", "–", "\u{A0}", "\u{202F}"]

    /// No-break spaces as spaces; emphasis and brackets at the start gone.
    private static func normal(_ line: String) -> Substring {
        let text = line.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 }
        return Substring(String(text)).drop { before.contains($0) }
    }

    private static func time(_ text: inout Substring) -> TimeOfDay? {
        let word = text.prefix { $0.isASCII && ($0.isNumber || ":.hHaApPmM".contains($0)) }
        let bare = word.reversed().drop { $0 == "." || $0 == ":" }
        var trimmed = String(bare.reversed())
        // A number alone is no time: `1 - Belvédère`, `2006 - restauration`.
        guard trimmed.contains(where: { ":.hHaApP".contains($0) }) else { return nil }
        var rest = text.dropFirst(trimmed.count)
        let half = rest.drop { $0 == " " }.prefix(2).lowercased()
        if ["am", "pm"].contains(half), rest.first == " ", !trimmed.lowercased().hasSuffix("m") {
            trimmed += half
            rest = rest.drop { $0 == " " }.dropFirst(2)
        }
        guard case .time(let time) = TimeOfDay.read(trimmed) else { return nil }
        if let next = rest.first, next.isLetter || next.isNumber { return nil }
        text = rest
        return time
    }

    private static func skipSign(_ text: inout Substring, isTextNext: Bool = false) -> Bool {
        let rest = text.drop { $0 == " " || $0 == "*" || $0 == "]" || $0 == ")" }
        for sign in ["->", "→", "–", "—", "-", "à ", "to ", "bis ", "|", ":", "\t"] where rest.hasPrefix(sign) {
            if isTextNext, sign.hasSuffix(" ") { continue }
            text = rest.dropFirst(sign.count).drop { $0 == " " }
            return true
        }
        if isTextNext { text = rest }
        return false
    }

    private static func minutes(_ text: inout Substring) -> String? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text.dropFirst(digits.count).drop { $0 == " " }
        guard (1...3).contains(digits.count), unit.lowercased().hasPrefix("min") else { return nil }
        text = unit.drop { $0.isLetter }
        return String(digits)
    }
}
