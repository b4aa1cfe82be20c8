import Testing

@testable import LineEditor

/// The line as a value: no terminal. `|` is where the cursor stands.
@Suite struct LineTests {
    private func state(_ text: String, isVi: Bool = false) -> LineState {
        var state = LineState(keymap: Keymap(isVi: isVi))
        let parts = text.split(separator: "|", omittingEmptySubsequences: false)
        state.insert(text: parts.joined())
        if parts.count == 2 { state.line.move(to: parts[0].unicodeScalars.count) }
        return state
    }

    private func shown(_ state: LineState) -> String {
        var scalars = state.line.scalars
        scalars.insert("|", at: state.line.cursor)
        return String(scalars)
    }

    /// The line after keys, `C-a` and the like, or characters.
    private func after(_ keys: [Key], on text: String) -> String {
        var state = state(text)
        for key in keys { _ = state.strike(key) }
        return shown(state)
    }

    @Test(arguments: [
        ([Key.control("a")], "alpha beta", "|alpha beta"), ([.control("b")], "e\u{301}te\u{301}", "e\u{301}t|e\u{301}"),
        ([.alt("b")], "alpha beta", "alpha |beta"), ([.control("a"), .alt("f")], "alpha beta", "alpha| beta"),
        ([.control("w")], "a b/c-d", "a |"), ([.altBackspace], "a b/c-d", "a b/c-|"),
        ([.control("u")], "alpha |gamma", "|gamma"), ([.controlX("k")], "alpha |gamma", "|"),
        ([.control("w"), .control("w"), .control("y")], "alpha beta", "alpha beta|"),
        ([.control("w"), .control("a"), .control("k"), .control("y"), .alt("y")], "alpha beta", "beta|"),
        ([.control("t")], "ab", "ba|"), ([.control("t")], "ab|cd", "acb|d"),
        ([.alt("t")], "one two", "two one|"), ([.alt("t")], "one| two", "two one|"),
        ([.alt("t")], "one tw|o x", "two one| x"),
        ([.alt("u")], "|été b", "ÉTÉ| b"), ([.alt("c")], "|été b", "Été| b"), ([.alt("l")], "|ÉTÉ b", "été| b"),
        ([.alt("3"), .control("b")], "abcdef", "abc|def"), ([.alt("-"), .control("b")], "ab|cdef", "abc|def"),
        ([.alt("2"), .alt("d")], "|a b c", "| c"), ([.alt("\\")], "a   | b", "a|b"), ([.alt(" ")], "a  |  b", "a |b"),
        ([.control("@"), .control("a"), .controlX("w")], "alpha", "|"),
        ([.control("@"), .control("a"), .controlX("x")], "alpha", "alpha|"),
        ([.control("w"), .control("_")], "alpha beta", "alpha beta|"),
        ([.control("w"), .control("_"), .alt("/")], "alpha beta", "alpha |"),
        ([.control("w"), .control("w"), .alt("r")], "alpha beta", "|"),
        ([Key(.delete, .control)], "|alpha beta", "| beta"), ([Key(.left, .shift)], "ab", "a|b"),
        ([Key(.home, .control)], "ab", "|ab"), ([.backspace], "a👩\u{200D}👩\u{200D}👧", "a|"),
        ([.left, .delete], "a👩\u{200D}👩\u{200D}👧", "a|"), ([.alt("w"), .control("y")], "abc", "abcabc|"),
    ])
    func keys(keys: [Key], text: String, expected: String) {
        #expect(after(keys, on: text) == expected)
    }

    @Test func typingIsUndoneWordByWordAndRedone() {
        var state = state("")
        for scalar in "un deux trois".unicodeScalars { _ = state.type(scalar) }
        _ = state.strike(.control("_"))
        #expect(shown(state) == "un deux |")
        _ = state.strike(.controlX("u"))
        #expect(shown(state) == "un |")
        _ = state.strike(.alt("/"))
        #expect(shown(state) == "un deux |")
        _ = state.type("x")
        _ = state.strike(.alt("/"))
        #expect(shown(state) == "un deux x|")
    }

    @Test func whatTookThePlaceOfTheLineIsUndone() {
        var state = state("à moitié")
        state.replace(by: LineBuffer(text: "une autre"))
        _ = state.strike(.control("_"))
        #expect(shown(state) == "à moitié|")
    }

    @Test func aCountRepeatsWhatIsTyped() {
        var state = state("a")
        _ = state.strike(.alt("3"))
        _ = state.type("x")
        #expect(shown(state) == "axxx|")
    }

    @Test func quotedInsertTakesATab() {
        var state = state("a")
        _ = state.strike(.control("v"))
        #expect(state.strike(.tab) == .none)
        #expect(state.line.text == "a\t")
    }

    @Test func aCharacterIsFound() {
        var state = state("|abcabc")
        _ = state.strike(.control("]"))
        _ = state.type("c")
        #expect(shown(state) == "ab|cabc")
    }

    @Test func theLastWordsOfOlderLinesComeOneAfterTheOther() {
        var state = state("x ")
        for expected in ["x trois|", "x deux|", "x un|"] {
            #expect(state.strike(.alt(".")) == .lastWord)
            state.insertLastWord(from: ["le un", "deux", "et trois"])
            #expect(shown(state) == expected)
        }
    }

    @Test func whatWasKilledOutlivesTheLine() {
        var state = state("perdu")
        _ = state.strike(.control("u"))
        state.begin()
        _ = state.strike(.control("y"))
        #expect(state.line.text == "perdu")
    }

    @Test func pastedControlsBecomeSpaces() {
        #expect(state("a\u{1B}b\u{88}c\t").line.text == "a b c\t")
    }

    /// Undoing everything gives the first text, redoing everything the last one.
    @Test(arguments: 1...200)
    func undoIsExact(seed: Int) {
        var random = SystemRandomNumberGenerator()
        var state = state("début de ligne")
        let rows = KeyTable.rows.filter { $0.group != .line && $0.group != .history && $0.group != .back }
        let first = state.line.text
        for _ in 0..<40 {
            if Bool.random(using: &random) {
                _ = state.type("aé日 x".unicodeScalars.randomElement() ?? "a")
            } else if let key = rows.randomElement()?.keys.randomElement() {
                _ = state.strike(key)
            }
            #expect((0...state.line.count).contains(state.line.cursor))
        }
        let last = state.line.text
        var line = state.line
        line.revert()
        #expect(line.text == "" || line.text == first)
        for _ in 0..<200 { line.redo() }
        #expect(line.text == last)
    }
}
