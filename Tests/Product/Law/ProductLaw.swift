/// The law: after an operation the blocks are the old blocks and exactly what was asked for, where it was promised.
package struct ProductLaw {
    private typealias Entry = Reading.Entry

    private let run: ProductRun
    private let before: [Reading.Entry]
    private let after: [Reading.Entry]

    private init(_ run: ProductRun, _ before: Reading, _ after: Reading) {
        self.run = run
        self.before = before.entries
        self.after = after.entries
    }

    /// What is wrong with the blocks after `run`; nil: nothing.
    package static func problem(of run: ProductRun, before: Reading, after: Reading) -> String? {
        if before.isFailed { return nil }
        if after.isFailed { return "Asciidoctor fails on the document" }
        return ProductLaw(run, before, after).problem
    }

    private var problem: String? {
        switch run.operation.promise {
        case .bullet(let deeper): addition { _ in item(depth: run.depth + deeper) }
        case .numbered: addition { _ in item(depth: nil) }
        case .itemBelowBullet: addition { _ in item(depth: run.depth + 1) }
        case .paragraph: addition { lone($0, "paragraph") }
        case .admonition: addition { admonition($0) }
        case .image:
            addition {
                ["paragraph", "image"].contains(after[$0].context) ? nil : "no image"
            }
        case .slot: addition { section($0) }
        case .slotWithBullet: addition { section($0) ?? item(depth: 1) }
        case .abstract: addition(anywhere: true) { abstract($0) }
        case .deletion: deletion
        case .correction: change { $1.strings.joined().contains("zq") ? nil : "\($0) became \($1)" }
        case .newText: change { isEdited($1) ? nil : "\($0) became \($1)" }
        case .heading(let text):
            change { isHeading($0) && $1.strings.joined().contains(text) ? nil : "\($0) became \($1)" }
        case .speakers: speakers
        case .insertion: inserted
        case .rearrangement: words(before) == words(after) ? nil : difference
        case .imageInBullet: addition(of: "zq above") { imageInBullet($0) }
        case .admonitionInBullet:
            addition { first in after[first...].contains { $0.context == "admonition" } ? nil : "no admonition" }
        case .title: change { $1.strings.joined().contains("zq typed text") ? nil : "\($0) became \($1)" }
        }
    }

    // MARK: What was added

    /// Where the blocks were inserted, if nothing else changed.
    private var insertion: Range<Int>? {
        let count = after.count - before.count
        guard count > 0 else { return nil }
        let front = zip(before, after).prefix { $0 == $1 }.count
        let back = zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.count
        guard front + back >= before.count else { return nil }
        // Of equal blocks, the later one is the new one.
        return front..<(front + count)
    }

    private func addition(
        of text: String = "zq typed text", anywhere: Bool = false, _ check: (_ first: Int) -> String?
    ) -> String? {
        guard let range = insertion else { return difference }
        let said = after.filter { $0.strings.contains { $0.contains(text) } }
        guard said.count == 1 else { return "typed once, found \(said.count) times\n\(difference)" }
        guard anywhere || isAtEnd(range) else { return "not at the end of the place\n\(difference)" }
        return check(range.lowerBound) ?? strangers(in: range)
    }

    private func strangers(in range: Range<Int>) -> String? {
        let allowed: Int
        switch run.operation.promise {
        case .bullet, .numbered, .admonition: allowed = 2
        // Where the file has notes below a heading of their own, so has the new slot.
        case .slotWithBullet, .admonitionInBullet: allowed = 4
        case .imageInBullet, .abstract: allowed = 2
        case .itemBelowBullet: allowed = 4
        default: allowed = 1
        }
        // A term without text has an item as soon as something stands below it.
        let count = after[range].count { !($0.context == "item" && $0.strings.isEmpty) }
        return count <= allowed ? nil : "more than was asked for\n\(difference)"
    }

    /// Whether the place ends after the blocks: what comes next is a section outside the slot, or nothing.
    private func isAtEnd(_ range: Range<Int>) -> Bool {
        guard range.upperBound < after.count else { return true }
        let next = after[range.upperBound]
        guard next.context == "section" else { return false }
        guard run.isInSlot else { return true }
        if after[range.lowerBound].context == "section" { return next.depth <= after[range.lowerBound].depth }
        let slot = ancestors(of: range.lowerBound).first {
            $0.context == "section" && $0.strings.first == run.slotTitle
        }
        return slot.map { next.depth <= $0.depth } ?? false
    }

    /// The blocks that a block stands in, the innermost first.
    private func ancestors(of index: Int) -> [Reading.Entry] {
        var found: [Reading.Entry] = []
        var depth = after[index].depth
        for entry in after[..<index].reversed() where entry.depth < depth {
            found.append(entry)
            depth = entry.depth
        }
        return found
    }

    private func item(depth: Int?) -> String? {
        guard let index = after.indices.first(where: { says(after[$0]) }), after[index].context == "item" else {
            return "no item\n\(difference)"
        }
        guard after[index].strings.contains(where: { $0 == "zq typed text" || $0 == "☐ zq typed text" }) else {
            return "other text\n\(difference)"
        }
        let around = ancestors(of: index)
        let lists = around.count { $0.isList }
        if around.contains(where: {
            !$0.isList && !["item", "term", "section", "document"].contains($0.context)
        }) {
            return "inside another block\n\(difference)"
        }
        // Lists that are nested by indent alone are one list for AsciiDoc.
        guard let depth, lists != depth, !after[index].details.contains(" - \"") else { return nil }
        return "depth \(lists), promised \(depth)\n\(difference)"
    }

    private func says(_ entry: Reading.Entry) -> Bool { entry.strings.contains { $0.contains("zq typed text") } }

    /// A block of its own, right below the document or a section.
    private func lone(_ index: Int, _ context: String) -> String? {
        guard after[index].context == context else {
            return "no \(context)\n\(difference)"
        }
        guard after[index].strings.contains(ProductOperation.typed) else { return "other text\n\(difference)" }
        return inSection(index)
    }

    private func inSection(_ index: Int) -> String? {
        let parent = ancestors(of: index).first?.context
        return parent == "section" || parent == "document" ? nil : "inside \(parent ?? "nothing")\n\(difference)"
    }

    /// A block in the file's form, or a section with one.
    private func abstract(_ first: Int) -> String? {
        let isSection = after[first].context == "section"
        let index = isSection ? first + 1 : first
        let forms = ["listing", "open", "quote", "example", "sidebar", "literal", "paragraph"]
        guard after.indices.contains(index), forms.contains(after[index].context) else {
            return "no abstract\n\(difference)"
        }
        return isSection ? nil : inSection(index)
    }

    /// A section's, or, in a file that is one talk, the document's.
    private func isHeading(_ entry: Entry) -> Bool { ["section", "document"].contains(entry.context) }

    private func admonition(_ index: Int) -> String? {
        guard after[index].context == "admonition" else { return "no admonition\n\(difference)" }
        return inSection(index)
    }

    private func section(_ index: Int) -> String? {
        guard after[index].context == "section" else { return "no section\n\(difference)" }
        // A file whose slots stand deeper gets its new one where they stand.
        let sections = before.filter { $0.context == "section" }
        let top = sections.first.map { first in sections.filter { $0.depth == first.depth }.compactMap(\.level) } ?? []
        let slots = sections.filter { $0.strings.first == run.slotTitle }.compactMap(\.level) + top.prefix(1)
        guard let level = after[index].level, level == 1 || slots.contains(level) else {
            return "level \(after[index].level ?? -1)\n\(difference)"
        }
        let parents = ancestors(of: index)
        let isTop = parents.allSatisfy { $0.context == "document" || ($0.level ?? level) < level }
        return isTop ? nil : "below \(parents[0])\n\(difference)"
    }

    private func imageInBullet(_ first: Int) -> String? {
        let item = after[first...].first { $0.strings.contains { $0.contains("zq above") } }
        guard let item, item.context == "item", item.strings.joined().contains("image:") else { return "no image" }
        return nil
    }

    // MARK: What was put among others

    /// The old words and the new ones; the note is one item or paragraph.
    private var inserted: String? {
        let said = after.filter(says)
        guard said.count == 1, said[0].context == "item" else {
            return "typed once, found \(said.count) times\n\(difference)"
        }
        let new = Dictionary(grouping: words(before) + ["zq", "typed", "text"]) { $0 }.mapValues(\.count)
        return new == Dictionary(grouping: words(after)) { $0 }.mapValues(\.count) ? nil : difference
    }

    /// All words of all texts, sorted.
    private func words(_ entries: [Reading.Entry]) -> [String] {
        entries.flatMap { $0.strings.flatMap { $0.split { $0 == " " || $0.isNewline }.map(String.init) } }.sorted()
    }

    // MARK: What was changed or removed

    private var deletion: String? {
        let count = before.count - after.count
        guard count > 0 else { return "nothing is gone\n\(difference)" }
        let front = zip(before, after).prefix { $0 == $1 }.count
        let back = zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.count
        guard front + back >= after.count else { return difference }
        // What follows in the slot may be headings without notes only.
        let slot = after[..<front].last { $0.context == "section" && $0.strings.first == run.slotTitle }
        let rest = before[(front + count)...].prefix { $0.depth > slot?.depth ?? 0 }
        let isNoNote = { (entry: Entry) in
            entry.context == "section" || entry.strings.first?.lowercased() == "abstract"
                || entry.strings.last?.hasSuffix("[role=include]") == true
        }
        return rest.allSatisfy(isNoNote) || !run.isInSlot ? nil : "not the last note\n\(difference)"
    }

    private func change(_ check: (_ old: Reading.Entry, _ new: Reading.Entry) -> String?) -> String? {
        guard before.count == after.count else { return difference }
        let changed = zip(before, after).filter { $0 != $1 }
        guard changed.count == 1, changed[0].0.context == changed[0].1.context, changed[0].0.depth == changed[0].1.depth
        else { return difference }
        return check(changed[0].0, changed[0].1).map { $0 + "\n" + difference }
    }

    /// Whether an item's or paragraph's text is the new one; its box and its final break stay.
    private func isEdited(_ entry: Entry) -> Bool {
        let typed = ProductOperation.typed
        let boxes = ["", "[ ] ", "[x] ", "[*] "]
        return entry.strings.contains { text in
            boxes.contains { text == $0 + typed || text == $0 + typed + " +" }
        }
    }

    private var speakers: String? {
        let isNamed = { (entry: Reading.Entry) in
            entry.context == "paragraph" && entry.strings.contains { $0.contains("Zq Typed (Corp)") }
        }
        if before.count == after.count { return change { isNamed($1) ? nil : "\($0) became \($1)" } }
        guard let range = insertion, range.count == 1, isNamed(after[range.lowerBound]) else { return difference }
        return inSection(range.lowerBound)
    }

    /// Blocks that are gone (`-`) and that are new (`+`).
    private var difference: String {
        after.difference(from: before).map { change in
            switch change {
            case .remove(_, let entry, _): "- \(entry)"
            case .insert(_, let entry, _): "+ \(entry)"
            }
        }.prefix(16).joined(separator: "\n")
    }
}
