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
    func clipboardsLeaveNothingAfter(pasted: String, expected: String) {
        #expect(PastedText(pasted).singleLine == expected)
    }

    @Test func severalLinesAreNoPartOfALine() {
        #expect(PastedText("un\r\ndeux\rtrois\u{2028}quatre").lines == ["un", "deux", "trois", "quatre"])
        #expect(PastedText("un\ndeux").singleLine == nil)
        #expect(PastedText("\n \n\tun\n\ndeux\n\n").lines == ["\tun", "", "deux"])
    }

    /// What a paste writes after `* avant`, without the spaces before the stars.
    private func bullets(_ paste: String, before: String = "", after: String = "") throws -> [String] {
        let test = try TestSession()
        try test.type(":day D", ":new A", "avant")
        _ = try test.session.submit(paste: paste, before: before, after: after)
        return test.body.split(separator: "\n").dropFirst(2).map { $0.drop { $0 == " " } }.map(String.init)
    }

    @Test(arguments: [
        ("un\ndeux", ["* un", "* deux"]),
        ("- un\n  - deux\n    - trois\n- quatre", ["* un", "** deux", "*** trois", "* quatre"]),
        ("\tun\n\t\tdeux\n\ttrois", ["* un", "** deux", "* trois"]),
        ("• un\n◦ deux\n▪ trois\n• quatre", ["* un", "** deux", "*** trois", "* quatre"]),
        ("* un\n** deux\n* trois", ["* un", "** deux", "* trois"]),
        ("1. un\n2. deux\n3. trois", [". un", ". deux", ". trois"]),
        ("1) un\n2) deux\n\n3) trois", [". un", ". deux", ". trois"]),
        ("(1) un\n(2) deux", [". un", ". deux"]),
        ("3. trois\n4. quatre\n5. cinq", ["[start=3]", ". trois", ". quatre", ". cinq"]),
        ("3) trois\n   - dont\n4) quatre", ["[start=3]", ". trois", "** dont", ". quatre"]),
        ("1. un\n2. deux\n3. trois\n8. huit\n9. neuf", [". un", ". deux", ". trois", "[start=8]", ". huit", ". neuf"]),
        ("Suite\n  4. quatre\n  5. cinq\nAutre", ["* Suite", "[start=4]", ". quatre", ". cinq", "* Autre"]),
        ("2023. Une année\n2024. Une autre", ["[start=2023]", ". Une année", ". Une autre"]),
        ("1.\tun\n2.\tdeux", [". un", ". deux"]),
        ("1. un\n   - deux\n2. trois", [". un", "** deux", ". trois"]),
        ("1. un\n- deux\n2. trois", [". un", "** deux", ". trois"]),
        ("Titre\n1. un\n2. deux\nAutre", ["* Titre", ". un", ". deux", "* Autre"]),
        ("- un\n  1. deux\n  2. trois\n- quatre", ["* un", ". deux", ". trois", "* quatre"]),
        ("- [ ] un\n- [x] deux", ["* [ ] un", "* [x] deux"]),
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

    @Test(arguments: [
        ("24. Mai: Beginn\n15. August: Ende", ["* 24. Mai: Beginn", "* 15. August: Ende"]),
        ("1. un\n3. trois", ["* 1. un", "* 3. trois"]),
        ("24. Mai: Anreise\n25. Mai: Beginn", ["* 24. Mai: Anreise", "* 25. Mai: Beginn"]),
        ("3. trois\n5. cinq", ["* 3. trois", "* 5. cinq"]),
        ("1. un\n2) deux\n(3) trois", ["* 1. un", "* 2) deux", "* (3) trois"]),
        ("1. seul", ["* 1. seul"]),
        ("a) un\nb) deux", ["* a) un", "* b) deux"]),
        ("+ 3 % growth\n- 2 % margin", ["* + 3 % growth", "* - 2 % margin"]),
        ("- 2 % margin\n- 1,5 M€", ["* - 2 % margin", "* - 1,5 M€"]),
        ("+ fast\n- dear", ["* + fast", "* - dear"]),
        ("- 3 ideas\n- 2 % margin", ["* 3 ideas", "* 2 % margin"]),
        ("+ un\n+ deux", ["* un", "* deux"]),
        ("o gato preto\no livro novo", ["* o gato preto", "* o livro novo"]),
        ("• un\no\tdeux\no   trois", ["* un", "** deux", "** trois"]),
        ("§ 5 Abs. 1\n§ 7 Abs. 2", ["* § 5 Abs. 1", "* § 7 Abs. 2"]),
        ("§\tun\n§\tdeux", ["* un", "* deux"]),
        ("✓ done\n✗ failed\n✓ shipped", ["* ✓ done", "* ✗ failed", "* ✓ shipped"]),
        ("Être libre\n— Camus", ["* Être libre", "* — Camus"]),
    ])
    func aFirstWordThatIsNoMarkerStays(paste: String, expected: [String]) throws {
        let found = try bullets(paste)
        #expect(found == expected, "\(found)")
    }

    @Test(arguments: [
        ("Ville\t2023\t2024\nParis\t10\t12", ["* Ville | 2023 | 2024", "* Paris | 10 | 12"]),
        ("\t2023\t2024\nParis\t\t12\t", ["* | 2023 | 2024", "* Paris |  | 12"]),
        ("-\t5\na\t6", ["* - | 5", "* a | 6"]),
        ("Prix :\n| a | b |\n|---|:-:|\n| 1 | 2 |\nfin", ["* Prix :", "* a | b", "* 1 | 2", "* fin"]),
        ("| a | b |", ["* | a | b |"]),
    ])
    func rowsBecomeLinesWithTheirCells(paste: String, expected: [String]) throws {
        let found = try bullets(paste + "\nfin")
        #expect(found == expected + ["* fin"], "\(found)")
    }

    @Test(arguments: [
        ("R&amp;D, caf&eacute; &#8211; l&#x2019;id&eacute;e &lt;b&gt;", "R&D, café – l’idée <b>"),
        ("AT&T; et &inconnu; & co", "AT&T; et &inconnu; & co"),
        ("a\tb\tc", "a | b | c"),
    ])
    func referencesAndCellsOfOneLine(pasted: String, expected: String) {
        #expect(PastedText(pasted, decodesEntities: true).singleLine == expected)
    }

    @Test(arguments: [
        ("+ 3 % growth", "- + 3 % growth"), ("- 2 % margin", "- - 2 % margin"), ("- un", "- un"), ("+ un", "+ un"),
        ("24. Mai", "24. Mai"), (":undo", ":undo"), ("— Camus", "— Camus"),
    ])
    func aLineAloneKeepsItsSign(pasted: String, expected: String) {
        #expect(PastedText(pasted).singleLineAtStart == expected)
    }

    @Test func codeKeepsItsReferences() throws {
        let test = try TestSession()
        try test.type(":day D", ":new A", ":code html")
        _ = try test.session.submit(paste: "&lt;\n&amp;", before: "a")
        #expect(test.body.contains("a&lt;\n&amp;"))
    }

    @Test func whatWasMadeOfItIsSaid() throws {
        let test = try TestSession()
        try test.type(":day D", ":new A")
        let response = try test.session.submit(paste: "Bilan\n1. un\n2. deux\na\tb\nc\td", before: "")
        #expect(response.lines == ["5 bullets, 2 numbered, 2 rows of a table pasted; :undo takes them all back"])
    }

    @Test func theLineIsPartedAtTheCursor() throws {
        #expect(try bullets("MID1\nMID2", before: "avant ", after: "après") == ["* avant MID1", "* MID2après"])
        #expect(try bullets("MID1\nMID2", before: "", after: "après") == ["* MID1", "* MID2après"])
        #expect(try bullets(" \n ", before: "avant ", after: "après") == ["* avant après"])
    }

    @Test func whatIsTooDeepStandsAtTheDeepestLevel() throws {
        let paste = (0..<8).map { String(repeating: "\t", count: $0) + "n\($0)" }.joined(separator: "\n")
        #expect(try bullets(paste).map { $0.prefix { $0 == "*" }.count } == [1, 2, 3, 4, 5, 5, 5, 5])
    }

    @Test func theLineBeforeBeginsTheFirstBullet() throws {
        #expect(try bullets("un\ndeux", before: "Note : ") == ["* Note : un", "* deux"])
        #expect(try bullets("un\ndeux", before: "** ") == ["** un", "** deux"])
        #expect(try bullets("un\ndeux", before: "@yann ") == ["* Yann : un", "* deux"])
    }

    @Test func oneUndoTakesItAllBack() throws {
        let test = try TestSession()
        try test.type(":day D", ":new A", "avant")
        let before = test.body
        let response = try test.session.submit(paste: "- un\n  - deux\n- trois\n", before: "")
        #expect(response.lines == ["3 bullets pasted; :undo takes them all back"])
        try test.type(":undo")
        #expect(test.body == before)
        try test.type(":redo", "après")
        #expect(test.body.hasSuffix("* avant\n* un\n    ** deux\n* trois\n* après\n"))
    }

    @Test func theAbstractIsWhole() throws {
        let test = try TestSession()
        try test.type(":day D", ":new A")
        _ = try test.session.submit(paste: "Résumé\u{A0}du talk\n\n- un\n----\n- deux\n", before: ":abstract")
        #expect(test.body == "\n== A\n\n.Abstract\n-----\nRésumé du talk\n\n- un\n----\n- deux\n-----\n")
        #expect(test.session.captureName == nil)
        try test.type(":undo")
        #expect(test.body == "\n== A\n")
    }

    @Test func nothingIsWrittenOfAnEmptyPaste() throws {
        let test = try TestSession()
        try test.type(":day D", ":new A")
        #expect(throws: (any Error).self) { try test.session.submit(paste: "\n \u{200B}\n", before: "") }
        #expect(test.body == "\n== A\n")
    }
}
