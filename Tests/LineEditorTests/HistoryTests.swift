import Testing

@testable import LineEditor

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite struct HistoryTests {
    @Test func upAndDownGiveTheUnsentLineBackWhole() {
        var history = LineHistory(lines: ["un", "deux", "deuxième"])
        #expect(history.older(than: "deu") == "deuxième")
        #expect(history.older(than: "deuxième") == "deux")
        #expect(history.older(than: "deux") == nil)
        #expect(history.newer() == "deuxième")
        #expect(history.newer() == "deu")
        #expect(history.newer() == nil)
    }

    @Test func repeatedLinesAreKeptOnce() {
        var history = LineHistory()
        for line in ["un", "un", "", "deux"] { history.add(line) }
        #expect(history.lines == ["un", "deux"])
    }

    @Test(arguments: ["é\\n", "\\", "a\nb\\\\n", "🍸 \t fin", ""])
    func aLineOnDiskIsTheLine(line: String) {
        #expect(HistoryFile.unescape(HistoryFile.escape(line)) == line)
        #expect(!HistoryFile.escape(line).contains("\n"))
    }

    @Test func twoSessionsShareAFileAndAHalfLineIsNone() throws {
        let path = "/tmp/steno-history-\(getpid())-\(UInt32.random(in: 0...(.max)))"
        defer { unlink(path) }
        let (one, two) = (try HistoryFile(path: path), try HistoryFile(path: path))
        one.append("un")
        two.append("deux")
        one.append("trois")
        #expect(two.load() == ["un", "deux", "trois"])
        let file = open(path, O_WRONLY | O_APPEND)
        #expect(write(file, "à moiti", 8) == 8)
        close(file)
        #expect(one.load() == ["un", "deux", "trois"])
        one.append("quatre")
        #expect(two.load().last == "quatre")
        var status = stat()
        #expect(stat(path, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
    }

    @Test func aSearchGoesBackAndIgnoresAccents() {
        var search = HistorySearch(lines: ["L'été", "autre", "ETE"], original: LineBuffer(text: ""))
        for scalar in "été".unicodeScalars { search.append(scalar) }
        #expect(search.match == "ETE")
        search.next(older: true)
        #expect(search.match == "L'été")
        search.next(older: true)
        #expect(search.match == "L'été")
    }
}
