import AsciiDoc
package import Files
package import Notebook

/// Looks whether fonts have a glyph for each character of a page: what has none is a box or a gap on paper, and
/// text extraction does not show boxes.
package struct GlyphCheck {
    private let fonts: [String]
    private let disk: Disk

    /// - Parameter fonts: paths of the fonts' files, those first that have most.
    package init(fonts: [String], disk: Disk = Disk()) {
        self.fonts = fonts
        self.disk = disk
    }

    /// Those of `characters` that no font has a glyph for.
    package func missing(of characters: Set<Unicode.Scalar>) -> Set<Unicode.Scalar> {
        var missing = characters.filter { !Self.isUnseen($0) }
        for font in fonts where !missing.isEmpty {
            do throws(StoreError) {
                let table = FontCharacters(try disk.read(font, limit: 1 << 28))
                missing = missing.filter { !table.has($0) }
            } catch {
                // A font that cannot be read prints nothing either.
                continue
            }
        }
        return missing
    }

    /// Whether a character prints nothing by itself: controls, joiners, selectors of variants.
    private static func isUnseen(_ character: Unicode.Scalar) -> Bool {
        character.properties.isDefaultIgnorableCodePoint || character.properties.isWhitespace
            || character.properties.generalCategory == .control
            || character.properties.generalCategory == .format
            || (0xE0000...0xE0FFF).contains(character.value)
    }

    /// Where in a day those characters stand that nothing prints.
    ///
    /// - Parameter page: the text as it is printed.
    package func unshown(in content: ExportContent, page: String) -> [UnshownCharacter] {
        Self.places(of: missing(of: Set(page.unicodeScalars)), in: content)
    }

    /// Where in a day those characters of a page stand that a PDF of it does not have.
    ///
    /// - Parameter shown: the characters of the fonts that the PDF was printed with, as far as the page has them.
    package static func unshown(in content: ExportContent, page: String, shown: Set<Unicode.Scalar>)
        -> [UnshownCharacter]
    {
        places(of: Set(page.unicodeScalars).filter { !isUnseen($0) }.subtracting(shown), in: content)
    }

    private static func places(of missing: Set<Unicode.Scalar>, in content: ExportContent) -> [UnshownCharacter] {
        guard !missing.isEmpty else { return [] }
        let lines = String(decoding: content.source, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        return missing.sorted { $0.value < $1.value }.map { character in
            let line = lines.firstIndex { $0.unicodeScalars.contains(character) } ?? self.line(of: character, content)
            return UnshownCharacter(character: character, line: content.dayLine(line + 1))
        }
    }

    /// The line, from 0, of the block that shows a character which is not written in it: `&#1234;`, an attribute.
    private static func line(of character: Unicode.Scalar, _ content: ExportContent) -> Int {
        let reference = String(character.value)
        let hex = String(character.value, radix: 16)
        let lines = String(decoding: content.source, as: UTF8.self).lowercased().split(
            separator: "\n", omittingEmptySubsequences: false)
        return lines.firstIndex { $0.contains("&#\(reference);") || $0.contains("&#x\(hex);") } ?? 0
    }
}
