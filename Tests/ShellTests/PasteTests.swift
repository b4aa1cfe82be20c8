import Notebook
import Shell
import ShellInMemory
import Testing

@Suite struct PasteTests {
    @Test(arguments: [
        ("un\u{A0}deux\u{202F}trois", "un deux trois"),
        (
            "«\u{A0}oui\u{202F}», 10\u{202F}000\u{A0}€\u{A0}: non\u{A0}!",
            "«\u{A0}oui\u{202F}», 10\u{202F}000\u{A0}€\u{A0}: non\u{A0}!"
        ),
        ("sou\u{AD}ve\u{200B}rai\u{2060}neté\u{FEFF}", "souveraineté"),
        ("👩\u{200D}👧 et a\u{200D}b", "👩\u{200D}👧 et ab"),
        ("a\u{1B}[31mb\u{7}c\u{9B}d", "a[31mbcd"),
        ("  un mot \t", "un mot"),
        ("un\u{2003}deux", "un deux"),
        ("le mot\r\n", "le mot"),
    ])
    func clipboardsLeaveNothingBehind(pasted: String, expected: String) {
        #expect(PastedText(pasted).singleLine == expected)
    }

    @Test func severalLinesAreNoPartOfALine() {
        #expect(PastedText("un\r\ndeux\rtrois\u{2028}quatre").lines == ["un", "deux", "trois", "quatre"])
        #expect(PastedText("un\ndeux").singleLine == nil)
        #expect(PastedText("\n \n\tun\n\ndeux\n\n").lines == ["\tun", "", "deux"])
    }

    /// What a paste writes behind `* avant`, without the blanks before the stars.
    private func bullets(_ paste: String, line: String = "") throws -> [String] {
        let test = try TestSession()
        try test.type(":day D", ":new A", "avant")
        _ = try test.session.submit(paste: paste, line: line)
        return test.body.split(separator: "\n").dropFirst(2).map { $0.drop { $0 == " " } }.map(String.init)
    }

    @Test(arguments: [
        ("un\ndeux", ["* un", "* deux"]),
        ("- un\n  - deux\n    - trois\n- quatre", ["* un", "** deux", "*** trois", "* quatre"]),
        ("\tun\n\t\tdeux\n\ttrois", ["* un", "** deux", "* trois"]),
        ("• un\n◦ deux\n▪ trois\n• quatre", ["* un", "** deux", "*** trois", "* quatre"]),
        ("* un\n** deux\n* trois", ["* un", "** deux", "* trois"]),
        ("1. un\n2) deux\n(3) trois\na) quatre", ["* un", "* deux", "* trois", "* quatre"]),
        ("1. un\n   - deux\n2. trois", ["* un", "** deux", "* trois"]),
        ("Titre\n- un\n- deux\nAutre\n- trois", ["* Titre", "** un", "** deux", "* Autre", "** trois"]),
        ("- une ligne\n  qui continue\n- deux", ["* une ligne qui continue", "* deux"]),
        ("•\u{A0}un\n\n•\tdeux", ["* un", "* deux"]),
        ("2022. Une année\n3 points", ["* 2022. Une année", "* 3 points"]),
        (":day X\n@yann oui\n+ non\n. quatre", ["* :day X", "* @yann oui", "** non", "* . quatre"]),
    ])
    func linesBecomeBullets(paste: String, expected: [String]) throws {
        let found = try bullets(paste)
        #expect(found == expected, "\(found)")
    }

    @Test func whatIsTooDeepStandsAtTheDeepestLevel() throws {
        let paste = (0..<8).map { String(repeating: "\t", count: $0) + "n\($0)" }.joined(separator: "\n")
        #expect(try bullets(paste).map { $0.prefix { $0 == "*" }.count } == [1, 2, 3, 4, 5, 5, 5, 5])
    }

    @Test func theLineBeforeBeginsTheFirstBullet() throws {
        #expect(try bullets("un\ndeux", line: "Note : ") == ["* Note : un", "* deux"])
        #expect(try bullets("un\ndeux", line: "** ") == ["** un", "** deux"])
        #expect(try bullets("un\ndeux", line: "@yann ") == ["* Yann : un", "* deux"])
    }

    @Test func oneUndoTakesItAllBack() throws {
        let test = try TestSession()
        try test.type(":day D", ":new A", "avant")
        let before = test.body
        let response = try test.session.submit(paste: "- un\n  - deux\n- trois\n", line: "")
        #expect(response.lines == ["3 bullets pasted; :undo takes them all back"])
        try test.type(":undo")
        #expect(test.body == before)
        try test.type(":redo", "après")
        #expect(test.body.hasSuffix("* avant\n* un\n    ** deux\n* trois\n* après\n"))
    }

    @Test func theAbstractIsWhole() throws {
        let test = try TestSession()
        try test.type(":day D", ":new A")
        _ = try test.session.submit(paste: "Résumé\u{A0}du talk\n\n- un\n----\n- deux\n", line: ":abstract")
        #expect(test.body == "\n== A\n\n.Abstract\n-----\nRésumé du talk\n\n- un\n----\n- deux\n-----\n")
        #expect(test.session.captureName == nil)
        try test.type(":undo")
        #expect(test.body == "\n== A\n")
    }

    @Test func nothingIsWrittenOfAnEmptyPaste() throws {
        let test = try TestSession()
        try test.type(":day D", ":new A")
        #expect(throws: (any Error).self) { try test.session.submit(paste: "\n \u{200B}\n", line: "") }
        #expect(test.body == "\n== A\n")
    }
}
