import Testing

@testable import AsciiDoc

/// What conditions, `leveloffset` and manual pages make of a document is not in its tree, and counts all the same.
@Suite struct MeaningTests {
    private func paragraph(_ text: String, in document: Document) throws -> Node {
        try #require(
            (0..<document.nodeCount).map { document.node($0) }.first {
                $0.kind == .paragraph && document.source[$0.contentRange].starts(with: text.utf8)
            })
    }

    /// The document after the edits; nil where they are refused, and the document as it was.
    private func result(_ source: String, _ edits: (Document) throws -> Edits) throws -> String? {
        var document = Document(parsing: Array(source.utf8))
        let all = try edits(document)
        do {
            try document.apply(all)
            return String(decoding: document.source, as: UTF8.self)
        } catch {
            #expect(error == .readsOtherwise)
            #expect(document.source == Array(source.utf8))
            return nil
        }
    }

    private static let page = "= cmd(1)\nAuthor\n:doctype: manpage\n\n== Name\n\ncmd - does stuff\n\n== Synopsis\n\nx\n"

    @Test func theNameOfAManualPageIsNoNote() throws {
        #expect(try result(Self.page) { try $0.remove(try paragraph("cmd", in: $0)) } == nil)
        #expect(try result(Self.page) { try $0.remove(try paragraph("x", in: $0)) } != nil)
        let article = Self.page.replacing("manpage", with: "article")
        #expect(try result(article) { try $0.remove(try paragraph("cmd", in: $0)) } != nil)
    }

    @Test func aBlockThatAConditionCutsOffTakesNothingIn() throws {
        let source = "[discrete]\nHeading Title\nifdef::asciidoctor[]\n-------------\nendif::[]\n"
        #expect(try result(source) { try $0.append(.paragraph(["x"]), to: $0.root) } == nil)
        let closed = "Title\n\nifdef::asciidoctor[]\n----\na\n----\nendif::[]\n"
        #expect(try result(closed) { try $0.append(.paragraph(["x"]), to: $0.root) } == closed + "\nx\n")
    }

    @Test func whatIsPutIntoAConditionThatIsNotMetIsRefused() throws {
        let source = "ifdef::never[]\nun\n\ndeux\nendif::[]\n\ntrois\n"
        #expect(try result(source) { try $0.insert(.paragraph(["x"]), before: try paragraph("deux", in: $0)) } == nil)
        #expect(try result(source) { try $0.insert(.paragraph(["x"]), before: try paragraph("trois", in: $0)) } != nil)
        let met = ":never:\n\n" + source
        #expect(try result(met) { try $0.insert(.paragraph(["x"]), before: try paragraph("deux", in: $0)) } != nil)
    }

    /// To read a day as it is meant costs what it is long: conditions of the header, which most have, are no reason to.
    @Test func directivesOfTheHeaderThatReachTheBodyCount() throws {
        for (header, counts) in [
            "ifdef::x[:a: 1]\nifdef::y[]\n:b:\nendif::[]": false, "ifdef::x[:leveloffset: 1]": true,
            "include::a.adoc[]": true, "ifdef::x[]": true, ":leveloffset: 1": true,
            ":a: 1\n\nifdef::x[]\nendif::[]": true,
        ] {
            let document = Document(parsing: Array("= T\nA\n\(header)\n\n== S\n\n* un\n".utf8))
            #expect(document.parser.reachesBody == counts, "\(header)")
        }
    }

    @Test func theFirstItemOfAListComesAndGoes() throws {
        let source = "ifdef::never[]\n:a:\nendif::[]\n\n* un\n* deux\n"
        func item(_ index: Int, _ document: Document) throws -> Node {
            try #require(
                (0..<document.nodeCount).map { document.node($0) }.filter { $0.kind == .listItem }.dropFirst(index)
                    .first)
        }
        #expect(
            try result(source) { try $0.insert(Block.Item("x"), before: try item(0, $0)) }
                == source.replacing("* un", with: "* x\n* un"))
        #expect(try result(source) { try $0.remove(try item(0, $0)) } == source.replacing("* un\n", with: ""))
        #expect(
            try result(source) { try $0.move(try item(0, $0), after: try item(1, $0)) }
                == source.replacing("* un\n* deux", with: "* deux\n* un"))
    }

    @Test func aTitleOfABlockThatIsNotSeenIsRefused() throws {
        let source = "ifdef::never[]\nun\nendif::[]\n\ndeux\n"
        #expect(try result(source) { try $0.setTitle(of: try paragraph("un", in: $0), to: "x") } == nil)
        #expect(
            try result(source) { try $0.setTitle(of: try paragraph("deux", in: $0), to: "x") }
                == source.replacing("deux", with: ".x\ndeux"))
    }

    @Test func textThatIsOneWithWhatAnIncludeBringsStays() throws {
        let source = "include::a.adoc[]\nyo\n\nlà\n"
        #expect(try result(source) { try $0.remove(try paragraph("yo", in: $0)) } == nil)
        #expect(try result(source) { try $0.remove(try paragraph("là", in: $0)) } != nil)
    }

    @Test(arguments: [(":leveloffset: 1", false), (":leveloffset: 0", true), (":!leveloffset:", true)])
    func aSectionHasTheLevelThatItsHeadingSays(entry: String, isTaken: Bool) throws {
        let source = "= T\n\n\(entry)\n\nun\n"
        let section = Block.section(level: 1, title: "x", [])
        #expect(try (result(source) { try $0.append(section, to: $0.root) } != nil) == isTaken)
    }

    @Test func aSectionHasTheLevelOfThoseThatAreWrittenLikeIt() throws {
        let source = "= T\n\n:leveloffset: 1\n\n== Un\n\nx\n"
        let section = Block.section(level: 1, title: "x", [])
        #expect(try result(source) { try $0.append(section, to: $0.root) } == source + "\n== x\n")
    }

    @Test func theIntroductionOfAPartBeginsWithItsFirstBlock() throws {
        let source = "= T\n:doctype: book\n\n= Part\n\nun\n\n== Chapter\n\ndeux\n"
        #expect(
            try result(source) { try $0.insert(.paragraph(["x"]), before: try paragraph("un", in: $0)) }
                == source.replacing("\nun\n", with: "\nx\n\nun\n"))
    }
}
