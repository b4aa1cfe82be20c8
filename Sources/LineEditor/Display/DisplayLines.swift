/// Messages for a terminal in raw mode.
enum DisplayLines {
    /// Every line with its end, broken at spaces where it is wider than the terminal; controls are shown as `^X`.
    static func safe(_ message: String, columns: Int = .max) -> String {
        message.split(separator: "\n", omittingEmptySubsequences: false)
            .map { wrapped(String($0.unicodeScalars.flatMap(shown)), columns: columns) + "\n" }.joined()
    }

    /// A word that is wider than a row is left to the terminal.
    static func wrapped(_ line: String, columns: Int) -> String {
        guard line.utf8.count > columns, line.columns > columns, !line.contains("\t") else { return line }
        let indent = indent(of: line, columns: columns)
        var (rows, row, rest) = ([String](), "", line[...])
        while !rest.isEmpty {
            let gap = rest.prefix { $0 == " " }
            let word = rest.dropFirst(gap.count).prefix { $0 != " " }
            rest = rest.dropFirst(gap.count + word.count)
            if row.contains(where: { $0 != " " }), row.columns + gap.count + word.columns > columns {
                rows.append(row)
                row = indent + word
            } else {
                row += gap + word
            }
        }
        return (rows + [row]).joined(separator: "\n")
    }

    /// Spaces before what follows the first row: those of the line, or up to its second column where it has two.
    private static func indent(of line: String, columns: Int) -> String {
        let start = line.prefix { $0 == " " }
        let name = line.dropFirst(start.count).prefix { $0 != " " }
        let gap = line.dropFirst(start.count + name.count).prefix { $0 == " " }
        let second = start.columns + name.columns + gap.count
        let width = !start.isEmpty && gap.count > 1 && second * 2 <= columns ? second : start.count
        return String(repeating: " ", count: width * 2 <= columns ? width : 0)
    }

    private static func shown(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        switch scalar.value {
        case 9: [scalar]
        case ..<0x20, 0x7F: ["^", Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value ^ 0x40))]
        case 0x80..<0xA0: ["\u{FFFD}"]
        default: [scalar]
        }
    }
}

extension String {
    /// By way of bytes: appending scalar by scalar to a string costs ten times as much, at each key.
    init(_ scalars: some Sequence<Unicode.Scalar>) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.underestimatedCount)
        for scalar in scalars {
            if scalar.isASCII {
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
        self.init(decoding: bytes, as: UTF8.self)
    }
}
