/// What kind of image a file is, by its content: an extension proves nothing.
enum ImageType: String, CaseIterable {
    case jpg, png, gif, webp, avif, heic, tiff, bmp, svg

    /// How many bytes from a file's start are looked at.
    static let bytesNeeded = 1024

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
        case .avif: start.has("ftypavif", at: 4) || start.has("ftypavis", at: 4)
        case .heic: ["heic", "heix", "mif1", "heif"].contains { start.has("ftyp" + $0, at: 4) }
        case .tiff: start.starts(with: [0x49, 0x49, 0x2A, 0]) || start.starts(with: [0x4D, 0x4D, 0, 0x2A])
        case .bmp: start.starts(with: Array("BM".utf8)) && start.count > 14 && start[6...9].allSatisfy { $0 == 0 }
        case .svg: Self.isSVG(String(decoding: start, as: UTF8.self))
        }
    }

    /// XML whose first element is `svg`.
    private static func isSVG(_ text: String) -> Bool {
        let markup = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard markup.hasPrefix("<") else { return false }
        let elements = markup.split(separator: "<").filter { !$0.hasPrefix("?") && !$0.hasPrefix("!") }
        return elements.first.map { $0.hasPrefix("svg") && !$0.dropFirst(3).hasPrefix("-") } ?? false
    }
}

extension [UInt8] {
    fileprivate func has(_ text: String, at offset: Int) -> Bool { dropFirst(offset).starts(with: text.utf8) }
}
