import AsciiDoc
import AsciiDocLint
import Notebook

extension Session {
    /// What is said of a note that was just typed, where signs of it are a pair that nobody meant: `C++ and C++20` is
    /// shown without its pluses.
    func vanishingSigns(in text: String) -> [String] {
        guard Self.mayHavePairs(text.utf8) else { return [] }
        var options = DiagnosticOptions()
        options.rules = ["signs-vanish"]
        let wording = Message.wording(in: language)
        return Document(parsing: "* \(text)\n").diagnostics(options).map(wording.message)
    }

    /// Most notes are plain text: that is seen at a glance.
    private static func mayHavePairs(_ text: String.UTF8View) -> Bool {
        var last: UInt8 = 0
        for byte in text {
            if byte == last, signs.contains(byte) { return true }
            last = byte
        }
        return false
    }

    private static let signs = Array("+*_`#^~".utf8)
}
