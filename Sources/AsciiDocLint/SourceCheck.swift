public import AsciiDoc

/// Checks files: what `steno check` and `:check` at the prompt do.
public struct SourceCheck {
    /// Nothing milder is reported.
    public var least: Diagnostic.Severity
    /// Attributes set from outside; nil unsets. See ``AsciiDoc/Document/semanticView(attributes:resolver:)``.
    public var attributes: [String: String?]
    /// Whether there is a file at a path; nil: not looked for.
    public var fileExists: ((_ path: String) -> Bool)?

    /// - Parameters:
    ///   - least: nothing milder is reported.
    ///   - attributes: set from outside; nil unsets.
    ///   - fileExists: whether there is a file at a path.
    public init(
        least: Diagnostic.Severity = .warning, attributes: [String: String?] = [:],
        fileExists: ((_ path: String) -> Bool)? = nil
    ) {
        (self.least, self.attributes, self.fileExists) = (least, attributes, fileExists)
    }

    /// What sets an attribute from outside: `name=value`, `name`, or `name!` which unsets it.
    public static func attribute(_ text: String) -> (name: String, value: String?) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let name = parts[0].filter { $0 != "!" }
        return (name, name == parts[0] ? (parts.count == 2 ? parts[1] : "") : nil)
    }

    /// What is wrong with a document.
    ///
    /// - Parameters:
    ///   - document: what the file holds.
    ///   - file: its path: what it includes and shows is looked for from there. Empty where there is none.
    public func report(on document: Document, file: String) -> DiagnosticReport {
        DiagnosticReport(file: file, diagnostics: document.diagnostics(options(for: file)))
    }

    /// The document with every safe fix applied, and what was fixed: places are those where it was found.
    ///
    /// - Parameters:
    ///   - document: what the file holds.
    ///   - file: its path.
    public func fixed(_ document: Document, file: String) -> (document: Document, fixed: [Diagnostic]) {
        document.fixed(options(for: file))
    }

    private func options(for file: String) -> DiagnosticOptions {
        var options = DiagnosticOptions(least: least)
        options.attributes = attributes
        let place = SourcePlace(file)
        options.isPart = place.isPart
        if !file.isEmpty { options.attributes["docname"] = place.name }
        if let fileExists {
            options.fileExists = { place.paths(ofFile: $0).contains(where: fileExists) }
            options.imageExists = { place.paths(ofImage: $0).contains(where: fileExists) }
        }
        return options
    }
}

/// Where a file stands: what it includes and shows is looked for from there.
struct SourcePlace {
    /// The file's name without its ending.
    let name: String
    private let folder: String
    /// The folder of an Antora module that the file is in.
    private let module: String?

    init(_ file: String) {
        let parts = file.split(separator: "/", omittingEmptySubsequences: false)
        let last = parts.last ?? ""
        name = String(last.lastIndex(of: ".").map { last[..<$0] } ?? last)
        folder = parts.dropLast().map { $0 + "/" }.joined()
        let kinds: Set<Substring> = ["pages", "partials", "examples"]
        let kind = parts.indices.last { $0 >= 2 && kinds.contains(parts[$0]) && parts[$0 - 2] == "modules" }
        module = kind.map { parts[..<$0].map { $0 + "/" }.joined() }
    }

    /// Whether a site gives the file more attributes and anchors than it has.
    var isPart: Bool { module != nil }

    func paths(ofFile target: String) -> [String] { [folder + target] }

    /// Antora's images stand beside its pages.
    func paths(ofImage target: String) -> [String] {
        [folder + target] + (module.map { [$0 + "images/" + target] } ?? [])
    }
}
