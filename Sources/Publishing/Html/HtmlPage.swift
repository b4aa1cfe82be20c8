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

    /// Asciidoctor's body under a head of our own, which what the document says cannot reach: a policy that browsers hold
    /// the page to (no script, no handler, no `javascript:`, no frame, no form, no load), and our style sheet.
    static func guarded(_ page: [UInt8], allowsRemote: Bool) -> [UInt8] {
        let images = allowsRemote ? "data: https: http:" : "data:"
        let policy =
            "default-src 'none'; img-src \(images); style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
        let title = RawMarkup.text(String(decoding: page.between("<title>", "</title>"), as: UTF8.self))
        let head = """
            <!DOCTYPE html>
            <html>
            <head>
            <meta charset="UTF-8">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="referrer" content="no-referrer">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <title>\(title.replacing("&", with: "&amp;").replacing("<", with: "&lt;"))</title>
            <style>
            \(String(decoding: PackageResources.page_css, as: UTF8.self))</style>
            </head>
            <body>

            """
        let body = page.after("</head>").drop { $0 != UInt8(ascii: ">") }.dropFirst()
        return Array(head.utf8) + defused(body)
    }

    /// Elements that load or lead elsewhere by themselves, or whose scripts would run: Asciidoctor writes none into a
    /// body, so that each of them was passed through raw. Policies do not stop all of them (`<meta>` does not ask).
    private static let barred = [
        "script", "meta", "base", "link", "iframe", "frame", "frameset", "object", "embed", "applet", "form", "portal",
    ].map { Array($0.utf8) }

    /// The body with barred elements as text.
    private static func defused(_ body: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(body.count)
        for index in body.indices {
            let isBarred = body[index] == UInt8(ascii: "<") && barred.contains { body[(index + 1)...].begins(with: $0) }
            if isBarred { result += "&lt;".utf8 } else { result.append(body[index]) }
        }
        return result
    }
}

extension [UInt8] {
    /// What follows a text; nothing where it is not there.
    fileprivate func after(_ text: String) -> ArraySlice<UInt8> {
        firstRange(of: Array(text.utf8)).map { self[$0.upperBound...] } ?? []
    }

    fileprivate func between(_ start: String, _ end: String) -> ArraySlice<UInt8> {
        let rest = after(start)
        return rest.firstRange(of: Array(end.utf8)).map { rest[..<$0.lowerBound] } ?? []
    }
}

extension ArraySlice<UInt8> {
    /// Whether it begins with a name, in any case.
    fileprivate func begins(with name: [UInt8]) -> Bool {
        prefix(name.count).elementsEqual(name) { $0 | 0x20 == $1 }
    }
}
