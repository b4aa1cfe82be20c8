import Testing

@testable import LineEditor

@Suite struct KeyDecoderTests {
    private func events(_ chunks: String..., vi: Bool = false) -> [InputEvent] {
        var decoder = KeyDecoder()
        decoder.escapeIsAKey = vi
        return chunks.flatMap { decoder.decode($0.utf8) } + decoder.pause() + decoder.pause()
    }

    /// Each chunk comes so many milliseconds after the one before.
    private func events(_ chunks: [(delay: Int, text: String)], vi: Bool = false, awaited: Bool = false) -> [InputEvent]
    {
        var decoder = KeyDecoder()
        (decoder.escapeIsAKey, decoder.escapeIsAwaited) = (vi, awaited)
        var events: [InputEvent] = []
        for (delay, text) in chunks {
            var left = delay
            while let patience = decoder.patience, patience <= left {
                left -= patience
                events += decoder.pause()
            }
            events += decoder.decode(text.utf8)
        }
        return events
    }

    @Test func charactersSplitOverReadsAreWhole() {
        var decoder = KeyDecoder()
        let bytes = Array("é🍸".utf8)
        #expect(bytes.flatMap { decoder.decode([$0]) } == [.text("é"), .text("🍸")])
    }

    @Test(arguments: [
        ("\u{1B}[A", Key.up), ("\u{1B}OB", .down), ("\u{1B}[1;3C", .altRight), ("\u{1B}[Z", .backTab), ("\t", .tab),
        ("\u{1B}[3~", .delete), ("\u{1B}", .escape), ("\u{3}", .control("c")),
        ("\u{18}\u{5}", .controlX("e")), ("\u{1B}[1;5D", .controlLeft), ("\u{1F}", .control("_")),
        ("\u{0}", .control("@")), ("\u{1B}\u{1B}[D", .altLeft), ("\u{1B}\u{1B}OD", .altLeft),
        ("\u{1B}[1;133D", .controlLeft), ("\u{1B}[5D", .controlLeft), ("\u{1B}Od", .controlLeft),
        ("\u{1B}[3^", Key(.delete, .control)), ("\u{1B}[7$", Key(.home, .shift)), ("\u{1B}\t", .backTab),
        ("\u{1B}[9;2u", .backTab), ("\u{1B}[27;2;9~", .backTab), ("\u{1B}[97;5u", .control("a")),
        ("\u{1B}[27;5;99~", .control("c")), ("\u{1B}[98;3u", .alt("b")), ("\u{1B}[127;5u", Key(.backspace, .control)),
        ("\u{1B}[27u", .escape), ("\u{1B}[13u", .enter), ("\u{1B}OM", .enter), ("\u{1B}[47;5u", .control("_")),
        ("\u{1B}[105;5u", .tab), ("\u{1B}[1;129H", .home), ("\u{1B}[120;5u\u{1B}[117;5u", .controlX("u")),
    ])
    func sequencesAreKeys(sequence: String, key: Key) {
        #expect(events(sequence) == [.key(key)])
    }

    @Test(arguments: [
        ("\u{1B}[97u", "a"), ("\u{1B}[97:65;2u", "A"), ("\u{1B}[233;;233u", "é"), ("\u{1B}[32;2u", " "),
        ("\u{1B}[27;2;32~", " "), ("\u{1B}Oq", "1"), ("\u{1B}Ok", "+"), ("\u{1B}[57400u", "1"), ("\u{1B}[97;65u", "a"),
        ("\u{1B}[97;2u", "A"), ("\u{1B}[97;129u", "a"),
    ])
    func sequencesAreText(sequence: String, text: Unicode.Scalar) {
        #expect(events(sequence) == [.text(text)])
    }

    @Test(arguments: [
        "\u{1B}[?1;2c", "\u{1B}[99;5~", "\u{1B}[M !!", "\u{1B}[[A", "\u{1B}[<0;3;4M", "\u{1B}[12;40R", "\u{1B}[I",
        "\u{1B}[O", "\u{1B}OE", "\u{1B}[?2026;2$y", "\u{1B}]11;rgb:0/0/0\u{1B}\\", "\u{1B}P1$r0m\u{7}",
        "\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}[?0u", "\u{1B}[97;1:3u", "\u{1B}[57441u", "\u{1B}[201~",
    ])
    func repliesVanishWhole(sequence: String) {
        for vi in [false, true] {
            #expect(events("a" + sequence + "b", vi: vi) == [.text("a"), .text("b")])
        }
    }

    @Test func functionKeysAreKeys() {
        #expect(events("\u{1B}OP\u{1B}[15~") == [.key(Key(.function(1))), .key(Key(.function(5)))])
    }

    @Test func invalidBytesAreTold() {
        var decoder = KeyDecoder()
        #expect(
            decoder.decode([0x61, 0xFF, 0xC3, 0x62, 0xC2, 0x88]) == [
                .text("a"), .invalid, .invalid, .text("b"), .invalid,
            ])
    }

    @Test func aPasteIsOneEventHoweverItIsSplit() {
        let paste = "\u{1B}[200~un\r\ndeux\rtrois\u{1B}[20"
        #expect(events(paste, "1~x") == [.paste("un\ndeux\ntrois"), .text("x")])
        #expect(
            events([(0, "\u{1B}"), (120, "[200~one\rtw"), (60_000, "o\r:delete 1\r\u{1B}[201~")])
                == [.paste("one\ntwo\n:delete 1\n")])
    }

    @Test func aPasteThatStallsIsGivenUpByControlC() {
        var decoder = KeyDecoder()
        #expect(decoder.decode("\u{1B}[200~a\u{3}b".utf8) == [])
        #expect(decoder.stalledPaste == nil)
        #expect(decoder.pause() == [])
        #expect(decoder.patience == nil)
        #expect(decoder.stalledPaste == 3)
        #expect(decoder.decode([0x03, 0x63]) == [.cutPaste("a\u{3}b"), .text("c")])
    }

    @Test(arguments: [
        ("[D", InputEvent.key(.left)), ("[1~", .key(.home)), ("b", .meta("b", isParted: true)),
        ("[200~one\u{1B}[201~", .paste("one")),
    ])
    func whatIsPartedFromEscapeIsOneKey(rest: String, event: InputEvent) {
        #expect(events([(0, "\u{1B}"), (120, rest)]) == [event])
        #expect(events([(0, "\u{1B}"), (499, rest)]) == [event])
    }

    @Test func escapeAndACharacterMayBeOneKey() {
        #expect(events("\u{1B}f") == [.meta("f", isParted: false)])
        #expect(events([(0, "\u{1B}"), (49, "f")]) == [.meta("f", isParted: false)])
        #expect(events([(0, "\u{1B}"), (60, "é")]) == [.text("é")])
    }

    @Test func escapeAloneIsEscape() {
        #expect(events([(0, "\u{1B}"), (600, "b")]) == [.key(.escape), .text("b")])
        #expect(events([(0, "\u{1B}"), (600, "\u{7F}")]) == [.key(.escape), .key(.backspace)])
    }

    @Test func whereEscapeClosesSomethingItIsToldAtOnceAndTheRestIsNoText() {
        #expect(
            events([(0, "\u{1B}"), (60, ""), (60, "[D")], awaited: true) == [.key(.escape), .key(.left)])
        #expect(events([(0, "\u{1B}"), (60, "b")], awaited: true) == [.key(.escape), .text("b")])
    }

    @Test func whatFollowsControlXIsNotEaten() {
        #expect(events("\u{18}é") == [.text("é")])
        #expect(events("\u{18}\u{1B}[D") == [.key(.left)])
        #expect(events("\u{18}\u{1B}[12;40R\u{5}") == [.key(.controlX("e"))])
        #expect(events("\u{18}\u{1B}[200~a\rb\u{1B}[201~") == [.paste("a\nb")])
        #expect(events("\u{18}\u{3}\u{18}\r") == [.key(.control("c")), .key(.enter)])
    }

    @Test func altAndABracketLosesNothing() {
        #expect(events("\u{1B}]ab") == [.meta("]", isParted: false), .text("a"), .text("b")])
        #expect(events("\u{1B}]1b\r") == [.meta("]", isParted: false), .text("1"), .text("b"), .key(.enter)])
        #expect(events("\u{1B}[hi") == [.meta("[", isParted: false), .text("h"), .text("i")])
        #expect(events("\u{1B}Ohi") == [.meta("O", isParted: false), .text("h"), .text("i")])
        #expect(events("\u{1B}[é") == [.text("é")])
    }

    @Test func inViModeEscapeAndALetterAreTwoKeys() {
        #expect(events("\u{1B}h\u{1B}[A", vi: true) == [.key(.escape), .text("h"), .key(.up)])
        #expect(events("\u{1B}Px", vi: true) == [.key(.escape), .text("P"), .text("x")])
        #expect(
            events([(0, "\u{1B}"), (120, "]11;rgb:1/1/1\u{1B}\\")], vi: true) == [.key(.escape)])
    }

    @Test func anEscapeThatClosedSomethingIsNoPartOfTheNextKey() {
        var decoder = KeyDecoder()
        decoder.escapeIsAwaited = true
        #expect(decoder.decode([0x1B]) + decoder.pause() == [.key(.escape)])
        decoder.escapeIsAwaited = false
        #expect(decoder.decode("\u{1B}[A".utf8) == [.key(.up)])
    }
}
