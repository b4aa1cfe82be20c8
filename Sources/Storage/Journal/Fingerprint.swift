/// Length and FNV-1a hash of a document's bytes: enough to tell whether a file holds that very document, and grown in
/// time proportional to what is appended.
struct Fingerprint: Hashable {
    private(set) var length = 0
    private(set) var hash: UInt64 = 0xcbf2_9ce4_8422_2325

    init() {}

    init(length: Int, hash: UInt64) {
        self.length = length
        self.hash = hash
    }

    init(_ bytes: [UInt8]) {
        append(bytes[...])
    }

    mutating func append(_ bytes: ArraySlice<UInt8>) {
        var hash = hash
        bytes.withUnsafeBufferPointer { buffer in
            for byte in buffer { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        }
        self.hash = hash
        length += bytes.count
    }

    func appending(_ bytes: [UInt8]) -> Fingerprint {
        var grown = self
        grown.append(bytes[...])
        return grown
    }
}

/// CRC-32 (IEEE 802.3), which tells a torn or rotten journal record from a whole one.
enum Checksum {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xedb8_8320 ^ (value >> 1) : value >> 1 }
    }

    static func of(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        let table = table
        return table.withUnsafeBufferPointer { table in
            bytes.withUnsafeBufferPointer { buffer in
                ~buffer.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xff)] ^ ($0 >> 8) }
            }
        }
    }
}
