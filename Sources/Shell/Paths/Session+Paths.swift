import Notebook

// Files that are there, whatever way their names were typed or came from a clipboard.
extension Session {
    /// A path as typed, with the home folder in the place of `~`.
    func path(_ typed: String) -> String {
        typed == "~" || typed.hasPrefix("~/") ? services.home + typed.dropFirst() : typed
    }

    /// The path of the file that is meant; nil: there is none.
    ///
    /// Names are the same however their accents are composed and whatever spaces they have: a screenshot of macOS has
    /// U+202F in its name, which no keyboard types.
    func existingPath(_ typed: String) -> String? {
        let path = path(typed)
        if services.fileExists(path) { return path }
        var found = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            let next = found + part
            if services.fileExists(next) {
                found = next + "/"
            } else {
                let wanted = String(part).asFileName
                guard
                    let name = services.names(found.isEmpty ? "." : found).sorted().first(where: {
                        $0.asFileName == wanted
                    })
                else { return nil }
                found += name + "/"
            }
        }
        return found.count > 1 ? String(found.dropLast()) : nil
    }

    /// Whether what is typed at the end of `line` is a path: there, pasted text stays as it is.
    package func expectsPath(after line: String) -> Bool {
        switch CommandLine(line, table)?.parameter?.completion {
        case .file, .day: true
        default: false
        }
    }
}

extension String {
    /// For comparing names of files: every space is one, and what is not seen is left out. Swift compares composed and
    /// decomposed letters as the same.
    var asFileName: String {
        guard !utf8.allSatisfy({ $0 < 0x80 }) else { return self }
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: result.append(" ")
            case 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: break
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
