/// A block to be written: what a parse of its lines gives again.
///
/// Text is escaped (``escape(_:for:mode:after:)``): it stays text, and inline markup in it stays markup. What AsciiDoc has
/// no form for is written as what comes nearest: a section within another block as a discrete heading, an open block
/// around a line that would end it as an example, a level beyond 5 as 5.
public indirect enum Block: Hashable, Sendable {
    /// Lines of text.
    case paragraph([String])
    /// A heading with the blocks below it; sections among those are written one level deeper at least.
    case section(level: Int, title: String, [Block])
    /// A heading without a section (`[discrete]`).
    case heading(level: Int, title: String)
    /// Items with what lies below them.
    case list(List, [Item])
    /// Lines between delimiters, shown or passed on as they are.
    case verbatim(Verbatim, [String])
    /// Blocks between delimiters.
    case compound(Compound, [Block])
    /// Rows of cells between `|===`.
    case table(Table)
    /// A macro on a line of its own.
    case macro(Macro, target: String, [Attribute])
    /// `'''`
    case thematicBreak
    /// `<<<`
    case pageBreak
    /// Comments, each line on a line of its own.
    case comment(String)
    /// Lines that are shown only where an attribute is set: AsciiDoc as it was typed.
    case condition(attribute: String, [String])
    /// A block below lines that say more about it.
    case described(Metadata, Block)
    /// AsciiDoc as it was typed. What it opens and does not close is closed.
    case asciidoc([String])

    /// The kinds of lists.
    public enum List: Hashable, Sendable, CaseIterable {
        case unordered, ordered, callouts, description
    }

    /// Blocks whose lines are not read as blocks.
    public enum Verbatim: Hashable, Sendable {
        /// Source code, with its language where that is known.
        case listing(language: String?)
        case literal
        /// Handed to the output as it is.
        case pass
        /// A formula.
        case stem
        /// A poem: its line ends stay. Unlike the others, its text is markup.
        case verse(attribution: String?, source: String?)
        case comment
        /// Rows of a table as they are typed, with what is said of it between brackets above.
        case table(attributes: String)
    }

    /// Blocks that hold others.
    public enum Compound: Hashable, Sendable {
        case example, sidebar, open
        case quote(attribution: String?, source: String?)
        case admonition(Admonition)
    }

    /// The kinds of admonitions; their names are written as they are.
    public enum Admonition: String, Hashable, Sendable, CaseIterable {
        case note = "NOTE"
        case tip = "TIP"
        case important = "IMPORTANT"
        case warning = "WARNING"
        case caution = "CAUTION"
    }

    /// The macros that are blocks.
    public enum Macro: String, Hashable, Sendable, CaseIterable {
        case image, video, audio
        /// The table of contents; without a target.
        case toc
    }
}

extension Block {
    /// One value of an attribute list; without a name, its position says what it is.
    public struct Attribute: Hashable, Sendable {
        /// The attribute's name; nil for a positional one.
        public let name: String?
        /// The attribute's value.
        public let value: String
        /// Whether the value is a list of attributes, to be written as it is.
        let isList: Bool

        /// Makes an attribute.
        public init(_ name: String? = nil, _ value: String) {
            (self.name, self.value, isList) = (name, value, false)
        }

        /// Attributes as a document writes them: `width=600,title="A title"`.
        public init(list: String) { (name, value, isList) = (nil, list, true) }
    }

    /// What the lines above a block say about it.
    public struct Metadata: Hashable, Sendable {
        /// The title above the block; not for sections, which have one of their own.
        public var title: String?
        /// What other places refer to the block by.
        public var id: String?
        /// Words for the output's style sheet.
        public var roles: [String]
        /// `collapsible`, `header`, `reversed`…
        public var options: [String]
        /// Everything else that is named.
        public var attributes: [Attribute]

        /// Makes metadata.
        public init(
            title: String? = nil, id: String? = nil, roles: [String] = [], options: [String] = [],
            attributes: [Attribute] = []
        ) {
            (self.title, self.id) = (title, id)
            (self.roles, self.options, self.attributes) = (roles, options, attributes)
        }
    }

    /// An item of a list.
    public struct Item: Hashable, Sendable {
        /// What is described, in a description list; without a meaning in others.
        public var terms: [String] = []
        /// What stands after the marker; a line feed begins another line of it. Nil in description lists only.
        public var text: String?
        /// Whether the item's box is ticked; nil: it has none. In unordered lists only.
        public var isChecked: Bool?
        /// What stands before the marker, where somebody chose it; nil: as the style and the siblings have it.
        public var indent: String?
        /// How many signs the marker has where it begins a list, where somebody chose that; nil: as the lists around ask.
        public var depth: Int?
        /// The number that somebody gave an item of an ordered list; nil: the next one.
        public var number: Int?
        /// The number that an item of an ordered list is shown with, where the list counts by itself; nil: the next one.
        public var ordinal: Int?
        /// Blocks of the item (after a `+`); a list among them stands in an open block.
        public var attached: [Block] = []
        /// The list below the item.
        public var list: List = .unordered
        /// The items of the list below the item.
        public var items: [Item] = []

        /// Makes an item with items below it.
        public init(_ text: String?, _ items: [Item] = [], _ list: List = .unordered) {
            (self.text, self.items, self.list) = (text, items, list)
        }

        /// Makes an item with a box.
        public init(_ text: String, isChecked: Bool) {
            (self.text, self.isChecked) = (text, isChecked)
        }

        /// Makes an item of a description list.
        public init(terms: [String], _ text: String?) {
            (self.terms, self.text) = (terms, text)
        }
    }

    /// A table: each row has as many cells as the longest one.
    public struct Table: Hashable, Sendable {
        /// The cells of the head; nil: there is none.
        public var head: [String]?
        /// The cells of the body, row by row.
        public var rows: [[String]]

        /// Makes a table.
        public init(head: [String]? = nil, rows: [[String]]) {
            (self.head, self.rows) = (head, rows)
        }

        /// How many columns the table has.
        public var columnCount: Int { max(head?.count ?? 0, rows.map(\.count).max() ?? 0) }
    }
}

extension Block {
    /// The block's lines in a style, without line ends; none for a paragraph, list or table without anything in it.
    public func lines(_ style: Style = Style()) -> [String] { BlockWriter(style: style).lines(self) }
}

// The blocks that are written most.
extension Block {
    /// Items with the items below them.
    public static func unorderedList(_ items: [Item]) -> Block { .list(.unordered, items) }

    /// Lines shown as they are, with a language where it is known.
    public static func listing(_ lines: [String], language: String? = nil) -> Block {
        .verbatim(.listing(language: language), lines)
    }

    /// `NOTE` and its kin, around other blocks.
    public static func admonition(_ kind: Admonition, _ blocks: [Block]) -> Block {
        .compound(.admonition(kind), blocks)
    }

    /// An image on a line of its own, with the words that stand for it and the caption below it.
    public static func image(target: String, alt: String = "", caption: String? = nil) -> Block {
        let image = Block.macro(.image, target: target, alt.isEmpty ? [] : [Attribute(nil, alt)])
        return caption.map { .titled($0, image) } ?? image
    }

    /// An image with the attributes as they are to be written.
    public static func image(target: String, attributes: String, caption: String? = nil) -> Block {
        let image = Block.macro(.image, target: target, [Attribute(list: attributes)])
        return caption.map { .titled($0, image) } ?? image
    }

    /// A block under a title line.
    public static func titled(_ title: String, _ block: Block) -> Block {
        .described(Metadata(title: title), block)
    }
}
