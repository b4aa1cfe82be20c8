import AsciiDoc

extension Day {
    /// The day, a slot, or the part of the day that a slot stands in, with the day's title and what its attributes say.
    ///
    /// - Parameters:
    ///   - place: where the writer stands; nil: before the first heading.
    ///   - path: of the day's file.
    /// - Throws: `noSlot`, `slotNotFound`, `noPart`.
    package func content(of part: ExportRequest.Part, at place: Int?, path: String) throws(DayError) -> ExportContent {
        let name = ExportContent.name(ofDay: path)
        switch part {
        case .day:
            var whole = ExportContent(source: document.source, name: name, day: path, images: images)
            whole.imagesElsewhere = imagesElsewhere
            return whole
        case .part:
            guard let position = self.part(around: place), node(at: position).kind == .section else { throw .noPart }
            let number = entries[...position].count { $0.kind == .part }
            return content(document.excerpt(of: node(at: position)), name: "\(name)-part\(number)", day: path)
        case .currentSlot, .slot:
            let slot = try slot(for: part, at: place)
            let number = slot.number < 10 ? "0\(slot.number)" : "\(slot.number)"
            return content(excerpt(of: slot), name: "\(name)-\(number)", day: path)
        }
    }

    private func slot(for part: ExportRequest.Part, at place: Int?) throws(DayError) -> Slot {
        if case .slot(let number) = part {
            let slots = slots
            guard slots.indices.contains(number - 1) else { throw .slotNotFound(String(number)) }
            return slots[number - 1]
        }
        guard let slot = slot(at: place) else { throw .noSlot }
        return slot
    }

    /// A slot as a document of its own. Where the file is one talk, that is all but the talks that came to it later.
    private func excerpt(of slot: Slot) -> Excerpt {
        guard slot.section.kind == .document else { return document.excerpt(of: slot.section) }
        return document.excerpt(
            without: entries.filter { $0.kind == .slot && $0.node > 0 }.map { document.node($0.node) })
    }

    private func content(_ excerpt: Excerpt, name: String, day path: String) -> ExportContent {
        let shown = Day(Document(parsing: excerpt.source))
        var content = ExportContent(
            source: excerpt.source, lines: excerpt.lines, name: name, day: path, images: shown.images)
        content.imagesElsewhere = shown.imagesElsewhere
        return content
    }
}

extension Notebook {
    /// The settings' name for the forms that were exported last.
    private static let formats = "export"

    /// The forms that were exported last; the day's own where nothing was.
    package static func lastFormats(_ lists: NotebookLists) throws(StoreError) -> [ExportFormat] {
        let words = try lists.setting(formats)?.split(separator: " ").compactMap { ExportFormat(rawValue: String($0)) }
        guard let words, !words.isEmpty else { return [.adoc] }
        return words
    }

    /// Remembers forms for the next time.
    package static func remember(_ used: [ExportFormat], in lists: NotebookLists) throws(StoreError) {
        guard try lastFormats(lists) != used else { return }
        try lists.set(formats, to: used.map(\.rawValue).joined(separator: " "))
    }
}
