import AsciiDoc
import Notebook

extension Command {
    static let templates = [template]

    private static let template = Command(
        "template", in: .days,
        Message(
            en: "list the templates; with “learn”, make one from any file and say what was understood",
            fr: "lister les modèles ; avec « learn », en faire un d’un fichier et dire ce qui a été compris"),
        Parameter<Bool>.bang, Parameter<String?>.optionalWord("learn"), Parameter<String?>.optionalPath("FILE"),
        Parameter<String?>.optionalWord("NAME"),
        examples: [
            Example(
                ":template learn 20240417_devoxx.adoc devoxx", en: "then :set template devoxx",
                fr: "puis :set template devoxx")
        ]
    ) { (session: Session, overwrites: Bool, action: String?, file: String?, name: String?) in
        guard let action else { return session.listTemplates() }
        guard action == "learn" else {
            throw Refusal(.noTemplateAction(action, isTemplate: session.services.templates.names().contains(action)))
        }
        guard let file else { throw UsageError.missing(ParameterInfo(name: "FILE", arity: .required)) }
        return try session.learnTemplate(from: file, as: name, overwrites: overwrites)
    }
}

extension Session {
    fileprivate func listTemplates() -> Response {
        Response(lines: services.templates.names().map { ($0 == settings.template ? "› " : "  ") + $0 })
    }

    /// Makes a template from a file, and keeps it with the notebook.
    fileprivate func learnTemplate(from file: String, as name: String?, overwrites: Bool) throws -> Response {
        let path = file.contains("/") || file.hasPrefix("~") ? self.path(file) : notebook.path(file)
        let known = FileName.parts(ofDay: Notebook.lastComponent(path))?.event
        let stem = name ?? known ?? Notebook.lastComponent(path).components(before: ".adoc")
        guard let part = FileName.part(from: stem) else { throw Refusal(.badEventName(stem)) }
        let document = Document(parsing: try services.templates.example(at: path))
        let source = Template.source(learnedFrom: document)
        // What cannot be read again is not kept.
        let template = try Template(name: part, source: source)
        try services.templates.add(source, as: part, overwrites: overwrites)
        let lesson = Layout.lesson(from: document)
        let header = [
            template.needs(.author) ? Message.authorIsYours : nil,
            document.root.first(.header) != nil && !template.needs(.date) ? .titleWithoutDate : nil,
        ]
        let findings = header.compactMap { $0 } + lesson.findings.compactMap { Message(finding: $0) }
        let lines = [.learned(part)] + findings + Message.unknown(in: lesson)
        return Response(lines: lines.map { $0.text(language) })
    }
}

extension String {
    fileprivate func components(before ending: String) -> String {
        hasSuffix(ending) ? String(dropLast(ending.count)) : self
    }
}
