import Notebook
import ShellInMemory
import Testing

@testable import Shell

@Suite struct FindingTests {
    private func day(_ lines: String...) throws -> TestSession {
        let test = try TestSession()
        try test.type(":day D")
        for line in lines { try test.type(line) }
        return test
    }

    @Test func allThatIsTextIsFound() throws {
        let test = try day(
            ":new 14h00 Éléphants", ":by Ada Éléphant", ":abstract Un éléphant.", "un", "+ deuxième éléphant",
            ":new 15h00 B", ":note", "calme", "éléphants", ".", ":block Éléphanteau", "x", ".")
        #expect(
            try test.type(":find elephant") == [
                "1  14h00 - Éléphants", "    #1  14h00 - Éléphants", "    #2  By Ada Éléphant", "    #3  Un éléphant.",
                "    #4  deuxième éléphant", "2  15h00 - B", "    #5  éléphants", "    #6  Éléphanteau",
            ])
    }

    @Test func whatWasFoundCanBeGoneTo() throws {
        let test = try day(":new 14h00 A", "mot", ":new 15h00 B", "un mot", ":new 16h00 C")
        try test.type(":find mot")
        #expect(try test.type(":go #2") == ["15h00 - B", "    un mot"])
        #expect(test.session.open?.place.slot == 1)
        #expect(test.refusal(of: ":go #3") != nil)
        try test.type(":title Nouveau")
        #expect(test.refusal(of: ":go #2") != nil)
        try test.type(":go #1", ":find rien de tel")
        #expect(test.session.open?.place.slot == 0)
        #expect(try test.type(":go #3") == ["16h00 - C"])
    }

    @Test(arguments: [
        ("18h30 Swift", 1), ("18:30 swift", 1), ("6:30 pm Swift", 1), ("18h30 Rust", 2), ("18h30 Rust : Le…", 2),
        ("20h00", 3), ("1", 0), ("18h30 Server", 1),
    ])
    func whatThePromptShowsGoesThere(query: String, position: Int) throws {
        let test = try day(
            ":new 14h00 Swift", ":new 18h30 Swift : Server", ":new 18h30 Rust : Le langage", ":new 20h00 Fin")
        try test.type(":go \(query)")
        #expect(test.session.open?.place.slot == position)
    }

    @Test func aNoteIsNamedByItsNumberWithASign() throws {
        let test = try day(":new A", "un", "deux", "trois", ":edit 2 steps")
        #expect(test.body.hasSuffix("* un\n* deux\n* 2 steps\n"))
        try test.type(":edit #2 DEUX", ":delete #1", ":delete 2")
        #expect(test.body.hasSuffix("== A\n\n* DEUX\n"))
        #expect(test.refusal(of: ":delete #0") != nil)
        #expect(test.refusal(of: ":edit #9 x")?.contains("9") == true)
        try test.type(":edit #hashtag")
        #expect(test.body.hasSuffix("* #hashtag\n"))
    }
}

@Suite struct TypedLineTests {
    @Test(arguments: [
        ("a\u{2028}b", "* a b"), ("a\u{85}b", "* a b"), ("a\u{B}b\u{C}c", "* a b c"), ("a\u{0}b\u{7}", "* ab"),
        ("a\rb", "* a b"), ("\u{FEFF}a", "* \u{FEFF}a"),
    ])
    func controlsAreNoLineEnds(line: String, expected: String) throws {
        let test = try TestSession()
        try test.type(":day D", ":new A", line)
        #expect(test.body == "\n== A\n\n\(expected)\n")
    }

    @Test(arguments: [
        ("\t- x", "** x"), ("\t@ada x", "** Ada : x"), ("\tx", "** x"), ("\t::x", "** :x"), ("\t. x", ". x"),
    ])
    func tabsBeforeAMarkerSayTheDepth(line: String, expected: String) throws {
        let test = try TestSession()
        try test.type(":day D", ":new A", "un", line)
        #expect(test.body.split(separator: "\n").last.map { String($0.drop { $0 == " " }) } == expected)
    }

    @Test func aLineOfTheDayMayHoldSeparatorsOfUnicode() throws {
        let test = try TestSession()
        test.days.files["notes/20261123_d.adoc"] = Array("= D\n\n== A\n\n* un\u{2028}deux\n* a\u{85}b\n".utf8)
        try test.type(":day 2026-11-23", ":fix deux/2", ":edit #2 c\u{B}d")
        let text = String(decoding: try #require(test.days.files["notes/20261123_d.adoc"]), as: UTF8.self)
        #expect(text == "= D\n\n== A\n\n* un\u{2028}2\n* c d\n")
    }

    @Test func theFirstLineMayBeTheEventsName() throws {
        let test = try TestSession()
        _ = try test.session.submitFirst("Salon des données")
        _ = try test.session.submitFirst("une note")
        #expect(test.days.files.keys.sorted() == ["notes/20261123_salon-des-donnees.adoc"])
        #expect(test.body.contains("* une note"))
    }

    @Test(arguments: [("C++ and C++20", true), ("C++ alone", false), ("un ** deux", false), ("plain", false)])
    func signsThatVanishAreSaidWhenTheyAreTyped(line: String, isSaid: Bool) throws {
        let test = try TestSession()
        try test.type(":day D", ":new A")
        #expect(try test.session.submit(line).done.isEmpty != isSaid)
    }
}
