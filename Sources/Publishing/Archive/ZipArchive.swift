/// An archive of files as they are, for people who want one file to send. Images do not get smaller by packing.
///
/// Source: PKWARE, APPNOTE.TXT 6.3.10; without ZIP64, so that no part may be larger than 4 GB.
struct ZipArchive {
    private(set) var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// Bit 11: names are UTF-8.
    private static let flags: UInt16 = 0x0800
    /// 1980-01-01: what is exported twice is the same twice.
    private static let date: UInt32 = 0x0021_0000

    /// - Parameter name: a path with `/`, without `..`.
    mutating func add(_ name: String, _ contents: [UInt8]) {
        let name = Array(name.utf8)
        let offset = UInt32(truncatingIfNeeded: bytes.count)
        var common: [UInt8] = []
        common.append(little: UInt16(20))
        common.append(little: Self.flags)
        common.append(little: UInt16(0))
        common.append(little: Self.date)
        common.append(little: Self.checksum(contents))
        common.append(little: UInt32(truncatingIfNeeded: contents.count))
        common.append(little: UInt32(truncatingIfNeeded: contents.count))
        common.append(little: UInt16(truncatingIfNeeded: name.count))
        common.append(little: UInt16(0))
        bytes += Array("PK\u{3}\u{4}".utf8) + common + name + contents
        directory += Array("PK\u{1}\u{2}".utf8)
        directory.append(little: UInt16(20))
        directory += common
        // Comment, disk and attributes.
        directory += [UInt8](repeating: 0, count: 10)
        directory.append(little: offset)
        directory += name
        count += 1
    }

    /// The archive, its directory at the end.
    var closed: [UInt8] {
        var end = Array("PK\u{5}\u{6}".utf8) + [0, 0, 0, 0]
        end.append(little: UInt16(truncatingIfNeeded: count))
        end.append(little: UInt16(truncatingIfNeeded: count))
        end.append(little: UInt32(truncatingIfNeeded: directory.count))
        end.append(little: UInt32(truncatingIfNeeded: bytes.count))
        end.append(little: UInt16(0))
        return bytes + directory + end
    }

    // MARK: CRC-32

    private static let table: [UInt32] = (0..<256).map { value in
        (0..<8).reduce(UInt32(value)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { sum, byte in table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
    }
}

extension [UInt8] {
    fileprivate mutating func append(little number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { self += $0 }
    }
}
