import CEditline
import Testing

@testable import LineEditor

@Suite struct DisplayLinesTests {
    init() { setlocale(LC_CTYPE, "C.UTF-8") }

    @Test(arguments: [
        ("un deux trois", ["un deux trois"]),
        ("un deux trois quatre", ["un deux trois", "quatre"]),
        ("    un deux trois quatre", ["    un deux", "    trois quatre"]),
        ("  :undo  reprendre la fin", ["  :undo  reprendre", "         la fin"]),
        ("日本 日本 日本 日本 日", ["日本 日本 日本", "日本 日"]),
        ("un-mot-plus-long-que-la-rangée fin", ["un-mot-plus-long-que-la-rangée", "fin"]),
        ("un  deux   trois quatre", ["un  deux   trois", "quatre"]),
    ])
    func linesAreBrokenAtBlanks(line: String, rows: [String]) {
        let columns = line.hasPrefix("  :") ? 20 : 16
        #expect(DisplayLines.wrapped(line, columns: columns) == rows.joined(separator: "\n"))
    }

    @Test func whatFitsAndWhatHasTabsStays() {
        #expect(DisplayLines.wrapped("a\tb", columns: 2) == "a\tb")
        #expect(DisplayLines.safe("un deux\ntrois\u{1B}", columns: 5) == "un\ndeux\ntrois^[\n")
    }
}
