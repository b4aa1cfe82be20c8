import AsciiDoc
import Files
import Notebook

/// Makes the forms of one content.
struct ExportForm {
    let content: ExportContent
    let tools: Tools

    /// The bytes of a form, and what came of making it.
    func make(_ format: ExportFormat) throws(ExportError) -> ([UInt8], ExportReport) {
        var report = ExportReport()
        switch format {
        case .adoc: return (content.source, report)
        case .md:
            let markdown = Markdown(
                Document(parsing: content.source), attributes: content.fileAttributes.mapValues(Optional.init))
            report.losses = markdown.losses.map { MarkdownLoss(kind: $0.kind, line: content.dayLine($0.line)) }
            return (Array(markdown.text.utf8), report)
        case .txt: return (Array(PlainText(Document(parsing: content.source)).text.utf8), report)
        case .html: return (try HtmlPage(content, tools).bytes, report)
        case .docbook: return (try docbook(), report)
        case .zip: return (try archive(), report)
        case .pdf:
            let file = try PdfFile(content, tools)
            report.unshown = file.unshown
            return (file.bytes, report)
        }
    }

    private func docbook() throws(ExportError) -> [UInt8] {
        let program = Tools.Program(name: "asciidoctor", package: "asciidoctor", format: .docbook)
        let attributes = ["docinfo!"] + content.fileAttributes.map { "\($0.key)=\($0.value)" }.sorted()
        let arguments =
            ["-q", "-S", "server", "-B", content.folder, "-b", "docbook5"] + attributes.flatMap { ["-a", $0] }
            + ["-o", "-", "-"]
        return try tools.run(program, arguments, input: content.source)
    }

    /// The AsciiDoc with its images.
    private func archive() throws(ExportError) -> [UInt8] {
        var archive = ZipArchive()
        archive.add("\(content.name)/\(content.name).adoc", content.source)
        do throws(StoreError) {
            for image in content.images {
                let path = "\(content.folder)/\(image)"
                guard try tools.disk.statusIfPresent(path, followingLinks: true) != nil else { continue }
                archive.add("\(content.name)/\(image)", try tools.disk.read(path, limit: ImageStore.largest))
            }
        } catch {
            throw .store(error)
        }
        return archive.closed
    }
}
