import Files
import Notebook

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Prints a page: WeasyPrint, or a browser of Chromium's family where that is missing. Nothing is fetched.
struct PdfPrinter {
    private enum Engine {
        /// The Python that WeasyPrint runs with, whether the system's or that of an environment of its own.
        case weasyPrint(interpreter: String)
        case browser(String)
    }

    private let engine: Engine
    private let tools: Tools

    private static let preferred = Tools.Program(name: "weasyprint", package: "weasyprint", format: .pdf)
    private static let browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]

    /// - Throws: `noProgram` where there is neither.
    init(_ tools: Tools) throws(ExportError) {
        self.tools = tools
        if let path = Subprocess.find(Self.preferred.name, in: tools.search) {
            engine = .weasyPrint(interpreter: try Self.interpreter(of: path, tools))
        } else if let browser = Self.browsers.first(where: { Subprocess.find($0, in: tools.search) != nil }) {
            engine = .browser(browser)
        } else {
            throw Tools.isMissing(Self.preferred)
        }
    }

    struct Printed {
        let bytes: [UInt8]
        /// Those of the page's characters that the fonts it was printed with have; nil: the engine does not say.
        var shown: Set<Unicode.Scalar>?
    }

    /// The page on paper.
    ///
    /// - Parameter trusts: whether what it shows from elsewhere is loaded.
    func printed(_ page: [UInt8], trusts: Bool) throws(ExportError) -> Printed {
        switch engine {
        case .weasyPrint(let interpreter):
            let program = Tools.Program(name: interpreter, package: Self.preferred.package, format: .pdf)
            let script = String(decoding: PackageResources.print_py, as: UTF8.self)
            let output = try tools.run(program, ["-c", script] + (trusts ? ["trust"] : []), input: page)
            let start = output.firstRange(of: Array("%PDF-".utf8))?.lowerBound ?? output.endIndex
            let shown = String(decoding: output[..<start], as: UTF8.self).unicodeScalars
            return Printed(bytes: Array(output[start...]), shown: shown.isEmpty ? nil : Set(shown))
        case .browser(let name):
            return Printed(bytes: try printedByBrowser(name, page, trusts: trusts))
        }
    }

    // MARK: WeasyPrint

    private static func interpreter(of path: String, _ tools: Tools) throws(ExportError) -> String {
        let start: [UInt8]
        do throws(StoreError) { start = try tools.disk.open(path, .readThroughLinks).readStart(256) } catch {
            throw .store(error)
        }
        let line = String(decoding: start.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        return (line.hasPrefix("#!") ? line.dropFirst(2).split(separator: " ").last.map(String.init) : nil) ?? "python3"
    }

    // MARK: A browser

    /// The page's policy keeps scripts and loads out; the browser finds no host either, and has a profile of its own.
    private func printedByBrowser(_ name: String, _ page: [UInt8], trusts: Bool) throws(ExportError) -> [UInt8] {
        let disk = tools.disk
        let folder: String
        do throws(StoreError) { folder = try disk.makeTemporaryFolder() } catch { throw .store(error) }
        defer { disk.removeTree(folder) }
        let (input, output) = ("\(folder)/page.html", "\(folder)/page.pdf")
        // Its sandbox does not work for root.
        let sandbox = geteuid() == 0 ? ["--no-sandbox"] : []
        let barred = trusts ? [] : ["--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking"]
        let arguments = [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-dev-shm-usage",
            "--user-data-dir=\(folder)/profile", "--no-pdf-header-footer", "--generate-pdf-document-outline",
            "--print-to-pdf=\(output)",
        ]
        do throws(StoreError) { try disk.create(input, page) } catch { throw .store(error) }
        let program = Tools.Program(name: name, package: "chromium", format: .pdf)
        _ = try tools.run(program, arguments + sandbox + barred + ["file://\(input)"])
        do throws(StoreError) { return try disk.read(output, limit: 1 << 30) } catch {
            throw .failed(name, status: 0, said: "\(error.operation) \(output)")
        }
    }
}
