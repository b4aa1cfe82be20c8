/// The AsciiDoc files in a folder and those below it, by name; hidden folders and links to folders are passed over.
public struct SourceListing<Failure: Error> {
    /// What a path names.
    public enum Kind: Sendable {
        /// A file, or a link to one.
        case file
        case folder
        /// A link to a folder.
        case linkedFolder
    }

    /// Looks into folders: reading them is not this library's.
    public struct Reader {
        let names: (_ folder: String) throws(Failure) -> [String]
        let kind: (_ path: String) -> Kind

        /// - Parameters:
        ///   - names: the names in a folder, in the order in which they are listed.
        ///   - kind: what a path names.
        public init(names: @escaping (String) throws(Failure) -> [String], kind: @escaping (String) -> Kind) {
            self.names = names
            self.kind = kind
        }
    }

    /// The files' paths.
    public private(set) var files: [String] = []
    /// Why folders could not be read.
    public private(set) var errors: [Failure] = []

    /// Lists a folder.
    public init(of folder: String, reader: Reader) {
        var folders = [folder.hasSuffix("/") && folder.count > 1 ? String(folder.dropLast()) : folder]
        while let folder = folders.popLast() {
            do throws(Failure) {
                let names = try reader.names(folder).filter { !$0.hasPrefix(".") }
                let entries = names.map { (path: folder + "/" + $0, kind: reader.kind(folder + "/" + $0)) }
                files += entries.filter { $0.kind == .file && Self.isSource($0.path) }.map(\.path)
                folders += entries.filter { $0.kind == .folder }.map(\.path).reversed()
            } catch {
                errors.append(error)
            }
        }
    }

    private static func isSource(_ path: String) -> Bool {
        [".adoc", ".asciidoc", ".asc", ".ad"].contains { path.hasSuffix($0) }
    }
}
