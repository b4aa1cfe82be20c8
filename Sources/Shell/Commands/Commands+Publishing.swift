import AsciiDoc
import Notebook

extension Command {
    static let publishing = [export]

    private static let export = Command(
        "export", in: .publishing,
        Message(
            en: "write the finished day and its images to another place; ! writes over what is there",
            fr: "écrire la journée finie et ses images ailleurs ; ! remplace ce qui s'y trouve"),
        Parameter<Bool>.bang, Parameter<String?>.optionalPath(isLast: true),
        examples: [
            Example(":export", en: "to exports/ in the notebook", fr: "dans exports/ du carnet"),
            Example(
                ":export ~/partage/dataops.adoc", en: "to a file, images beside it",
                fr: "vers un fichier, images à côté"),
        ]
    ) { (session: Session, bang: Bool, path: String?) in try session.export(to: path, overwrites: bang) }
}

extension Session {
    fileprivate func export(to path: String?, overwrites: Bool) throws -> Response {
        let open = try day()
        try open.takeOverOutsideChange()
        let folder = Notebook.folder(of: open.store.path)
        let name = Notebook.lastComponent(open.store.path)
        let target = try target(path, name: name, folder: folder)
        let images = open.day.images
        do throws(StoreError) {
            let missing = try services.exporter.export(
                open.day.document.source, images: images, from: folder, to: target, overwrites: overwrites)
            let said =
                [Message.exported(target, images: images.count - missing.count)]
                + (missing.isEmpty ? [] : [Message.exportedWithout(missing)])
            return Response(lines: said.map { $0.text(language) })
        } catch {
            guard error.code == .alreadyExists else { throw error }
            throw Refusal(.exportExists(error.path))
        }
    }

    private static let extensions: Set = ["adoc", "asciidoc", "asc"]
    /// Nobody means a folder by them.
    private static let otherFormats: Set = ["html", "htm", "pdf", "epub", "md", "txt", "docx", "odt", "xml", "json"]

    /// A path without the extension of a document is a folder.
    private func target(_ path: String?, name: String, folder: String) throws -> String {
        guard let typed = path else { return "\(folder)/exports/\(name.dropLast(".adoc".count))/\(name)" }
        let path = self.path(typed)
        let file = path.hasSuffix("/") ? "" : Notebook.lastComponent(path)
        let format = file.lastIndex(of: ".").map { file[file.index(after: $0)...].lowercased() } ?? ""
        if Self.extensions.contains(format) { return path }
        if Self.otherFormats.contains(format) { throw Refusal(.notAnExport(typed)) }
        return (path.hasSuffix("/") ? path : path + "/") + name
    }
}
