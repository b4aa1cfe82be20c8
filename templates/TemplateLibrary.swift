import Mustache
package import Notebook

/// The templates of a notebook: its own ones, and the built-in ones behind them.
package struct TemplateLibrary: TemplateSource {
    private let ownNames: () throws(StoreError) -> [String]
    private let own: (String) throws(StoreError) -> [UInt8]

    /// - Parameters:
    ///   - ownNames: names of the files in the notebook's `templates/`.
    ///   - own: the bytes of one of them.
    package init(
        ownNames: @escaping () throws(StoreError) -> [String],
        own: @escaping (String) throws(StoreError) -> [UInt8]
    ) {
        self.ownNames = ownNames
        self.own = own
    }

    package func names() -> [String] {
        let own = listed.filter { $0.hasSuffix(".adoc") }.map { String($0.dropLast(".adoc".count)) }
        return own + BuiltInTemplates.all.map(\.name).filter { !own.contains($0) }
    }

    /// The own templates that can be seen; what keeps them from being seen is said when one is used.
    private var listed: [String] {
        do throws(StoreError) { return try ownNames() } catch { return [] }
    }

    package func render(_ name: String, values: [String: String]) throws(TemplateError) -> [UInt8] {
        let source = try source(name)
        // Mustache renders a name that it does not know as nothing: the names are checked first.
        if let unknown = Self.placeholders(in: source).first(where: { values[$0] == nil }) {
            throw .unknownPlaceholder(unknown, template: name)
        }
        do {
            // Without this line, Mustache would escape the values for HTML.
            let template = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + source)
            return Array(template.render(values).utf8)
        } catch {
            throw .malformed(template: name, reason: "\(error)")
        }
    }

    private func source(_ name: String) throws(TemplateError) -> String {
        let file = name + ".adoc"
        // A folder of templates that cannot be read is an error here: the user's own template would be passed over.
        do throws(StoreError) {
            if try ownNames().contains(file) { return String(decoding: try own(file), as: UTF8.self) }
        } catch {
            throw .unreadable(error)
        }
        guard let builtIn = BuiltInTemplates.all.first(where: { $0.name == name }) else {
            throw .unknown(name: name, known: names())
        }
        return String(decoding: builtIn.source, as: UTF8.self)
    }

    /// The names between `{{` and `}}`, without Mustache's signs.
    private static func placeholders(in source: String) -> [String] {
        var names: [String] = []
        var rest = source[...]
        while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
            let name = rest[open.upperBound..<close.lowerBound].drop { "#^/&{ ".contains($0) }.prefix {
                !" }".contains($0)
            }
            if !name.hasPrefix("!"), !name.hasPrefix("%") { names.append(String(name)) }
            rest = rest[close.upperBound...]
        }
        return names
    }
}

extension Substring {
    fileprivate func firstRange(of text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            let candidate = self[start...]
            if candidate.hasPrefix(text) { return start..<candidate.index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
