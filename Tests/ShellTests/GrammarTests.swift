import Notebook
import Shell
import ShellInMemory
import Testing

@testable import AsciiDoc

@Suite struct GrammarTests {
    @Test(arguments: [
        ("", InputLine.blank), ("  \t", .blank), ("un", .bullet(depth: nil, deeper: 0, text: "un")),
        ("** deux", .bullet(depth: 2, deeper: 0, text: "deux")), ("- un ", .bullet(depth: nil, deeper: 0, text: "un ")),
        ("\t\tun", .bullet(depth: nil, deeper: 2, text: "un")),
        ("*gras* oui", .bullet(depth: nil, deeper: 0, text: "*gras* oui")),
        (". un", .numbered("un")), ("+ suite", .hardBreak("suite")), ("@yann oui", .said(name: "yann", text: "oui")),
        ("@ rien", .bullet(depth: nil, deeper: 0, text: "@ rien")), ("::x", .bullet(depth: nil, deeper: 0, text: ":x")),
        (":export! a b", .command(name: "export", bang: true, arguments: "a b")),
        (":new  14h00 x ", .command(name: "new", bang: false, arguments: "14h00 x ")),
    ])
    func linesAreRead(line: String, as expected: InputLine) {
        #expect(InputLine(line) == expected)
    }

    @Test func depthFollowsMarkersTabsAndEmptyLines() throws {
        let test = try TestSession()
        try test.type(
            ":day D", ":new A", "un", "\tdeux", "trois", "", "quatre", "", "", "cinq",
            "*** non".replacing("*** non", with: "** six"))
        #expect(
            test.body == "\n== A\n\n* un\n    ** deux\n    ** trois\n* quatre\n\n* cinq\n    ** six\n")
    }

    @Test func numberedItemsNestUnderTheLastBullet() throws {
        let test = try TestSession()
        try test.type(":day D", ":new A", "un", ". a", ". b", "deux", "", ". seul")
        #expect(test.body == "\n== A\n\n* un\n    . a\n    . b\n* deux\n\n//-\n\n. seul\n")
    }

    @Test func aListBelowAnAnnouncementIsIndented() throws {
        let test = try TestSession()
        try test.type(":day D", ":new A", ":para Saagie : ", "un", "** deux", ":para Fin.", "trois")
        #expect(test.body == "\n== A\n\nSaagie : \n\n    * un\n        ** deux\n\nFin.\n\n* trois\n")
    }

    @Test func hardBreaksContinueBulletsAndParagraphs() throws {
        let test = try TestSession()
        #expect(test.refusal(of: "+ rien") != nil)
        try test.type(":day D", ":new A", "un", "** deux", "+ suite", ":para P", "+ Q")
        #expect(test.body == "\n== A\n\n* un\n    ** deux +\n    suite\n\nP +\nQ\n")
        #expect(try TestSession().refusal(of: "+ rien") == "no day is open; type :day and the event's name")
    }

    @Test func namesComeFromSpeakersAndAbstract() throws {
        let test = try TestSession()
        try test.type(":day D", ":new A", ":by Jérôme Trédan (Saagie, CEO)", ":abstract", "- Yann Lechelle - CEO", ".")
        try test.type("@jerome oui", "@yann non", "@zoé")
        #expect(test.body.hasSuffix("\n* Jérôme : oui\n* Yann : non\n* Zoé : \n"))
    }

    /// What is typed cannot break the document.
    @Test(arguments: [
        "----", "====", "* * *", "[x] fait", "ifdef::x[]", "include::/etc/passwd[]", "fin +", "a:: b", "= T", "|===",
        "....",
        "+++", "//", "NOTE: x", "[[id]]",
    ])
    func typedTextStaysText(text: String) throws {
        for form in ["", ":para ", ":note ", ":quote ", ":abstract ", ":title ", ":raw "] {
            let test = try TestSession()
            try test.type(":day D", ":new A", "un")
            #expect(test.refusal(of: form + text) == nil, "\(form)\(text)")
            for line in ["* apres", ":new B", "fin"] {
                #expect(test.refusal(of: line) == nil, "\(line) after \(form)\(text): \(test.body)")
            }
            let day = try #require(test.session.open?.day)
            #expect(day.slotCount == 2, "\(form)\(text): \(test.body)")
            #expect(day.slots.last?.notes.count == 1, "\(form)\(text): \(test.body)")
            #expect(day.document.root.openDelimiters.isEmpty, "\(form)\(text): \(test.body)")
        }
    }
}
