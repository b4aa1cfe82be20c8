import AsciiDoc
import Foundation
import Notebook
import Testing

@testable import Storage

/// What is brought together from our document and another program's version of it.
@Suite struct MergeTests {
    private static let head = "= Day\n\n== 9h - A\n\n* a1\n* a2\n\n== 10h - B\n\n* b1\n"

    /// Our document: `head`, and after it what `type` makes of it, line by line.
    private struct Ours {
        var text = MergeTests.head
        var transactions: [Transaction] = []

        mutating func type(_ line: String, after neighbour: String? = nil) {
            let position = neighbour.flatMap { text.range(of: $0 + "\n")?.upperBound } ?? text.endIndex
            let offset = text.utf8.distance(from: text.startIndex, to: position)
            add(offset..<offset, "", line + "\n", label: line)
        }

        mutating func change(_ line: String, to other: String) {
            guard let range = text.range(of: line + "\n") else { return }
            let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
            add(start..<(start + line.utf8.count + 1), line + "\n", other + "\n", label: other)
        }

        private mutating func add(_ range: Range<Int>, _ removed: String, _ added: String, label: String) {
            let step = Transaction.Step(
                edit: Edit(range: range, replacement: Array(added.utf8)), removed: Array(removed.utf8))
            var bytes = Array(text.utf8)
            guard bytes.apply([step]) else { return }
            text = String(decoding: bytes, as: UTF8.self)
            transactions.append(
                Transaction(sequence: transactions.count + 1, origin: .typed, label: label, steps: [step]))
        }
    }

    private func merge(_ ours: Ours, _ theirs: String) -> (text: String, displaced: [String]) {
        let merge = Merge(ours: Array(ours.text.utf8), theirs: Array(theirs.utf8), unseen: ours.transactions[...])
        return (String(decoding: merge.merged, as: UTF8.self), merge.displaced)
    }

    @Test func aStaleEditorLosesNoneOfOurLines() {
        var ours = Ours()
        ours.type("* b2")
        ours.type("* b3")
        let result = merge(ours, Self.head.replacing("* a1", with: "* a1 corrected"))
        #expect(result.text == Self.head.replacing("* a1", with: "* a1 corrected") + "* b2\n* b3\n")
        #expect(result.displaced == [])
    }

    @Test func aLineTakenOutByWhoHasSeenALaterOneStaysOut() {
        var ours = Ours()
        ours.type("* b2")
        ours.type("* b3")
        let theirs = Self.head + "* b3\n"
        #expect(merge(ours, theirs).text == theirs)
    }

    @Test func aMissingTailIsAddedAgain() {
        var ours = Ours()
        ours.type("* b2")
        ours.type("* b3")
        #expect(merge(ours, Self.head + "* b2\n").text == ours.text)
    }

    @Test func theLastLineCorrectedElsewhereIsNotDoubled() {
        var ours = Ours()
        ours.type("* the last line, with a tipo in it")
        let theirs = Self.head + "* the last line, with a typo in it\n"
        #expect(merge(ours, theirs).text == theirs)
    }

    @Test func aLineTypedInAnEarlierSlotGoesBackThere() {
        var ours = Ours()
        ours.type("* a3", after: "* a2")
        let result = merge(ours, Self.head.replacing("* b1", with: "* b1\n* theirs"))
        #expect(result.text == "= Day\n\n== 9h - A\n\n* a1\n* a2\n* a3\n\n== 10h - B\n\n* b1\n* theirs\n")
        #expect(result.displaced == [])
    }

    @Test func aLineWhoseNeighboursAreGoneGoesToTheEndOfItsSlotAndIsNamed() {
        var ours = Ours()
        ours.type("* between", after: "* a1")
        let result = merge(ours, "= Day\n\n== 9h - A\n\nsomething else\naltogether\nhere\n\n== 10h - B\n\n* b1\n")
        #expect(
            result.text
                == "= Day\n\n== 9h - A\n\nsomething else\naltogether\nhere\n\n* between\n\n== 10h - B\n\n* b1\n")
        #expect(result.displaced == ["* between"])
    }

    @Test func aSlotThatIsGoneSendsItsLineToTheEndOfTheDay() {
        var ours = Ours()
        ours.type("* a3", after: "* a2")
        let result = merge(ours, "= Day\n\n== 10h - B\n\n* b1\n")
        #expect(result.text == "= Day\n\n== 10h - B\n\n* b1\n* a3\n")
        #expect(result.displaced == ["* a3"])
    }

    @Test func aRenamedSlotIsFoundAgain() {
        var ours = Ours()
        ours.type("* between", after: "* a1")
        let theirs = "= Day\n\n== 9h - A, renamed\n\nnew\ntext\nhere\n\n== 10h - B\n\n* b1\n"
        let result = merge(ours, theirs)
        #expect(result.text == theirs.replacing("here\n", with: "here\n\n* between\n"))
    }

    /// Lines of ours that follow theirs stand apart from what is not a list, and go on with one that is.
    @Test(arguments: [
        ("text of theirs that goes on", ""), ("- theirs, with another marker", ""), ("* theirs", ""),
        ("\nA paragraph", "\n"), ("\nA paragraph\n- that goes on", "\n"),
        ("\n----\ncode\n----", "\n"), ("\n=== A heading", "\n"),
    ])
    func whatFollowsTheirsReadsAsItWasTyped(theirs: String, gap: String) {
        var ours = Ours()
        ours.type("* b2")
        let result = merge(ours, Self.head + theirs + "\n")
        #expect(result.text == Self.head + theirs + "\n" + gap + "* b2\n")
    }

    @Test func aSlotWithAnotherTitleIsFoundByItsTime() {
        var ours = Ours()
        ours.type("* between", after: "* a1")
        let theirs = "= Day\n\n== 9h -> 10h - Something of another kind\n\nnew\ntext\nhere\n\n== 10h - B\n\n* b1\n"
        #expect(merge(ours, theirs).text == theirs.replacing("here\n", with: "here\n\n* between\n"))
    }

    @Test func bothSidesOfAConflictSurvive() {
        var ours = Ours()
        ours.change("* a2", to: "* our words entirely")
        let result = merge(ours, Self.head.replacing("* a2", with: "* something of another kind"))
        #expect(result.text.contains("* our words entirely\n"))
        #expect(result.text.contains("* something of another kind\n"))
        #expect(result.displaced == ["* our words entirely"])
    }

    @Test(arguments: ["", "= Day\n\n== 9h - A\n\n* a", "= Day\n\n\0\0\0\0\n\0\0"])
    func aDamagedFileIsMadeWhole(theirs: String) {
        var ours = Ours()
        ours.type("* b2")
        #expect(merge(ours, theirs).text == ours.text)
    }

    @Test func otherLineEndsAreNoNewLines() {
        var ours = Ours()
        ours.type("* b2")
        let theirs = ours.text.replacing("\n", with: "\r\n")
        #expect(merge(ours, theirs).text == theirs)
    }

    /// The steps between any two texts lead from one to the other, and take away only what has to go.
    @Test func stepsLeadFromOneTextToTheOther() {
        var random = Randomness(seed: 7)
        for _ in 0..<500 {
            let old = (0..<random.below(12)).map { _ in "l\(random.below(6))\n" }.joined()
            let end = random.below(3) == 0 ? "x" : ""
            let new = (0..<random.below(12)).map { _ in "l\(random.below(6))\n" }.joined() + end
            var bytes = Array(old.utf8)
            let steps = Transaction.Step.steps(from: bytes, to: Array(new.utf8))
            let isApplied = bytes.apply(steps)
            #expect(isApplied)
            #expect(bytes == Array(new.utf8))
            let isTakenBack = bytes.takeBack(steps)
            #expect(isTakenBack)
            #expect(bytes == Array(old.utf8))
        }
    }
}
