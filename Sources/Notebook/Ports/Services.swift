/// What the rooms beside the domain do for it.
package struct Services {
    package var days: any DayOpener
    package var templates: any TemplateSource
    package var images: any ImageImporter
    package var exporter: any Exporter
    package var lists: NotebookLists
    /// Lists about the notebook that this machine keeps outside of it: what must not come with a notebook from elsewhere.
    package var machineLists = NotebookLists(read: { _ in [] }, write: { _, _ in })
    package var programmes: any ProgrammeLibrary
    package var trash: any Trash
    package var clock: Clock
    /// The user's home folder, which `~/` stands for.
    package var home: String
    /// Whether there is a file at a path.
    package var fileExists: (String) -> Bool
    /// The names in a folder; none where it cannot be read.
    package var names: (String) -> [String] = { _ in [] }
    /// A file's bytes.
    package var contents: (String) throws(StoreError) -> [UInt8] = { (path) throws(StoreError) in
        throw StoreError(.notFound, operation: "open", path: path)
    }
    /// The first bytes of a file; none where it cannot be read.
    package var beginning: (String) -> [UInt8] = { _ in [] }
    /// The user's name where the notebook's settings have none; asked for when a new day needs it.
    package var userName: () -> String?
    /// What is asked and told while programs work on an export.
    package var progress = ExportProgress()
    /// Puts a text where other programs paste from.
    package var clipboard = Clipboard { _ in nil }
    /// The notebook's own command; nil: this machine runs none.
    package var publisher: (any Publisher)?
    /// Keeps the days elsewhere; nil: nothing does.
    package var backup: (any Backup)?

    package init(
        days: any DayOpener, templates: any TemplateSource, images: any ImageImporter, exporter: any Exporter,
        trash: any Trash, lists: NotebookLists, programmes: any ProgrammeLibrary, clock: Clock, home: String,
        fileExists: @escaping (String) -> Bool = { _ in true }, userName: @escaping () -> String? = { nil }
    ) {
        self.days = days
        self.templates = templates
        self.images = images
        self.exporter = exporter
        self.lists = lists
        self.programmes = programmes
        self.trash = trash
        self.clock = clock
        self.home = home
        self.fileExists = fileExists
        self.userName = userName
    }
}

/// Gives the templates of new days.
package protocol TemplateSource {
    /// Names of the templates there are, a notebook's own ones first.
    func names() -> [String]
    /// A template, read.
    ///
    /// - Parameter language: of the words of a built-in one; a notebook's own has its own words.
    func template(_ name: String, in language: Weekday.Form.Language) throws(TemplateError) -> Template
    /// How a template writes.
    func layout(_ name: String, in language: Weekday.Form.Language) throws(TemplateError) -> Layout
    /// The bytes of a file that a template is to be made of.
    func example(at path: String) throws(StoreError) -> [UInt8]
    /// Keeps a template with the notebook.
    ///
    /// - Parameter overwrites: replaces the notebook's own one of that name.
    func add(_ source: [UInt8], as name: String, overwrites: Bool) throws(StoreError)
}

extension TemplateSource {
    package func layout(_ name: String, in language: Weekday.Form.Language) throws(TemplateError) -> Layout {
        try template(name, in: language).layout
    }
}

package enum TemplateError: Error, Hashable, Sendable {
    case unknown(name: String, known: [String])
    case unknownField(String, template: String, line: Int)
    case malformed(template: String, line: Int, Pattern.Problem)
    case unreadable(StoreError)
}

/// Copies photos and pictures into the notebook.
package protocol ImageImporter {
    /// Copies the image at `path` into `folder` under the next free name; never overwrites.
    ///
    /// - Returns: the new file's name.
    func importImage(from path: String, to folder: String, as name: ImageName) throws(ImageError) -> String
}

/// The name of a new image, but for its number: `20220524_dataops_NN.jpg`.
package struct ImageName: Hashable, Sendable {
    package let prefix: String
    /// Numbers up to this one are taken by images that the day shows, whether they are on the disk or not.
    package let lastTaken: Int

    package init(prefix: String, lastTaken: Int) {
        self.prefix = prefix
        self.lastTaken = lastTaken
    }

    /// The number in a file's name that begins like this one; nil for another file.
    package func number(in file: some StringProtocol) -> Int? {
        guard file.hasPrefix(prefix + "_") else { return nil }
        return Int(file.dropFirst(prefix.count + 1).prefix { $0 != "." })
    }

    /// `20220524_dataops_05.jpg`
    package func file(_ number: Int, type: String) -> String {
        "\(prefix)_\(number < 10 ? "0" : "")\(number).\(type)"
    }
}

package enum ImageError: Error, Hashable, Sendable {
    /// By its content the file is no image that AsciiDoc tools show.
    case notAnImage(path: String)
    case folder(path: String)
    case tooLarge(path: String, limit: Int)
    case store(StoreError)
}
