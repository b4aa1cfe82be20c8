import AsciiDoc

/// The lists that are open at the end of a slot, outermost first: what a new bullet continues.
struct ListStack {
    struct Level {
        let item: Node
        let kind: NodeKind
        let marker: String
        let indent: String
    }

    let levels: [Level]

    init(endingWith block: Node?, in day: Day) {
        var levels: [Level] = []
        var list = block
        while let current = list, current.kind.isList, let item = current.children.last(where: { $0.kind == .listItem })
        {
            let marker = item.marker.map(day.text) ?? "*"
            levels.append(Level(item: item, kind: current.kind, marker: marker, indent: day.indent(of: item)))
            list = item.children.last { $0.kind != .blankLines }
        }
        self.levels = levels
    }

    var depth: Int { levels.count }

    /// Blanks that each level adds before its marker, as the lists at hand show; nil where there is one level only.
    var indentPerLevel: Int? {
        let widths = levels.map(\.indent.utf8.count)
        return zip(widths, widths.dropFirst()).map { $1 - $0 }.last
    }
}

extension Day {
    /// The blanks before an item's marker.
    func indent(of item: Node) -> String {
        guard let marker = item.marker else { return "" }
        return text((marker.lowerBound - item.indent)..<marker.lowerBound)
    }
}
