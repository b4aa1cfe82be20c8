/// Writes the fields of a journal record: little-endian integers, byte strings with their length in front.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    /// Room for a line's record: most need no more.
    init() { bytes.reserveCapacity(512) }

    mutating func write<Value: FixedWidthInteger>(_ value: Value) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// Puts an integer in the place of bytes that were written before.
    mutating func overwrite<Value: FixedWidthInteger>(_ value: Value, at offset: Int) {
        withUnsafeBytes(of: value.littleEndian) { field in
            for index in field.indices { bytes[offset + index] = field[index] }
        }
    }

    mutating func write(_ string: [UInt8]) {
        write(UInt32(string.count))
        bytes.append(contentsOf: string)
    }

    mutating func write(_ text: String) {
        write(UInt32(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }
}

/// Reads them back. Every read is nil where the bytes do not suffice: what is on a disk can be anything.
struct ByteReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    mutating func read<Value: FixedWidthInteger>(_ type: Value.Type = Value.self) -> Value? {
        let size = MemoryLayout<Value>.size
        guard rest.count >= size else { return nil }
        var value = Value.zero
        withUnsafeMutableBytes(of: &value) { $0.copyBytes(from: rest.prefix(size)) }
        rest = rest.dropFirst(size)
        return Value(littleEndian: value)
    }

    mutating func readBytes() -> [UInt8]? {
        guard let count = read(UInt32.self), rest.count >= Int(count) else { return nil }
        defer { rest = rest.dropFirst(Int(count)) }
        return Array(rest.prefix(Int(count)))
    }

    mutating func readText() -> String? {
        readBytes().map { String(decoding: $0, as: UTF8.self) }
    }

    /// An offset or a count: never negative, and no larger than sums of a few of them can hold.
    mutating func readCount() -> Int? {
        guard let value = read(Int64.self), (0...Self.largestCount).contains(value) else { return nil }
        return Int(value)
    }

    private static let largestCount: Int64 = 1 << 48
}
