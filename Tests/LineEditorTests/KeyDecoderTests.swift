import Testing

@testable import LineEditor

@Suite struct KeyDecoderTests {
    private func events(_ chunks: String...) -> [InputEvent] {
        var decoder = KeyDecoder()
        return chunks.flatMap { decoder.decode($0.utf8) } + decoder.pause()
    }

    @Test func charactersSplitOverReadsAreWhole() {
        var decoder = KeyDecoder()
        let bytes = Array("é🍸".utf8)
        #expect(bytes.flatMap { decoder.decode([$0]) } == [.text("é"), .text("🍸")])
    }

    @Test(arguments: [
        ("\u{1B}[A", Key.up), ("\u{1B}OB", .down), ("\u{1B}[1;3C", .altRight), ("\u{1B}[Z", .backTab), ("\t", .tab),
        ("\u{1B}[3~", .delete), ("\u{1B}f", .alt("f")), ("\u{1B}", .escape), ("\u{3}", .control("c")),
        ("\u{18}\u{5}", .controlX("e")), ("\u{1B}[1;5D", .controlLeft),
    ])
    func sequencesAreKeys(sequence: String, key: Key) {
        #expect(events(sequence) == [.key(key)])
    }

    @Test func unknownSequencesAreSwallowedWhole() {
        #expect(events("a\u{1B}[?1;2cb\u{1B}[99;5~c") == [.text("a"), .text("b"), .text("c")])
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
    }

    @Test func aPasteThatNeverEndsIsHandedOver() {
        #expect(events("\u{1B}[200~perdu ?") == [.paste("perdu ?")])
    }

    @Test func repliesOfTheTerminalVanishWhole() {
        #expect(events("a\u{1B}]11;rgb:0/0/0\u{1B}\\b\u{1B}P1$r0m\u{7}c") == [.text("a"), .text("b"), .text("c")])
    }

    @Test func altAndABracketLosesNothing() {
        #expect(events("\u{1B}]ab") == [.key(.alt("]")), .text("a"), .text("b")])
    }

    @Test func inViModeEscapeAndALetterAreTwoKeys() {
        var decoder = KeyDecoder()
        decoder.escapeIsAKey = true
        #expect(decoder.decode("\u{1B}h\u{1B}[A".utf8) == [.key(.escape), .text("h"), .key(.up)])
    }
}
