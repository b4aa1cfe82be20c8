/// A list item's marker, taken apart: what its siblings begin with, and what comes next where it counts.
struct ItemMarker: Hashable {
    let kind: Block.List
    /// `*`, `..`, `-`, `::`; for a marker that counts, what stands after the number: `.`, `)`, `>`.
    let sign: String
    /// How the marker counts; nil: it does not.
    var counter: Counter?

    /// A number that is written by hand.
    struct Counter: Hashable {
        enum Form: Hashable, CaseIterable { case arabic, lowerLetter, upperLetter, lowerRoman, upperRoman, callout }
        let form: Form
        var number: Int
    }

    init(_ kind: Block.List, _ sign: String, _ counter: Counter? = nil) {
        (self.kind, self.sign, self.counter) = (kind, sign, counter)
    }

    /// The marker as it is written; of a description list, what stands after the term.
    var text: String {
        guard let counter else { return sign }
        return (counter.form == .callout ? "<" : "") + counter.text + sign
    }

    /// The next item's marker: of a hand-written number, the next number; nil after the last letter.
    var successor: ItemMarker? {
        guard var counter else { return self }
        counter.number += 1
        return counter.isWritable ? ItemMarker(kind, sign, counter) : nil
    }

    /// Whether items with these markers are siblings.
    func continues(_ other: ItemMarker) -> Bool {
        kind == other.kind && sign == other.sign && counter?.form == other.counter?.form
    }

    static let descriptions = ["::", ":::", "::::", ";;"]

    /// The marker of a list's first item below items with other markers.
    static func first(of kind: Block.List, below markers: [ItemMarker], _ style: Style) -> ItemMarker {
        let outer = markers.filter { $0.kind == kind }
        func unused(_ all: some Sequence<ItemMarker>) -> ItemMarker? {
            all.first { marker in !outer.contains { $0.continues(marker) } }
        }
        // A row as long as the list is deep, or longer.
        func runs(_ sign: Character, from start: Int) -> some Sequence<ItemMarker> {
            (start...(start + outer.count)).lazy.map { ItemMarker(kind, String(repeating: sign, count: $0)) }
        }
        switch kind {
        case .unordered:
            if outer.isEmpty { return ItemMarker(kind, style.bullet) }
            let stars = outer.count { $0.sign.hasPrefix("*") }
            return unused(runs("*", from: stars + 1)) ?? ItemMarker(kind, "*")
        case .ordered:
            if outer.isEmpty, style.numbersByHand { return ItemMarker(kind, ".", Counter(form: .arabic, number: 1)) }
            let dots = outer.count { $0.counter == nil }
            return unused(runs(".", from: dots + 1)) ?? ItemMarker(kind, ".")
        case .callouts: return ItemMarker(kind, ">", Counter(form: .callout, number: 1))
        case .description:
            return unused(descriptions.lazy.map { ItemMarker(kind, $0) }) ?? ItemMarker(kind, "::")
        }
    }
}

extension ItemMarker {
    /// Reads a marker as it stands in a document: of a description list, with its term.
    init?(reading text: some StringProtocol) {
        if let sign = text.utf8.first, sign == UInt8(ascii: "*") || sign == UInt8(ascii: "."),
            text.utf8.allSatisfy({ $0 == sign })
        {
            self.init(sign == UInt8(ascii: "*") ? .unordered : .ordered, String(text))
            return
        }
        guard let first = text.first, let last = text.last else { return nil }
        let body = text.dropLast()
        if text == "-" || text == "•" {
            self.init(.unordered, String(text))
        } else if first == "<", last == ">" {
            let number = Int(String(body.dropFirst()))
            self.init(.callouts, number == nil ? "<.>" : ">", number.map { Counter(form: .callout, number: $0) })
        } else if last == "." || last == ")", let counter = Counter(reading: body, isRoman: last == ")") {
            self.init(.ordered, String(last), counter)
        } else if let sign = Self.descriptions.reversed().first(where: { text.hasSuffix($0) }) {
            self.init(.description, sign)
        } else {
            return nil
        }
    }
}

extension ItemMarker.Counter {
    init?(reading text: some StringProtocol, isRoman: Bool) {
        guard let first = text.utf8.first, first < 0x80 else { return nil }
        if let number = Int(String(text)) {
            self.init(form: .arabic, number: number)
        } else if isRoman {
            let form: Form = first.isUppercase ? .upperRoman : .lowerRoman
            let number = RomanNumeral.value(of: text.lowercased())
            guard Self(form: form, number: number).text == text else { return nil }
            self.init(form: form, number: number)
        } else if text.utf8.count == 1, first.isLetter {
            self.init(form: first.isUppercase ? .upperLetter : .lowerLetter, number: Int(first & 0x1F))
        } else {
            return nil
        }
    }

    var isWritable: Bool {
        switch form {
        case .lowerLetter, .upperLetter: (1...26).contains(number)
        case .lowerRoman, .upperRoman: (1..<400).contains(number)
        case .arabic, .callout: true
        }
    }

    var text: String {
        switch form {
        case .arabic, .callout: String(number)
        case .lowerLetter: String(decoding: [0x60 + UInt8(clamping: number)], as: UTF8.self)
        case .upperLetter: String(decoding: [0x40 + UInt8(clamping: number)], as: UTF8.self)
        case .lowerRoman: RomanNumeral.text(of: number)
        case .upperRoman: RomanNumeral.text(of: number).uppercased()
        }
    }
}

extension UInt8 {
    fileprivate var isUppercase: Bool { (0x41...0x5A).contains(self) }
}
