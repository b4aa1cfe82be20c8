/// A folder of days: their `.adoc` files, `images/`, `templates/` and `.steno/`.
package struct Notebook: Hashable, Sendable {
    /// Path of the folder, without a `/` at its end.
    package let folder: String

    package init(folder: String) {
        var path = folder
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        self.folder = path
    }

    /// Where a notebook's own templates lie; they win over the built-in ones.
    package var templates: String { folder + "/templates" }

    /// Where a short list lies.
    package func path(_ list: NotebookLists.Name) -> String { folder + "/.steno/" + list.rawValue }

    package func path(_ name: String) -> String { folder + "/" + name }

    /// The day files of `date` among `names`.
    package static func days(on date: CalendarDate, among paths: [String]) -> [String] {
        paths.filter { FileName.parts(ofDay: lastComponent($0))?.date == date }
    }

    package static func lastComponent(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// A path as typed, with the home folder in the place of `~`.
    package static func path(_ typed: String, home: String) -> String {
        typed == "~" || typed.hasPrefix("~/") ? home + typed.dropFirst() : typed
    }

    /// The folder that a path lies in.
    package static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
