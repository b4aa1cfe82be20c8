package import struct Notebook.StoreError

/// An encoding of text in which bytes that are added as UTF-8 would be garbage, and would make garbage of the rest.
package enum TextEncoding: String, Hashable, Sendable {
    case utf16LittleEndian = "UTF-16LE", utf16BigEndian = "UTF-16BE"
    case utf32LittleEndian = "UTF-32LE", utf32BigEndian = "UTF-32BE"

    /// How many bytes are looked at where no byte order mark tells.
    private static let sampleSize = 1024

    /// - Parameter bytes: a file's.
    /// - Returns: nil: UTF-8, or another encoding of which ASCII is a part; then bytes that are no UTF-8 stay what they are.
    package init?(of bytes: [UInt8]) {
        if let marked = Self.marks.first(where: { bytes.starts(with: $0.mark) }) {
            self = marked.encoding
        } else if let found = Self.unmarked(bytes.prefix(Self.sampleSize)) {
            self = found
        } else {
            return nil
        }
    }

    /// As ``init(of:)``, from as much of a file as that takes.
    package init?(ofFile path: String, on disk: Disk) throws(StoreError) {
        self.init(of: try disk.open(path, .read).readStart(Self.sampleSize))
    }

    /// The longer mark first: UTF-32's begins with UTF-16's.
    private static let marks: [(mark: [UInt8], encoding: TextEncoding)] = [
        ([0xFF, 0xFE, 0, 0], .utf32LittleEndian), ([0, 0, 0xFE, 0xFF], .utf32BigEndian),
        ([0xFF, 0xFE], .utf16LittleEndian), ([0xFE, 0xFF], .utf16BigEndian),
    ]

    /// UTF-16 without a mark: NULs in every second byte and nowhere else. What a power loss leaves has runs of them.
    private static func unmarked(_ sample: ArraySlice<UInt8>) -> TextEncoding? {
        let pairs = sample.count / 2
        guard pairs >= 4 else { return nil }
        let zeros = sample.indices.filter { sample[$0] == 0 }
        let odd = zeros.count { $0 % 2 == 1 }
        guard zeros.count * 2 > pairs, odd == 0 || odd == zeros.count else { return nil }
        return odd == 0 ? .utf16BigEndian : .utf16LittleEndian
    }

    /// The same text as UTF-8, without a byte order mark.
    package func decoded(_ bytes: [UInt8]) -> [UInt8] {
        var text: String
        switch self {
        case .utf16LittleEndian, .utf16BigEndian: text = String(decoding: units(bytes) as [UInt16], as: UTF16.self)
        case .utf32LittleEndian, .utf32BigEndian: text = String(decoding: units(bytes) as [UInt32], as: UTF32.self)
        }
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        return Array(text.utf8)
    }

    private func units<Unit: FixedWidthInteger>(_ bytes: [UInt8]) -> [Unit] {
        let size = MemoryLayout<Unit>.size
        let isBig = self == .utf16BigEndian || self == .utf32BigEndian
        return stride(from: 0, to: bytes.count - bytes.count % size, by: size).map { start in
            let unit = bytes[start..<(start + size)]
            let ordered = isBig ? Array(unit) : unit.reversed()
            return ordered.reduce(0) { $0 << 8 | Unit($1) }
        }
    }
}
