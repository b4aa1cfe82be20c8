import Notebook
import ShellInMemory
import Testing

@testable import Shell

@Suite struct PathTests {
    private static let files = [
        "/", "/home", "/home/ada", "/home/ada/my photo.png", "/home/ada/it's.png", "/home/ada/ze\u{300}bre.png",
        "/home/ada/Shot 2.30.15\u{202F}PM.png", "/home/ada/a b.png", "/home/ada/a\\b.png", "/home/ada/x.png",
        "/home/ada/pour l'image.png",
    ]

    private func session() throws -> TestSession {
        let test = try TestSession()
        // The disk compares bytes; Swift's `==` would not.
        test.session.services.fileExists = { path in Self.files.contains { $0.utf8.elementsEqual(path.utf8) } }
        test.session.services.names = { folder in
            let start = folder.hasSuffix("/") ? folder : folder + "/"
            return Self.files.filter { $0.hasPrefix(start) && $0 != start }.map { String($0.dropFirst(start.count)) }
                .filter { !$0.contains("/") }
        }
        return test
    }

    @Test(arguments: [
        ("/home/ada/x.png Une légende", "/home/ada/x.png", "Une légende"),
        ("'/home/ada/my photo.png' Légende", "/home/ada/my photo.png", "Légende"),
        ("\"/home/ada/my photo.png\"", "/home/ada/my photo.png", nil),
        (#"/home/ada/my\ photo.png Légende"#, "/home/ada/my photo.png", "Légende"),
        ("/home/ada/my photo.png Légende", "/home/ada/my photo.png", "Légende"),
        (#"'/home/ada/it'\''s.png' "#, "/home/ada/it's.png", nil),
        ("/home/ada/it's.png", "/home/ada/it's.png", nil),
        ("/home/ada/pour l'image.png d'Ada", "/home/ada/pour l'image.png", "d'Ada"),
        (#"/home/ada/it\'s.png"#, "/home/ada/it's.png", nil),
        ("file:///home/ada/a%20b.png", "/home/ada/a b.png", nil),
        ("file://localhost/home/ada/a%20b.png L", "/home/ada/a b.png", "L"),
        ("/home/ada/z\u{E8}bre.png", "/home/ada/ze\u{300}bre.png", nil),
        ("file:///home/ada/z%C3%A8bre.png", "/home/ada/ze\u{300}bre.png", nil),
        ("'/home/ada/Shot 2.30.15 PM.png'", "/home/ada/Shot 2.30.15\u{202F}PM.png", nil),
        ("/home/ada/Shot 2.30.15\u{202F}PM.png L", "/home/ada/Shot 2.30.15\u{202F}PM.png", "L"),
        ("~/my photo.png L", "/home/ada/my photo.png", "L"),
        (#"/home/ada/a\b.png"#, #"/home/ada/a\b.png"#, nil),
        ("/home/ada/none.png L", "/home/ada/none.png", "L"),
    ])
    func aPathIsReadAsItIsGiven(typed: String, path: String, caption: String?) throws {
        let test = try session()
        var reader = ArgumentReader(typed, bang: false) { test.session.existingPath($0) }
        #expect(try reader.path(isLast: false)?.utf8.elementsEqual(path.utf8) == true)
        #expect(reader.rest()?.trimmingBlanks == caption)
    }

    @Test func aPathAtTheEndMayHaveSpaces() throws {
        var reader = ArgumentReader("/tmp/new folder/day.adoc", bang: false)
        #expect(try reader.path(isLast: true) == "/tmp/new folder/day.adoc")
        reader = ArgumentReader("'/tmp/new folder/day.adoc' more", bang: false)
        #expect(try reader.path(isLast: true) == "/tmp/new folder/day.adoc")
        #expect(reader.rest() == "more")
    }

    @Test(arguments: ["/a b/it's \"x\".png", "/plain.png", #"/back\slash"#, "/tab\t"])
    func whatIsEscapedIsReadAgain(path: String) {
        #expect(TypedPath.word(TypedPath.escaped(path)[...])?.value == path)
        #expect(TypedPath.unfinished(TypedPath.escaped(path)) == path)
    }

    @Test func completionEscapesWhatItWrites() throws {
        let test = try session()
        let completer = LineCompleter(test.session) { folder in
            test.session.services.names(folder).map { ListedFile(name: $0, isFolder: false, modified: 0) }
        }
        #expect(completer.candidates(for: ":image /home/ada/it").map(\.text) == [#"/home/ada/it\'s.png"#])
        #expect(completer.candidates(for: ":image '/home/ada/my p").map(\.text) == [#"/home/ada/my\ photo.png"#])
        #expect(completer.candidates(for: ":image /home/ada/Shot\\ 2.30.15\\ P").count == 1)
        #expect(completer.candidates(for: ":image /home/ada/zè").count == 1)
    }
}

@Suite struct EventNameTests {
    @Test(arguments: [
        ["C++", "C#"], ["Meetup by A", "Meetup by B"], ["日本語勉強会", "ندوة", "Встреча"], ["🍸", "🍺"],
    ])
    func twoNamesAreTwoFiles(names: [String]) throws {
        let test = try TestSession()
        test.session.services.beginning = { Array(test.days.files[$0] ?? []) }
        for name in names + names { try test.type(":day \(name)", "note de \(name)") }
        #expect(test.days.files.count == names.count)
        #expect(
            test.days.files.values.allSatisfy { String(decoding: $0, as: UTF8.self).split(separator: "* ").count == 3 })
    }

    @Test func theSameEventIsFoundAgain() throws {
        let test = try TestSession()
        test.session.services.beginning = { Array(test.days.files[$0] ?? []) }
        try test.type(":day Meetup by A", ":day meetup by a", ":day Meetup", ":day 2026-11-23 Meetup by A")
        #expect(test.days.files.count == 1)
    }

    @Test(arguments: ["31/11/2026 Salon", "2026-02-29", "20261301 Salon", "12/31/2026 Salon"])
    func impossibleDatesAreSaid(typed: String) throws {
        let test = try TestSession()
        let word = typed.prefix { $0 != " " }
        #expect(test.refusal(of: ":day \(typed)")?.contains(word) == true)
        #expect(test.days.files.isEmpty)
    }
}

@Suite struct ExternalEditTests {
    private func edited(_ file: String, _ command: String, with bytes: [UInt8]) throws -> (String, (any Error)?) {
        let test = try TestSession()
        test.days.files["notes/20261123_d.adoc"] = Array(file.utf8)
        try test.type(":day 2026-11-23")
        guard case .edit(let request) = try test.session.submit(command).effect else { return ("", nil) }
        var problem: (any Error)?
        do { _ = try test.session.finish(request, with: bytes, keptIn: "/kept") } catch { problem = error }
        return (String(decoding: test.days.files["notes/20261123_d.adoc"] ?? [], as: UTF8.self), problem)
    }

    @Test func aMarkAndOtherLineEndsAreMended() throws {
        let (lf, _) = try edited(
            "= D\n\n== A\n\n* un\n", ":edit slot", with: Array("\u{FEFF}== A\r\n\r\n* deux\r\n".utf8))
        #expect(lf == "= D\n\n== A\n\n* deux\n")
        let (crlf, _) = try edited("= D\r\n\r\n== A\r\n\r\n* un\r\n", ":edit slot", with: Array("== A\n\n* deux".utf8))
        #expect(crlf == "= D\r\n\r\n== A\r\n\r\n* deux\r\n")
    }

    @Test(arguments: [
        "== A\n\n----\ncode\n", "== A\n\nifdef::x[]\n* un\n", "== A\n\n====\n* un\n", "", "\n\n",
    ])
    func whatIsLeftOpenIsRefused(text: String) throws {
        let file = "= D\n\n== A\n\n* un\n\n== B\n\n* deux\n"
        let (after, problem) = try edited(file, ":go 1", with: [])
        #expect(after == "" && problem == nil)
        let test = try TestSession()
        test.days.files["notes/20261123_d.adoc"] = Array(file.utf8)
        try test.type(":day 2026-11-23", ":go 1")
        guard case .edit(let request) = try test.session.submit(":edit slot").effect else { return }
        #expect(throws: Refusal.self) { try test.session.finish(request, with: Array(text.utf8), keptIn: "/kept") }
        #expect(test.days.files["notes/20261123_d.adoc"] == Array(file.utf8))
    }

    @Test(arguments: [[0xC3, 0x28], [0x61, 0x00, 0x62], [0xFF, 0xFE, 0x61, 0x00]])
    func bytesThatAreNoTextAreRefused(bytes: [Int]) throws {
        let (after, problem) = try edited("= D\n\n== A\n\n* un\n", ":edit 1", with: bytes.map(UInt8.init))
        #expect(after == "= D\n\n== A\n\n* un\n")
        #expect(problem.map { Message($0).english.contains("/kept") } == true)
    }

    @Test func aTextIsFoundAgainWhereItHasMoved() throws {
        let test = try TestSession()
        try test.type(":day D", ":new A", "un", "deux")
        guard case .edit(let request) = try test.session.submit(":edit #2").effect else { return }
        try test.type(":edit #1 beaucoup plus long", "trois")
        let finished = try test.session.finish(request, with: Array("* DEUX\n".utf8), keptIn: "/kept")
        _ = try test.session.finish(finished.request, with: Array("* ZWEI\n".utf8), keptIn: "/kept")
        #expect(test.body == "\n== A\n\n* beaucoup plus long\n* ZWEI\n* trois\n")
    }
}
