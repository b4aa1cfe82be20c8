package import Notebook

/// The templates of a notebook: its own ones, and the built-in ones.
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

    package func template(_ name: String) throws(TemplateError) -> Template {
        try Template(name: name, source: try source(name))
    }

    private func source(_ name: String) throws(TemplateError) -> [UInt8] {
        let file = name + ".adoc"
        // A folder of templates that cannot be read is an error here: the user's own template would be passed over.
        do throws(StoreError) {
            if try ownNames().contains(file) { return try own(file) }
        } catch {
            throw .unreadable(error)
        }
        guard let builtIn = BuiltInTemplates.all.first(where: { $0.name == name }) else {
            throw .unknown(name: name, known: names())
        }
        return builtIn.source
    }
}
