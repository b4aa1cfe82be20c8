/// A line of the shell, and what the document must be after it.
package struct ProductOperation: Sendable {
    /// What a line promises, judged by the blocks before and after.
    package enum Promise: Sendable {
        /// A bullet this much deeper than the place says.
        case bullet(deeper: Int)
        case numbered
        /// An item below a bullet that was typed before it.
        case itemBelowBullet
        case paragraph
        case admonition
        case image
        case slot
        /// A slot with a bullet in it.
        case slotWithBullet
        case abstract
        case deletion
        /// The last occurrence of a word in a note, replaced.
        case correction
        /// The last note's text.
        case newText
        /// The slot's heading contains this.
        case heading(String)
        case speakers
        /// A note before another one.
        case insertion
        /// The words that were there, in another order; lists may begin and end.
        case rearrangement
        /// A bullet with an image in its text.
        case imageInBullet
        /// A box attached to a bullet that was typed before it.
        case admonitionInBullet
        /// A block's title.
        case title
    }

    package let name: String
    /// What is typed, line by line. All but the last must be taken for the last to be typed.
    package let lines: [String]
    package let promise: Promise
    /// Whether the days and the corpus may never refuse it.
    package var isAlwaysTaken = false

    package static let all: [ProductOperation] = [
        ProductOperation(
            name: "bullet", lines: ["zq typed text"], promise: .bullet(deeper: 0), isAlwaysTaken: true),
        ProductOperation(name: "deeper", lines: ["\tzq typed text"], promise: .bullet(deeper: 1)),
        ProductOperation(
            name: "bullet, deeper", lines: ["zq above", "\tzq typed text"], promise: .itemBelowBullet),
        ProductOperation(name: "bullet, . n", lines: ["zq above", ". zq typed text"], promise: .itemBelowBullet),
        ProductOperation(name: ". n", lines: [". zq typed text"], promise: .numbered),
        ProductOperation(name: ":todo", lines: [":todo zq typed text"], promise: .bullet(deeper: 0)),
        ProductOperation(name: ":para", lines: [":para zq typed text"], promise: .paragraph, isAlwaysTaken: true),
        ProductOperation(name: ":note", lines: [":note zq typed text"], promise: .admonition),
        ProductOperation(name: ":image", lines: [":image /photo.jpg zq typed text"], promise: .image),
        ProductOperation(name: ":new", lines: [":new 23h30 zq typed text"], promise: .slot, isAlwaysTaken: true),
        ProductOperation(
            name: ":new, bullet", lines: [":new 23h30 Demo", "zq typed text"], promise: .slotWithBullet,
            isAlwaysTaken: true),
        ProductOperation(name: ":abstract", lines: [":abstract zq typed text"], promise: .abstract),
        ProductOperation(name: ":delete", lines: [":delete"], promise: .deletion),
        ProductOperation(name: ":fix", lines: [":fix \(wordToFix)/zq"], promise: .correction),
        ProductOperation(name: ":edit", lines: [":edit zq typed text"], promise: .newText),
        ProductOperation(name: ":title", lines: [":title zq typed text"], promise: .heading("zq typed text")),
        ProductOperation(name: ":by", lines: [":by Zq Typed (Corp)"], promise: .speakers),
        ProductOperation(name: ":insert", lines: [":insert #1 zq typed text"], promise: .insertion),
        ProductOperation(name: ":move", lines: [":move #1"], promise: .rearrangement),
        ProductOperation(name: ":move after", lines: [":move #1 after #2"], promise: .rearrangement),
        ProductOperation(name: ":join", lines: [":join"], promise: .rearrangement),
        ProductOperation(
            name: "bullet, :image", lines: ["zq above", ":in", ":image /photo.jpg"], promise: .imageInBullet),
        ProductOperation(
            name: "bullet, :note", lines: ["zq above", ":in", ":note zq typed text"], promise: .admonitionInBullet),
        ProductOperation(name: ":caption", lines: [":caption zq typed text"], promise: .title),
        ProductOperation(name: ":end", lines: [":end 23h59"], promise: .heading("23")),
    ]

    /// What stands for a word of the document in ``lines``.
    package static let wordToFix = "WORD"

    package static let typed = "zq typed text"
}

extension ProductOperation {
    /// Lines of the user's: the last one is judged as the operation that begins like it.
    package init(typed lines: [String]) {
        let last = lines.last ?? ""
        let command = last.prefix { $0 != " " }
        let like = Self.all.last { $0.lines.count == 1 && $0.lines[0].hasPrefix(":") && $0.lines[0].hasPrefix(command) }
        let promise: Promise
        switch last.first {
        case ":": promise = like?.promise ?? .paragraph
        case ".": promise = .numbered
        default: promise = .bullet(deeper: last.prefix { $0 == "\t" }.count)
        }
        self.init(name: String(command), lines: lines, promise: promise)
    }
}
