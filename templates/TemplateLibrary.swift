package import Notebook

/// The templates of a notebook: its own ones, and the built-in ones.
package struct TemplateLibrary: TemplateSource {
    /// What the library needs of a disk.
    package struct Disk {
        /// Names of the files in a folder; none where there is no folder.
        package let names: (_ folder: String) throws(StoreError) -> [String]
        package let read: (_ path: String) throws(StoreError) -> [UInt8]
        package let write: (_ path: String, _ bytes: [UInt8]) throws(StoreError) -> Void

        package init(
            names: @escaping (String) throws(StoreError) -> [String],
            read: @escaping (String) throws(StoreError) -> [UInt8],
            write: @escaping (String, [UInt8]) throws(StoreError) -> Void
        ) {
            self.names = names
            self.read = read
            self.write = write
        }
    }

    private let folder: String
    private let disk: Disk

    /// - Parameter folder: where the notebook's own templates lie.
    package init(folder: String, disk: Disk) {
        self.folder = folder
        self.disk = disk
    }

    package func names() -> [String] {
        let own = listed.filter { $0.hasSuffix(".adoc") }.map { String($0.dropLast(".adoc".count)) }
        return own + BuiltInTemplates.all.map(\.name).filter { !own.contains($0) }
    }

    /// The own templates that can be seen; what keeps them from being seen is said when one is used.
    private var listed: [String] {
        do throws(StoreError) { return try disk.names(folder) } catch { return [] }
    }

    package func template(
        _ name: String, in language: Weekday.Form.Language
    ) throws(TemplateError) -> Template {
        try Template(name: name, source: try source(name, in: language))
    }

    /// That of the usual template is known without reading it, which every start would wait for; a test holds both equal.
    package func layout(_ name: String, in language: Weekday.Form.Language) throws(TemplateError) -> Layout {
        guard name == Layout.houseTemplate, try ownSource(name) == nil else {
            return try template(name, in: language).layout
        }
        return Layout()
    }

    package func example(at path: String) throws(StoreError) -> [UInt8] { try disk.read(path) }

    package func add(_ source: [UInt8], as name: String, overwrites: Bool) throws(StoreError) {
        let file = name + ".adoc"
        let path = folder + "/" + file
        if !overwrites, try disk.names(folder).contains(file) {
            throw StoreError(.alreadyExists, operation: "write", path: path)
        }
        try disk.write(path, source)
    }

    private func source(
        _ name: String, in language: Weekday.Form.Language
    ) throws(TemplateError) -> [UInt8] {
        if let source = try ownSource(name) { return source }
        guard let source = BuiltInTemplates.source(name, in: language) else {
            throw .unknown(name: name, known: names())
        }
        return source
    }

    /// A folder of templates that cannot be read is an error here: the user's own template would be passed over.
    private func ownSource(_ name: String) throws(TemplateError) -> [UInt8]? {
        let file = name + ".adoc"
        do throws(StoreError) {
            return try disk.names(folder).contains(file) ? try disk.read(folder + "/" + file) : nil
        } catch {
            throw .unreadable(error)
        }
    }
}
