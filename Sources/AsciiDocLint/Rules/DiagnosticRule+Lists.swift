import AsciiDoc

extension DiagnosticRule {
    /// Rules on lists.
    static let lists = [listIsText, skippedDepth, emptyItem, itemNumber, calloutNumber, calloutWithoutMark]

    /// A list glued to the paragraph above it is text.
    private static let listIsText = DiagnosticRule(
        "list-is-text", .warning, "a list without a blank line before it",
        says: "without a blank line before it, this list is text"
    ) { context in
        context.prose.compactMap { paragraph in
            let lines = context.textLines(of: paragraph)
            guard let index = lines.indices.dropFirst().first(where: { context.isItem(lines[$0]) }) else { return nil }
            // Lines with a hard break stand as they were meant.
            let isBroken = context.text(lines[index - 1]).hasSuffix(" +")
            var finding = Finding(lines[index], fix: isBroken ? nil : .insertLine("", before: lines[index].lowerBound))
            if isBroken { finding.severity = .note }
            return finding
        }
    }.fixable

    /// Depth is the order in which markers appear: a marker with two stars more is one level deeper, not two.
    private static let skippedDepth = DiagnosticRule(
        "list-depth-skipped", .warning, "a list item whose marker skips a depth",
        says: "this item is one level below the one above, as “%1” says"
    ) { context in
        context.nodes(.listItem).compactMap { item in
            guard let list = item.parent, list.kind == .unorderedList || list.kind == .orderedList,
                let outer = list.parent, outer.kind == .listItem, outer.parent?.kind == list.kind,
                let marker = item.marker, let above = outer.marker,
                context.document.source[marker].isRepetition, context.document.source[above].isRepetition,
                marker.count > above.count + 1
            else { return nil }
            let sign = context.document.source[above.lowerBound]
            return Finding(marker, [String(repeating: Character(Unicode.Scalar(sign)), count: above.count + 1)])
        }
    }

    private static let emptyItem = DiagnosticRule(
        "item-without-text", .warning, "a list marker without text", says: "a marker without text is text itself"
    ) { context in
        (context.prose + context.nodes(.listItem)).flatMap(context.textLines).compactMap { line in
            let content = context.document.trimBlanks(line)
            guard !content.isEmpty, content.count <= 5, content.lowerBound == line.lowerBound,
                context.document.source[content].allSatisfy({ $0 == UInt8(ascii: "*") }),
                context.places.writtenLine(at: line.lowerBound).last.map({ [0x20, 0x09].contains($0) }) == true
            else { return nil }
            return Finding(content, fix: .replaceLineEnd(from: content.upperBound, " {empty}"))
        }
    }.fixable

    // MARK: Numbers

    private static let itemNumber = DiagnosticRule(
        "item-number", .warning, "a numbered item out of order", says: "this item is shown as “%1”, not as “%2”"
    ) { context in
        context.nodes(.orderedList).flatMap { list -> [Finding] in
            let hasStart =
                list.children.first?.kind.isAboutBlock == true && context.metadata(of: list).named["start"] != nil
            return list.children.lazy.filter { $0.kind == .listItem }.enumerated().compactMap { index, item in
                guard let marker = item.marker, let written = ItemNumber(context.text(marker)) else { return nil }
                let expected = written.text(for: index + 1)
                guard expected != written.text else { return nil }
                let number = marker.lowerBound..<(marker.upperBound - 1)
                var finding = Finding(marker, [expected, written.text], fix: .replace(number, expected))
                if hasStart { finding.severity = .note }
                return finding
            }
        }
    }.fixable

    // MARK: Callouts

    private static let calloutNumber = DiagnosticRule(
        "callout-number", .warning, "a callout list's item out of order", says: "this item is “<%1>”, not “<%2>”"
    ) { context in
        context.calloutLists.flatMap { list in
            list.items.enumerated().compactMap { index, item in
                item.number == index + 1
                    ? nil : Finding(item.marker, [String(index + 1), item.number.map(String.init) ?? "."])
            }
        }
    }

    private static let calloutWithoutMark = DiagnosticRule(
        "callout-without-mark", .warning, "a callout list's item that no listing refers to",
        says: "no “<%1>” stands in the listing above"
    ) { context in
        context.calloutLists.flatMap { list in
            list.items.enumerated().compactMap { index, item -> Finding? in
                if list.marks.contains(index + 1) { return nil }
                var finding = Finding(item.marker, [String(index + 1)])
                if list.isOpen { finding.severity = .note }
                return finding
            }
        }
    }
}

extension RuleContext {
    fileprivate func isItem(_ line: Range<Int>) -> Bool {
        guard case .listItem(let marker)? = shape(of: line) else { return false }
        switch marker.kind {
        case .unorderedList: return true
        // A line of prose may begin with a year or an initial.
        case .orderedList:
            return document.source[marker.markerStart] == UInt8(ascii: ".")
                || text(line).drop { $0 == " " }.hasPrefix("1. ")
        default: return false
        }
    }

    struct CalloutList {
        let items: [(marker: Range<Int>, number: Int?)]
        /// The numbers in the listings above.
        let marks: Set<Int>
        /// Whether a listing above includes something.
        let isOpen: Bool
    }

    /// The callout lists, each with the marks of the listings between it and the one before.
    fileprivate var calloutLists: [CalloutList] {
        var lists: [CalloutList] = []
        var (marks, next, isOpen) = (Set<Int>(), 1, false)
        for index in (0..<document.nodeCount) {
            let node = document.node(index)
            switch node.kind {
            case .listing, .literal, .literalParagraph: break
            case .paragraph, .open: if style(of: node).map(Self.unread.contains) != true { continue }
            case .calloutList:
                lists.append(CalloutList(items: numbers(in: node), marks: marks, isOpen: isOpen))
                (marks, next, isOpen) = ([], 1, false)
                continue
            default: continue
            }
            isOpen = isOpen || holdsInclude(node)
            for mark in calloutMarks(in: node) {
                marks.insert(mark ?? next)
                if mark == nil { next += 1 }
            }
        }
        return lists
    }

    private func numbers(in list: Node) -> [(marker: Range<Int>, number: Int?)] {
        var next = 0
        return list.children.filter { $0.kind == .listItem }.map { item in
            let marker = item.marker ?? item.range
            let number = text(marker).dropFirst().dropLast()
            if number == "." { next += 1 }
            return (marker, number == "." ? next : Int(number))
        }
    }

    /// The numbers of a listing's marks; nil for `<.>`.
    private func calloutMarks(in listing: Node) -> [Int?] {
        let content = listing.contentRange
        guard document.source[content].contains(UInt8(ascii: "<")) else { return [] }
        return parseInlines(document.source, in: content, substitutions: .verbatim).compactMap { inline -> Int?? in
            guard inline.kind == .callout else { return nil }
            return .some(Int(text(inline.range).filter { $0.isASCII && $0.isNumber }))
        }
    }
}

extension ArraySlice<UInt8> {
    /// `***`, `..`: a marker that tells its depth.
    fileprivate var isRepetition: Bool {
        (first == UInt8(ascii: "*") || first == UInt8(ascii: ".")) && allSatisfy { $0 == first }
    }
}
