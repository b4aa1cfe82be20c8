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

    private let day: Day
    private let words: Words
    /// The day's file, as it is named from the folder that it is in.
    private let file: String
    private let marks: [Mark]
    private let identifiers: [Int: String]

    /// - Parameter path: of the day's file.
    package init(of day: Day, path: String, words: Words) {
        self.day = day
        self.words = words
        file = Notebook.lastComponent(path)
        marks = day.marks.filter { !$0.isDone }
        identifiers = day.document.sectionIdentifiers()
    }

    /// The draft; nil: there is nothing to gather.
    package var document: OutlineDocument? {
        let order: [Mark.Kind] = [.keep, .idea, .question, .todo]
        let kinds = order.map { kind in (words.marks[kind] ?? kind.rawValue, items(of: kind)) }
        let parts = kinds + [(words.people, people), (words.links, links), (words.slots, slots)]
        let sections = parts.filter { !$0.1.isEmpty }.map { OutlineDocument.Section($0.0, $0.1) }
        guard !sections.isEmpty else { return nil }
        return OutlineDocument(
            title: [words.title, day.title].compactMap { $0 }.joined(separator: " "), introduction: words.introduction,
            sections: sections)
    }

    /// By topic, where the event has several.
    private func items(of kind: Mark.Kind) -> [OutlineDocument.Item] {
        let marks = marks.filter { $0.kind == kind }
        let topics = marks.map { day.slot(at: $0.slot)?.heading.track }
        var names: [String?] = []
        for topic in topics where !names.contains(topic) { names.append(topic) }
        guard names.count > 1 else { return marks.map(item) }
        return names.flatMap { name -> [OutlineDocument.Item] in
            let items = zip(marks, topics).filter { $0.1 == name }.map { item($0.0) }
            return name.map { [OutlineDocument.Item($0, items: items)] } ?? items
        }
    }

    private func item(_ mark: Mark) -> OutlineDocument.Item {
        OutlineDocument.Item(mark.text, references: [reference(to: mark.slot)].compactMap { $0 })
    }

    private func reference(to position: Int?) -> OutlineDocument.Reference? {
        guard let slot = day.slot(at: position) else { return nil }
        return OutlineDocument.Reference(
            path: file, identifier: identifiers[slot.section.position], text: slot.sectionTitle)
    }

    /// Who was heard, and where.
    private var people: [OutlineDocument.Item] {
        gathered { slot in slot.speakers.map { ($0.name.folded, $0.shown) } }
    }

    /// The addresses that the notes have.
    private var links: [OutlineDocument.Item] {
        gathered { slot in
            slot.notes.flatMap(\.node.textRanges).flatMap { range in
                day.document.addresses(in: range).map { ($0, $0) }
            }
        }
    }

    /// What slots have, each once, with all the slots that have it.
    private func gathered(_ found: (Slot) -> [(key: String, text: String)]) -> [OutlineDocument.Item] {
        var keys: [String] = []
        var texts: [String: (text: String, references: [OutlineDocument.Reference])] = [:]
        for slot in day.slots {
            guard let reference = reference(to: slot.position) else { continue }
            for (key, text) in found(slot) where texts[key]?.references.last != reference {
                if texts[key] == nil { keys.append(key) }
                texts[key, default: (text, [])].references.append(reference)
            }
        }
        return keys.compactMap { texts[$0] }.map { OutlineDocument.Item($0.text, references: $0.references) }
    }

    /// Slot by slot, all that was marked.
    private var slots: [OutlineDocument.Item] {
        day.slots.compactMap { slot in
            let own = marks.filter { day.slot(at: $0.slot)?.position == slot.position }
            guard let reference = reference(to: slot.position), !own.isEmpty else { return nil }
            let items = own.map {
                OutlineDocument.Item("\(words.mark[$0.kind] ?? $0.kind.rawValue)\(words.separator)\($0.text)")
            }
            return OutlineDocument.Item("", references: [reference], items: items)
        }
    }
}

extension Notebook {
    /// `synthesis-20220524_salon.adoc`, `synthesis-2-20220524_salon.adoc`: the name of a draft.
    ///
    /// - Parameter number: from 1.
    package static func synthesis(_ number: Int, of path: String) -> String {
        "synthesis\(number == 1 ? "" : "-\(number)")-\(lastComponent(path))"
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
