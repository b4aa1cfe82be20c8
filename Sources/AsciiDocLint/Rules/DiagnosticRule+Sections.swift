import AsciiDoc

extension DiagnosticRule {
    /// Rules on the order of sections.
    static let sections = [skippedLevel, levelZero, nestedInSpecial, partWithoutSection]

    private static let skippedLevel = DiagnosticRule(
        "section-level-skipped", .warning, "a section that skips a level",
        says: "this section skips a level: “%1” is the next one"
    ) { context in
        context.sections.compactMap { section in
            guard let level = section.node.level, let outer = section.outer, level > outer + 1 else { return nil }
            return Finding(context.heading(of: section.node), [String(repeating: "=", count: outer + 2)])
        }
    }.sure(of: .whole)

    private static let levelZero = DiagnosticRule(
        "section-level-zero", .error, "a second title, outside of books",
        says: "one “=” is for the document's title; parts are for “:doctype: book”"
    ) { context in
        guard !context.isBook else { return [] }
        return context.sections.compactMap { section in
            guard section.node.level == 0, section.outer != nil else {
                return nil
            }
            return Finding(context.heading(of: section.node))
        }
    }

    private static let nestedInSpecial = DiagnosticRule(
        "section-not-allowed", .error, "a section within one that takes none", says: "a section “%1” takes no sections"
    ) { context in
        context.nodes(.section).compactMap { section in
            guard let outer = section.parent, outer.kind == .section, (outer.level ?? 0) <= 1,
                let style = context.style(of: outer), !nestable.contains(style), !style.hasPrefix("sect")
            else { return nil }
            return Finding(context.heading(of: section), [style])
        }
    }

    private static let nestable: Set<String> = ["appendix", "preface", "abstract", "discrete", "float"]

    private static let partWithoutSection = DiagnosticRule(
        "part-without-section", .error, "a part of a book without a section", says: "a part of a book has sections"
    ) { context in
        guard context.isBook else { return [] }
        return context.nodes(.section).compactMap { part in
            guard part.level == 0, context.style(of: part) == nil,
                part.children.last(where: { !$0.kind.isAboutBlock })?.kind != .section
            else { return nil }
            return Finding(context.heading(of: part))
        }
    }.sure(of: .whole)
}

extension RuleContext {
    fileprivate func heading(of section: Node) -> Range<Int> {
        (section.children.first { $0.kind == .heading } ?? section).range.firstLine(in: document)
    }

    /// Sections with the level of what they stand in; nil where any level may come: a document that begins with a
    /// section, without a title, may begin with any.
    fileprivate var sections: [(node: Node, outer: Int?)] {
        let first = document.root.children.first { !$0.kind.isAboutBlock }
        let isFragment = first?.kind == .section
        return nodes(.section).map { section in
            guard let parent = section.parent, parent.kind == .section else { return (section, isFragment ? nil : 0) }
            // A special section of level 0 is one of level 1.
            return (section, parent.level == 0 && style(of: parent) != nil ? 1 : parent.level ?? 0)
        }
    }
}

extension Range<Int> {
    /// The first line of the range, without its line end.
    func firstLine(in document: Document) -> Range<Int> { lowerBound..<document.lineContentEnd(self) }
}
