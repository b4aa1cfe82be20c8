import CEditline
import EditorSchedules
import Testing

@testable import LineEditor

@Suite struct PainterTests {
    init() {
        // The C library's table of widths is empty in the C locale; every program that edits has left it.
        setlocale(LC_CTYPE, "C.UTF-8")
    }

    private static let alphabet: [Unicode.Scalar] = Array("ab c,éœ日本🍸\u{301}\u{200D}\t\u{7}א".unicodeScalars)

    /// Prompt, line, and rows of a menu.
    private static func layout(_ line: [Unicode.Scalar], cursor: Int, menu: Int, columns: Int) -> Layout {
        var layout = Layout(columns: columns)
        layout.append("9h › ".unicodeScalars, style: .prompt)
        for (index, scalar) in line.enumerated() {
            if index == cursor { layout.placeCursor(before: scalar) }
            layout.append(scalar, style: index % 7 == 0 ? .command : .plain)
        }
        if cursor == line.count { layout.placeCursor(before: nil) }
        for row in 0..<menu {
            layout.breakRow()
            layout.append("menu \(row)".unicodeScalars, style: .plain)
        }
        return layout
    }

    private static func drawn(_ layout: Layout, height: Int) -> TerminalModel {
        var terminal = TerminalModel(columns: layout.columns, height: height)
        var painter = Painter()
        (painter.columns, painter.height) = (layout.columns, height)
        terminal.feed(painter.paint(layout))
        return terminal
    }

    @Test(arguments: 0..<60)
    func whatIsChangedLooksAsWhatIsDrawnAnew(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed + 1))
        let (columns, height) = (Int.random(in: 8...40, using: &random), Int.random(in: 3...12, using: &random))
        var terminal = TerminalModel(columns: columns, height: height)
        var painter = Painter()
        (painter.columns, painter.height) = (columns, height)
        var line: [Unicode.Scalar] = []
        for step in 0..<60 {
            let start = Int.random(in: 0...line.count, using: &random)
            let end = Int.random(in: start...min(line.count, start + 4), using: &random)
            let count = Int.random(in: 0...6, using: &random)
            line.replaceSubrange(
                start..<end, with: (0..<count).map { _ in Self.alphabet.randomElement(using: &random) ?? "a" })
            let layout = Self.layout(
                line, cursor: Int.random(in: 0...line.count, using: &random),
                menu: Int.random(in: 0...3, using: &random) == 0 ? 2 : 0, columns: columns)
            terminal.feed(painter.paint(layout))
            #expect(terminal.unknown.isEmpty)
            guard layout.rows.count <= height else { continue }
            let fresh = Self.drawn(layout, height: height)
            let text = terminal.text.suffix(fresh.text.count)
            #expect(Array(text) == fresh.text, "seed \(seed), step \(step)")
            #expect(terminal.column == fresh.column, "seed \(seed), step \(step)")
        }
    }

    /// Terminals count other columns for emoji that are joined or varied: what stands after them is where it should be.
    @Test(arguments: [-1, 1], 0..<20)
    func columnsAreRightWhateverTheTerminalCounts(disagreement: Int, seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed + 1))
        var terminal = TerminalModel(columns: 60, height: 4)
        terminal.disagreement = disagreement
        var painter = Painter()
        (painter.columns, painter.height, painter.marksPrompts) = (60, 4, true)
        let units: [[Unicode.Scalar]] = ["a", "b", "é", "👩\u{200D}💻", "❤\u{FE0F}", "👋🏽", "\u{AD}", "日"].map {
            Array($0.unicodeScalars)
        }
        var line: [[Unicode.Scalar]] = []
        for step in 0..<40 {
            let place = Int.random(in: 0...line.count, using: &random)
            if line.count > 8 || step % 3 == 2, !line.isEmpty {
                line.remove(at: min(place, line.count - 1))
            } else {
                line.insert(units.randomElement(using: &random) ?? [], at: place)
            }
            let layout = Self.layout(Array(line.joined()) + "  fin".unicodeScalars, cursor: 0, menu: 0, columns: 60)
            terminal.feed(painter.paint(layout))
            #expect(terminal.unknown.isEmpty)
            let end = layout.rows[0].reduce(0) { $0 + $1.width }
            #expect(terminal.grid[0][(end - 3)..<end].joined() == "fin", "seed \(seed), step \(step)")
            #expect(terminal.grid[0][end...].allSatisfy { $0 == " " }, "seed \(seed), step \(step)")
        }
    }

    @Test func whereRowsMayNotFlowNothingAboveIsTakenAway() {
        let line = Array(String(repeating: "x", count: 50).unicodeScalars)
        for (flow, rows) in [(Painter.Flow.anew, 5), (.never, 2), (.unknown, 2)] {
            var painter = Painter()
            (painter.columns, painter.height) = (25, 20)
            _ = painter.paint(Self.layout(line, cursor: 50, menu: 0, columns: 25))
            let now = Self.layout(line, cursor: 50, menu: 0, columns: 10)
            let bytes = painter.resize(columns: 10, height: 20, flow: flow, showing: now)
            #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("\u{1B}[\(rows)A"))
        }
    }

    @Test func promptsAreMarkedForTheTerminal() {
        var painter = Painter()
        (painter.columns, painter.marksPrompts) = (40, true)
        var layout = Layout(columns: 40)
        layout.append("> ".unicodeScalars, style: .plain)
        layout.endPrompt()
        layout.append("a".unicodeScalars, style: .plain)
        layout.placeCursor(before: nil)
        let first = String(decoding: painter.paint(layout), as: UTF8.self)
        #expect(first == "\u{1B}]133;A;redraw=0\u{1B}\\> \u{1B}]133;B\u{1B}\\a")
        #expect(String(decoding: painter.leave(), as: UTF8.self).hasSuffix("\r\n\u{1B}]133;C\u{1B}\\"))
        #expect(String(decoding: painter.paint(layout), as: UTF8.self).hasPrefix("\u{1B}]133;D\u{1B}\\\u{1B}]133;A"))
    }

    @Test func aWideCharacterNeverStraddlesTheMargin() {
        let layout = Self.layout(Array("abcdef日".unicodeScalars), cursor: 0, menu: 0, columns: 12)
        #expect(Self.drawn(layout, height: 5).text == ["9h › abcdef", "日"])
    }

    @Test func theCursorAfterAFullRowStandsOnTheNext() {
        let layout = Self.layout(Array("abcdefg".unicodeScalars), cursor: 7, menu: 0, columns: 12)
        let terminal = Self.drawn(layout, height: 5)
        #expect(terminal.row == 1)
        #expect(terminal.column == 0)
    }

    @Test func controlsBecomeCarets() {
        let layout = Self.layout(Array("\u{1B}]0;x\u{7}\u{9B}\u{202E}".unicodeScalars), cursor: 0, menu: 0, columns: 40)
        #expect(Self.drawn(layout, height: 5).text == ["9h › ^[]0;x^G\u{FFFD}\u{FFFD}"])
    }

    @Test func aLineTallerThanTheScreenIsShownAroundTheCursor() {
        let line = Array(String(repeating: "x", count: 200).unicodeScalars)
        let terminal = Self.drawn(Self.layout(line, cursor: 200, menu: 0, columns: 10), height: 4)
        #expect(terminal.text.count == 4)
        #expect(terminal.text.first?.hasPrefix("x") == true)
        let home = Self.drawn(Self.layout(line, cursor: 0, menu: 0, columns: 10), height: 4)
        #expect(home.text.first?.hasPrefix("9h") == true)
    }

    @Test func oneMoreLetterCostsOneByte() {
        var painter = Painter()
        let before = Self.layout(Array("bonjou".unicodeScalars), cursor: 6, menu: 0, columns: 40)
        let after = Self.layout(Array("bonjour".unicodeScalars), cursor: 7, menu: 0, columns: 40)
        _ = painter.paint(before)
        #expect(painter.paint(after) == Array("r".utf8))
    }
}
