package import Notebook

/// A day as one HTML page, made by Asciidoctor: pictures in it, nothing in it that runs or loads.
package struct HtmlPage: Sendable {
    /// Why there is no page.
    package enum Failure: Error, Sendable {
        /// Asciidoctor is not installed; the command that installs it.
        case noAsciidoctor(install: String)
        /// Asciidoctor ended with that status, and said so much.
        case failed(status: Int32, said: String)
        case store(StoreError)
    }

    /// The page.
    package let bytes: [UInt8]

    /// - Parameters:
    ///   - source: the day's bytes.
    ///   - folder: where its pictures are; nothing outside of it is read.
    ///   - path: where programs are looked for, as in `$PATH`.
    ///   - allowsRemote: whether pictures may be loaded from elsewhere by whoever reads the page.
    package init(
        _ source: [UInt8], in folder: String, path: String, allowsRemote: Bool = false
    ) throws(Failure) {
        guard let program = Subprocess.find("asciidoctor", in: path) else {
            throw .noAsciidoctor(install: Self.installCommand)
        }
        let arguments = [
            "-q", "-S", "server", "-B", folder, "-b", "html5", "-a", "data-uri", "-a", "allow-uri-read!", "-a",
            "webfonts!", "-a", "nofooter", "-a", "icons!", "-a", "stem!", "-a", "source-highlighter!", "-a", "docinfo!",
            "-a", "stylesheet!", "-a", "viewport=width=device-width,initial-scale=1", "-o", "-", "-",
        ]
        let result: Subprocess.Result
        do throws(StoreError) {
            result = try Subprocess(path: program, arguments: arguments).run(input: source)
        } catch {
            throw .store(error)
        }
        guard result.status == 0 else {
            throw .failed(status: result.status, said: String(decoding: result.errors, as: UTF8.self))
        }
        bytes = Self.guarded(result.output, allowsRemote: allowsRemote)
    }

    private static let installCommand = "sudo apt install asciidoctor"

    /// The page with a policy that readers' browsers hold it to, and our style sheet, before anything that the document
    /// says: no script, no handler, no `javascript:`, no frame, no form, no load.
    static func guarded(_ page: [UInt8], allowsRemote: Bool) -> [UInt8] {
        let images = allowsRemote ? "data: https: http:" : "data:"
        let policy =
            "default-src 'none'; img-src \(images); style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
        let start = """
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="referrer" content="no-referrer">
            <style>
            \(HtmlStyle.sheet)</style>

            """
        let head = Array("<head>".utf8)
        guard let place = page.firstRange(of: head) else { return Array(start.utf8) + page }
        return page[..<place.upperBound] + [UInt8(ascii: "\n")] + Array(start.utf8) + page[place.upperBound...]
    }
}
