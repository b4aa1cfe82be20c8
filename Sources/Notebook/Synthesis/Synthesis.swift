package import AsciiDoc

/// What is to be kept of an event, gathered from its notes: a draft that somebody goes on with.
package struct Synthesis {
    /// What its parts are called, in the language of the shell.
    package struct Words: Sendable {
        /// What stands before the event's title.
        package let title: String
        package let introduction: String
        /// The headings of all that has one mark.
        package let marks: [Mark.Kind: String]
        /// What stands before a note that has one.
        package let mark: [Mark.Kind: String]
        package let people: String
        package let links: String
        package let slots: String
        /// What stands between a kind and its text.
        package let separator: String

        package init(
            title: String, introduction: String, marks: [Mark.Kind: String], mark: [Mark.Kind: String],
            people: String, links: String, slots: String, separator: String
        ) {
            (self.title, self.introduction, self.marks, self.mark) = (title, introduction, marks, mark)
            (self.people, self.links, self.slots, self.separator) = (people, links, slots, separator)
        }
    }

    /// One day of the event.
    private struct Source {
        let day: Day
        /// Its file, as it is named from the folder that it is in.
        let file: String
        let marks: [Mark]
        let identifiers: [Int: String]

        init(_ day: Day, path: String) {
            self.day = day
            file = Notebook.lastComponent(path)
            marks = day.marks.filter { !$0.isDone }
            identifiers = day.document.sectionIdentifiers()
        }

        func reference(to position: Int?) -> OutlineDocument.Reference? {
            guard let slot = day.slot(at: position) else { return nil }
            return OutlineDocument.Reference(
                path: file, identifier: identifiers[slot.section.position], text: slot.sectionTitle)
        }
    }

    private let sources: [Source]
    private let words: Words

    /// - Parameter days: of the event, in order, with the paths of their files, which are in one folder.
    package init(of days: [(day: Day, path: String)], words: Words) {
        sources = days.map { Source($0.day, path: $0.path) }
        self.words = words
    }

    /// The draft; nil: there is nothing to gather.
    package var document: OutlineDocument? {
        let order: [Mark.Kind] = [.keep, .idea, .question, .todo]
        let kinds = order.map { kind in (words.marks[kind] ?? kind.rawValue, items(of: kind)) }
        let parts = kinds + [(words.people, people), (words.links, links), (words.slots, slots)]
        let sections = parts.filter { !$0.1.isEmpty }.map { OutlineDocument.Section($0.0, $0.1) }
        guard !sections.isEmpty else { return nil }
        return OutlineDocument(
            title: [words.title, sources.first?.day.title].compactMap { $0 }.joined(separator: " "),
            introduction: words.introduction, sections: sections)
    }

    /// By topic, where the event has several.
    private func items(of kind: Mark.Kind) -> [OutlineDocument.Item] {
        let found = sources.flatMap { source in
            source.marks.filter { $0.kind == kind }.map { mark in
                (
                    topic: source.day.slot(at: mark.slot)?.heading.track,
                    item: OutlineDocument.Item(
                        mark.text, references: [source.reference(to: mark.slot)].compactMap { $0 })
                )
            }
        }
        var topics: [String?] = []
        for topic in found.map(\.topic) where !topics.contains(topic) { topics.append(topic) }
        guard topics.count > 1 else { return found.map(\.item) }
        return topics.flatMap { topic -> [OutlineDocument.Item] in
            let items = found.filter { $0.topic == topic }.map(\.item)
            return topic.map { [OutlineDocument.Item($0, items: items)] } ?? items
        }
    }

    /// Who was heard, and where.
    private var people: [OutlineDocument.Item] {
        gathered { _, slot in slot.speakers.map { ($0.name.folded, $0.shown) } }
    }

    /// The addresses that the notes have.
    private var links: [OutlineDocument.Item] {
        gathered { day, slot in
            slot.notes.flatMap(\.node.textRanges).flatMap { range in
                day.document.addresses(in: range).map { ($0, $0) }
            }
        }
    }

    /// What slots have, each once, with all the slots that have it.
    private func gathered(_ found: (Day, Slot) -> [(key: String, text: String)]) -> [OutlineDocument.Item] {
        var keys: [String] = []
        var texts: [String: (text: String, references: [OutlineDocument.Reference])] = [:]
        for source in sources {
            for slot in source.day.slots {
                guard let reference = source.reference(to: slot.position) else { continue }
                for (key, text) in found(source.day, slot) where texts[key]?.references.last != reference {
                    if texts[key] == nil { keys.append(key) }
                    texts[key, default: (text, [])].references.append(reference)
                }
            }
        }
        return keys.compactMap { texts[$0] }.map { OutlineDocument.Item($0.text, references: $0.references) }
    }

    /// Slot by slot, all that was marked; below the days, where there are several.
    private var slots: [OutlineDocument.Item] {
        let days = sources.flatMap(slots)
        guard days.count > 1 else { return days.flatMap(\.items) }
        return days.map { OutlineDocument.Item($0.title, items: $0.items) }
    }

    /// The slots of a file that have marks, by the part of the event that they stand in.
    private func slots(of source: Source) -> [(title: String, items: [OutlineDocument.Item])] {
        var parts: [(title: String, items: [OutlineDocument.Item])] = []
        for slot in source.day.slots {
            let own = source.marks.filter { source.day.slot(at: $0.slot)?.position == slot.position }
            guard let reference = source.reference(to: slot.position), !own.isEmpty else { continue }
            let items = own.map {
                OutlineDocument.Item("\(words.mark[$0.kind] ?? $0.kind.rawValue)\(words.separator)\($0.text)")
            }
            let title = source.day.heading(at: source.day.part(around: slot.position))
            if parts.last?.title != title { parts.append((title, [])) }
            parts[parts.count - 1].items.append(OutlineDocument.Item("", references: [reference], items: items))
        }
        return parts
    }
}

extension Notebook {
    /// The files of the event that a day is of: of that name, on days that follow one another; the day itself among them.
    ///
    /// - Parameters:
    ///   - path: of the day.
    ///   - known: paths of the days there are.
    package static func event(ofDay path: String, among known: [String]) -> [String] {
        guard let own = FileName.parts(ofDay: lastComponent(path)), !own.event.isEmpty else { return [path] }
        let others = known.compactMap { other -> (date: CalendarDate, path: String)? in
            let parts = FileName.parts(ofDay: lastComponent(other))
            guard let parts, parts.event == own.event, parts.date != own.date else { return nil }
            return (parts.date, other)
        }
        let days = (others + [(own.date, path)]).sorted { $0.date < $1.date }
        guard let place = days.firstIndex(where: { $0.date == own.date }) else { return [path] }
        var (first, last) = (place, place)
        while first > 0, days[first - 1].date.days(until: days[first].date) == 1 { first -= 1 }
        while last + 1 < days.count, days[last].date.days(until: days[last + 1].date) == 1 { last += 1 }
        return days[first...last].map(\.path)
    }
}

extension Notebook {
    /// `synthesis-20220524_salon.adoc`, `synthesis-2-20220524_salon.adoc`: the name of a draft.
    ///
    /// - Parameter number: from 1.
    package static func synthesis(_ number: Int, of path: String) -> String {
        "synthesis\(number > 1 ? "-\(number)" : "")-\(lastComponent(path))"
    }

    /// Whether a file is the draft that was gathered from one of the others.
    package static func isSynthesis(_ path: String, among files: [String]) -> Bool {
        let name = lastComponent(path)
        guard name.hasPrefix("synthesis-") else { return false }
        let rest = name.dropFirst("synthesis-".count)
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        let isNumbered = !digits.isEmpty && rest.dropFirst(digits.count).first == "-"
        let source = isNumbered ? rest.dropFirst(digits.count + 1) : rest
        return FileName.parts(ofDay: String(rest)) != nil || FileName.parts(ofDay: String(source)) != nil
            || files.contains { [rest, source].contains(lastComponent($0)[...]) }
    }
}
