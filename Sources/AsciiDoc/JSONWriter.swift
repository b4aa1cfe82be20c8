/// Writes JSON as it is told, without a tree in memory: nesting costs no stack. The library needs no Foundation.
public struct JSONWriter: Sendable {
    /// What is written: UTF-8, without spaces between the parts.
    public private(set) var bytes: [UInt8] = []
    /// Whether the innermost object or array has a member already…
    private var hasMember = false
    /// …and those around it, outermost first.
    private var outer: [Bool] = []

    /// Nothing is written yet.
    public init() {}

    /// Gives what is written so far away: a long text need not be in memory as a whole. What follows goes on with it.
    public mutating func takeBytes() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// Begins an object.
    public mutating func beginObject() { begin(UInt8(ascii: "{")) }
    /// Ends the object that was begun last.
    public mutating func endObject() { end(UInt8(ascii: "}")) }
    /// Begins an array.
    public mutating func beginArray() { begin(UInt8(ascii: "[")) }
    /// Ends the array that was begun last.
    public mutating func endArray() { end(UInt8(ascii: "]")) }

    /// The name of the value that is written next.
    public mutating func name(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        raw("\":")
        hasMember = false
    }

    /// A part of JSON as it is: nothing is put before it, and it changes nothing of what is open.
    public mutating func raw(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// A number's digits, with nothing before them.
    public mutating func digits(_ number: Int) {
        guard number >= 10 else {
            if number < 0 { return bytes.append(contentsOf: String(number).utf8) }
            return bytes.append(UInt8(ascii: "0") + UInt8(number))
        }
        digits(number / 10)
        bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    /// The name of the value that is written next.
    public mutating func name(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        hasMember = false
    }

    /// A string.
    public mutating func string(_ string: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        var string = string
        string.withUTF8 { text in
            if text.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F }) {
                bytes.append(contentsOf: text)
            } else {
                for byte in text { append(byte) }
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// A number.
    public mutating func number(_ number: Int) {
        separate()
        digits(number)
    }

    /// `null`
    public mutating func null() {
        separate()
        bytes += "null".utf8
    }

    /// A member whose value is a string.
    public mutating func member(_ name: StaticString, _ value: String) {
        self.name(name)
        string(value)
    }

    /// A member whose value is a string without quotation marks, backslashes and control characters.
    public mutating func member(_ name: StaticString, _ value: StaticString) {
        self.name(name)
        separate()
        bytes.append(UInt8(ascii: "\""))
        raw(value)
        bytes.append(UInt8(ascii: "\""))
    }

    /// A member whose value is a number.
    public mutating func member(_ name: StaticString, _ value: Int) {
        self.name(name)
        number(value)
    }

    private mutating func separate() {
        if hasMember { bytes.append(UInt8(ascii: ",")) }
        hasMember = true
    }

    private mutating func begin(_ sign: UInt8) {
        separate()
        bytes.append(sign)
        outer.append(hasMember)
        hasMember = false
    }

    private mutating func end(_ sign: UInt8) {
        bytes.append(sign)
        hasMember = outer.popLast() ?? true
    }

    private static let hexDigits = Array("0123456789abcdef".utf8)

    private mutating func append(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        case newline: bytes += "\\n".utf8
        case UInt8(ascii: "\t"): bytes += "\\t".utf8
        case 0..<0x20: bytes += "\\u00".utf8 + [Self.hexDigits[Int(byte >> 4)], Self.hexDigits[Int(byte & 15)]]
        default: bytes.append(byte)
        }
    }
}
