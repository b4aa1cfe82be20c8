let newline = UInt8(ascii: "\n")

extension UInt8 {
    /// A space or a tab.
    var isSpace: Bool { self == 0x20 || self == 0x09 }
}

extension StringProtocol {
    /// The text without spaces and tabs on either side.
    var trimmed: String {
        let start = drop { $0 == " " || $0 == "\t" }
        return start.lastIndex { $0 != " " && $0 != "\t" }.map { String(start[...$0]) } ?? ""
    }
}
