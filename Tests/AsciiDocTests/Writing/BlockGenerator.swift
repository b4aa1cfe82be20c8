@testable import AsciiDoc

/// Makes blocks by chance: nested, with texts that AsciiDoc would take for structure.
struct BlockGenerator {
    var random: SeededGenerator

    static let texts = [
        "un", "*gras* été", "----", "[x] fait", "a:: b", "== S", "....", "* * *", "fin +", "//", "|===", "NOTE: x", "+",
        "--", "====", "[NOTE]", ".titre", ". point", "a|b", "term::", "```", "'''", "<<<", "1. un", "image::a.png[]",
        "> cite", "  retrait", "____", "x ;; y", "-- qui", "|", "a 2+", ":a: b", "[[id]]", "____ x", "=====", "-",
        "fin::",
        "++++", "a +", "<1> x", "**", "toc::[]", "&amp;", "{x}", "\\", "a \\", "é", "🎉 fête", "a:", "b;", "****",
        "!===",
    ]

    mutating func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &random)] }
    mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }
    mutating func text() -> String { pick(Self.texts) }
    mutating func texts(_ range: ClosedRange<Int>) -> [String] {
        (0..<Int.random(in: range, using: &random)).map { _ in text() }
    }

    mutating func style() -> Style {
        var style = Style()
        style.indentPerLevel = pick([0, 2, 4])
        style.bullet = pick(["*", "-"])
        style.numbersByHand = chance(2)
        style.continuationIndent = pick([0, 2])
        style.blankLinesBeforeSection = pick([1, 2])
        style.blankLinesAfterHeading = pick([0, 1])
        style.delimiterLength = pick([4, 6])
        style.fencesListings = chance(2)
        style.titleComesFirst = chance(2)
        return style
    }

    /// Blocks of which sections come last, as in a document.
    mutating func blocks(_ depth: Int, sections: Bool = false) -> [Block] {
        var blocks = (0..<Int.random(in: 1...3, using: &random)).map { _ in block(depth) }
        if sections, depth > 0 {
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                blocks.append(.section(level: 1, title: text(), self.blocks(depth - 1, sections: true)))
            }
        }
        return blocks
    }

    mutating func block(_ depth: Int) -> Block {
        let block = chance(3) && depth > 0 ? compound(depth - 1) : leaf(depth)
        if case .comment = block { return block }
        guard chance(3) else { return block }
        let (roles, options) = (chance(2) ? [] : ["rôle"], chance(2) ? [] : ["nowrap"])
        if case .heading = block { return block }
        return .described(.init(title: chance(2) ? text() : nil, roles: roles, options: options), block)
    }

    private mutating func compound(_ depth: Int) -> Block {
        let kinds: [Block.Compound] = [
            .example, .sidebar, .quote(attribution: text(), source: nil), .admonition(.note),
        ]
        return .compound(pick(kinds), blocks(depth))
    }

    private mutating func leaf(_ depth: Int) -> Block {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: return .verbatim(pick([.listing(language: nil), .listing(language: "swift")]), texts(0...3))
        case 1: return .verbatim(pick([.literal, .comment]), texts(1...3))
        case 2: return .table(.init(head: chance(2) ? texts(2...2) : nil, rows: [texts(2...2), texts(1...2)]))
        case 3: return .image(target: "a b.png", alt: text())
        case 4: return pick([.thematicBreak, .pageBreak, .comment("x"), .heading(level: 2, title: "t")])
        case 5, 6: return .paragraph(texts(1...3))
        default: return list(depth)
        }
    }

    private mutating func list(_ depth: Int) -> Block {
        let kind: Block.List = pick([.unordered, .ordered, .description])
        return .list(kind, items(kind, depth))
    }

    mutating func items(_ kind: Block.List, _ depth: Int) -> [Block.Item] {
        (0..<Int.random(in: 1...3, using: &random)).map { _ in item(kind, depth) }
    }

    mutating func item(_ kind: Block.List, _ depth: Int) -> Block.Item {
        var item = Block.Item(text())
        if kind == .description { item.terms = texts(1...2) }
        if kind == .unordered, chance(3) { item.isChecked = chance(2) }
        // What follows an attached heading is read as attached, too: a fault of the parser.
        // A list that is attached stands in an open block, in which there can be no other one.
        if depth > 0, chance(3) {
            item.attached = [block(depth - 1)].filter { !$0.isHeading && (depth == 1 || !$0.isList) }
        }
        if depth > 0, chance(2) {
            item.list = pick([.unordered, .ordered, .description])
            item.items = items(item.list, depth - 1)
        }
        return item
    }
}

extension Block {
    fileprivate var isHeading: Bool { if case .heading = self { true } else { false } }
}
