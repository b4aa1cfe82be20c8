import AsciiDoc

extension AsgWriter {
    /// The document's header: its title, its authors, and the attributes that its entries set.
    mutating func writeHeader() {
        let header = headerNode
        let entries = headerEntries(upTo: header)
        guard header != nil || !entries.isEmpty else { return }
        let authorLine = header?.children.first { $0.kind == .authorLine }
        if let title = header?.children.first(where: { $0.kind == .documentTitle }), title.marker == nil {
            attributes.read(entry: ":compat-mode:")
        }
        let revision = header?.children.first { $0.kind == .revisionLine }
        var names = read(entries.filter { $0.position < revision?.position ?? .max })
        names += readRevision(revision)
        names += read(entries.filter { $0.position > revision?.position ?? .max })
        nextEntry = max(nextEntry, (entries.last?.position ?? 0) + 1)
        let authors = authors(in: authorLine)
        writeAttributes(names)
        setImplied(header, authors)
        json.name("header")
        json.beginObject()
        if let shown = view.blocks[0].title {
            let title = header?.children.first { $0.kind == .documentTitle }
            let place = title.map(\.contentRange).flatMap { text($0) == shown ? $0.lowerBound : nil }
            writeInlines(MappedText(shown, at: place), as: "title", .normal)
        }
        if !authors.isEmpty { write(authors) }
        if let header {
            // The schema has no place for them; they are written as a block's.
            let (metadata, range) = metadata(of: header)
            if let id = metadata.id { json.member("id", id) }
            write(metadata, range)
        }
        writeHeaderLocation(header, entries)
        json.endObject()
    }

    /// The authors that the author line names, or attributes.
    func authors(in line: Node?) -> [AsgAuthor] {
        let written = line.map { AsgAuthor.authors(in: text(document.trimBlanks($0.range))) } ?? []
        let authors = written.map { $0.resolved(by: attributes) }
        if let name = attributes["author"], name != authors.first?.fullName {
            return AsgAuthor.authors(named: name, areSeveral: false, address: attributes["email"])
        }
        if authors.isEmpty, let names = attributes["authors"] {
            return AsgAuthor.authors(named: names, areSeveral: true, address: attributes["email"])
        }
        return authors
    }

    /// Reads attribute entries. Returns the names that they set.
    private mutating func read(_ entries: [Node]) -> [String] {
        entries.compactMap { attributes.read(entry: $0.joinedEntry) }
    }

    private mutating func writeHeaderLocation(_ header: Node?, _ entries: [Node]) {
        let starts = entries.map(\.range.lowerBound) + [header?.range.lowerBound].compactMap { $0 }
        let ends = entries.map(\.range.upperBound) + [header?.range.upperBound].compactMap { $0 }
        guard let start = starts.min(), let end = ends.max() else { return }
        let range = document.trimBlanks(start..<end)
        if !range.isEmpty { writeLocation(first: range.lowerBound, last: range.upperBound - 1) }
    }

    var headerNode: Node? { document.root.children.first { $0.kind == .header } }

    /// The entries of the header; without a title, those before anything else.
    private func headerEntries(upTo header: Node?) -> [Node] {
        var entries: [Node] = []
        var index = 1
        while index < document.nodeCount {
            let node = document.node(index)
            if let header, node.range.lowerBound >= header.range.upperBound { break }
            switch node.kind {
            case .attributeEntry: entries.append(node)
            case .blankLines, .lineComment, .directive: break
            case .commentBlock:
                index = document.node(index).end
                continue
            default:
                let isLeaf = document.node(index).end == index + 1
                if header == nil, isLeaf { return entries }
            }
            index += 1
        }
        return entries
    }

    /// Names that were set, in the order in which they were first, with the values that they have in the end.
    private mutating func writeAttributes(_ names: [String]) {
        var written: Set<String> = []
        json.name("attributes")
        json.beginObject()
        for name in names where written.insert(name).inserted {
            json.name(name)
            if let value = attributes.written(name) { json.string(value) } else { json.null() }
        }
        json.endObject()
    }

    private func text(_ range: Range<Int>) -> String { document.text(range) }

    // MARK: Authors and revision

    private mutating func write(_ authors: [AsgAuthor]) {
        json.name("authors")
        json.beginArray()
        for author in authors {
            json.beginObject()
            json.member("fullname", author.fullName)
            json.member("initials", author.initials)
            for (name, part) in zip(["firstname", "middlename", "lastname"], author.parts) {
                guard let part else { continue }
                json.name(name)
                json.string(part)
            }
            if let address = author.address { json.member("address", address) }
            json.endObject()
        }
        json.endArray()
    }

    /// What the title and the authors set for the text below.
    private mutating func setImplied(_ header: Node?, _ authors: [AsgAuthor]) {
        if header != nil, let title = view.blocks[0].title { attributes.read(entry: ":doctitle: \(title)") }
        for (index, author) in authors.enumerated() {
            if index == 0 { set(author, "") }
            // Those of several authors have numbers, too.
            if authors.count > 1 { set(author, "_\(index + 1)") }
        }
        if !authors.isEmpty { attributes.read(entry: ":authorcount: \(authors.count)") }
    }

    private mutating func set(_ author: AsgAuthor, _ suffix: String) {
        attributes.read(entry: ":author\(suffix): \(author.fullName)")
        attributes.read(entry: ":authorinitials\(suffix): \(author.initials)")
        for (name, part) in zip(["firstname", "middlename", "lastname"], author.parts) {
            if let part { attributes.read(entry: ":\(name)\(suffix): \(part)") }
        }
        if let address = author.address { attributes.read(entry: ":email\(suffix): \(address)") }
    }

    /// `v1.0, 2024-05-24: remark`
    private mutating func readRevision(_ line: Node?) -> [String] {
        guard let line else { return [] }
        let revision = RevisionLine(text(document.trimBlanks(line.range)))
        let values = [("revnumber", revision.number), ("revdate", revision.date), ("revremark", revision.remark)]
        // What an entry above it says stays.
        return values.compactMap { name, value in
            guard let value, attributes[name] == nil else { return nil }
            return attributes.read(entry: ":\(name): \(value)")
        }
    }
}
