import Files
import Notebook

/// The AsciiDoc files in a folder and those below it, by name; hidden folders and links are passed over.
struct SourceListing {
    private(set) var files: [String] = []
    private(set) var errors: [StoreError] = []

    init(of folder: String, disk: Disk = Disk()) {
        var folders = [folder.hasSuffix("/") && folder.count > 1 ? String(folder.dropLast()) : folder]
        while let folder = folders.popLast() {
            do throws(StoreError) {
                let names = try disk.namesIfPresent(in: folder).filter { !$0.hasPrefix(".") }
                let paths = names.map { folder + "/" + $0 }
                files += paths.filter { path in Self.endings.contains { path.hasSuffix($0) } && !disk.isFolder(path) }
                folders += paths.filter { disk.isFolder($0, followingLinks: false) }.reversed()
            } catch {
                errors.append(error)
            }
        }
    }

    private static let endings = [".adoc", ".asciidoc", ".asc", ".ad"]
}

/// Where a file stands: what it includes and shows is looked for from there.
struct SourcePlace {
    /// The file's name without its ending.
    let name: String
    private let folder: String
    /// The folder of an Antora module that the file is in.
    private let module: String?

    init(_ file: String) {
        let last = Notebook.lastComponent(file)
        name = last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
        folder = Notebook.folder(of: file)
        let parts = file.split(separator: "/", omittingEmptySubsequences: false)
        let kinds: Set<Substring> = ["pages", "partials", "examples"]
        let kind = parts.indices.last { $0 >= 2 && kinds.contains(parts[$0]) && parts[$0 - 2] == "modules" }
        module = kind.map { parts[..<$0].joined(separator: "/") }
    }

    /// Whether a site gives the file more attributes and anchors than it has.
    var isPart: Bool { module != nil }

    func fileExists(_ target: String) -> Bool { Disk().exists(folder + "/" + target, followingLinks: true) }

    /// Antora's images stand beside its pages.
    func imageExists(_ target: String) -> Bool {
        Disk().exists(folder + "/" + target, followingLinks: true)
            || module.map { Disk().exists($0 + "/images/" + target, followingLinks: true) } ?? false
    }
}
