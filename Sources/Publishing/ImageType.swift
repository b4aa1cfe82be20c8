/// What kind of image a file is, by its content: an extension proves nothing.
enum ImageType: String, CaseIterable {
    case jpg, png, gif, webp, avif, heic, tiff, bmp, svg

    /// How many bytes from a file's start are looked at: comments stand before an SVG's first element.
    static let bytesNeeded = 1 << 16

    /// - Parameter start: the first bytes of a file, up to ``bytesNeeded``.
    init?(start: [UInt8]) {
        guard let type = Self.allCases.first(where: { $0.matches(start) }) else { return nil }
        self = type
    }

    private func matches(_ start: [UInt8]) -> Bool {
        switch self {
        case .jpg: start.starts(with: [0xFF, 0xD8, 0xFF])
        case .png: start.starts(with: [0x89] + Array("PNG\r\n".utf8) + [0x1A, 0x0A])
        case .gif: start.starts(with: Array("GIF8".utf8))
        case .webp: start.starts(with: Array("RIFF".utf8)) && start.has("WEBP", at: 8)
        case .avif: !Self.avifBrands.isDisjoint(with: Self.brands(start))
        case .heic: !Self.heicBrands.isDisjoint(with: Self.brands(start))
        case .tiff: start.starts(with: [0x49, 0x49, 0x2A, 0]) || start.starts(with: [0x4D, 0x4D, 0, 0x2A])
        case .bmp: start.starts(with: Array("BM".utf8)) && start.count > 14 && start[6...9].allSatisfy { $0 == 0 }
        case .svg: Self.isSVG(String(decoding: start, as: UTF8.self))
        }
    }

    // MARK: Images in ISO base media files

    private static let avifBrands: Set = ["avif", "avis"]
    private static let heicBrands: Set = [
        "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "heif", "mif1", "msf1",
    ]

    /// The brands that such a file says it can be read as, the main one and the others: `mif1` alone tells nothing of
    /// how the picture is coded.
    ///
    /// Source: ISO/IEC 14496-12, "File type box": length, `ftyp`, main brand, its version, compatible brands.
    private static func brands(_ start: [UInt8]) -> Set<String> {
        guard start.has("ftyp", at: 4), start.count >= 16 else { return [] }
        let length = start[..<4].reduce(0) { $0 << 8 | Int($1) }
        let end = min(max(length, 16), start.count)
        let places = [8] + stride(from: 16, through: end - 4, by: 4)
        return Set(places.map { String(decoding: start[$0..<($0 + 4)], as: UTF8.self) })
    }

    // MARK: SVG

    /// XML whose first element is `svg`, whatever declarations and comments stand before it.
    private static func isSVG(_ text: String) -> Bool {
        var rest = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        while let skipped = afterProlog(rest) { rest = skipped.drop { $0.isWhitespace } }
        let name = rest.dropFirst().prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
        return rest.hasPrefix("<") && (name == "svg" || name.hasSuffix(":svg"))
    }

    /// What follows the instruction, comment or document type that the text begins with; nil: it begins with none.
    private static func afterProlog(_ text: Substring) -> Substring? {
        if text.hasPrefix("<!--") { return text.after("-->") }
        if text.hasPrefix("<?") { return text.after("?>") }
        guard text.hasPrefix("<!") else { return nil }
        // Entities may be declared between brackets.
        let isPlain = text.firstIndex(of: "[").map { bracket in text[..<bracket].contains(">") } ?? true
        return isPlain ? text.after(">") : text.after("]")?.after(">")
    }
}

extension Substring {
    /// What follows the first `mark`; nothing where there is none.
    fileprivate func after(_ mark: String) -> Substring? {
        firstRange(of: mark).map { self[$0.upperBound...] } ?? ""
    }
}

extension [UInt8] {
    fileprivate func has(_ text: String, at offset: Int) -> Bool { dropFirst(offset).starts(with: text.utf8) }
}
