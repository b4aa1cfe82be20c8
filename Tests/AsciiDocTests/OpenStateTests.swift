import Testing

@testable import AsciiDoc

/// What waits at a place, at the end of the document and as the same lines leave it in its middle.
@Suite struct OpenStateTests {
    /// Asks at the end of `text`, and at the same place with more lines after it.
    private func expect(_ text: String, _ holds: (OpenState) -> Bool, _ comment: Comment) {
        let end = Document(parsing: Array(text.utf8))
        #expect(holds(end.openState(at: end.source.count)), comment)
        let longer = Document(parsing: Array("\(text)\n\n== Next\n\nx\n".utf8))
        #expect(holds(longer.openState(at: end.source.count)), comment)
    }

    @Test func whatWaitsIsKnown() {
        expect("= T\n\n== A\n\n====\n--\nx\n", { $0.openDelimiters.map(\.kind) == [.example, .open] }, "delimiters")
        expect("== A\n\n----\nx\n", \.isVerbatim, "verbatim")
        expect("= T\n", \.isInHeader, "header")
        expect("== A\n\n* a\n+\n", \.awaitsAttachment, "plus")
        expect("== A\n\n* a\n+\nx\n\n", { !$0.awaitsAttachment && $0.openLists.count == 1 }, "attached")
        expect("== A\n\nterm::\n", \.termLacksText, "term")
        expect("== A\n\nterm:: x\n", { !$0.termLacksText }, "term with text")
        expect("== A\n\n[source]\n.Title\n\n", { $0.metadata == 6..<23 }, "metadata")
        expect("== A\n\n:a: b \\\n", \.entryGoesOn, "entry")
        expect("== A\n\n* a\n\n  lit\n", { if case .literal? = $0.openText { $0.isInList } else { false } }, "literal")
    }

    @Test func regionsAreKnown() {
        expect("ifdef::x[]\n\n== A\n\nifndef::y[]\nx\n", { $0.openConditions == [0, 18] }, "conditions")
        expect("ifdef::x[]\nendif::[]\nifdef::x[one line]\n\n== A\n", { $0.openConditions == [] }, "closed")
        expect(
            "ifdef::x[]\nendif::y[]\nendif::X[]\nifeval::[1 == 1]\nendif::x[]\n", { $0.openConditions == [33] },
            "targets")
        expect("----\nifdef::x[]\n----\n\n== A\n", { $0.openConditions == [5] }, "in a listing")
        expect("|===\n|ifdef::x[]\nifdef::y[]\nendif::[]\n|===\n\n== A\n", { $0.openConditions == [] }, "in a cell")
        expect("////\nifdef::x[]\n////\n\n== A\n", { $0.openConditions == [] }, "in a comment")
        expect("== A\n\n<<<<<<< HEAD\n* a\n=======\n", { $0.openConflict == 6 && $0.openDelimiters == [] }, "conflict")
        expect("== A\n\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c\n", { $0.openConflict == nil }, "conflict that ended")
    }

    /// In a conflict of versions, the line between them is no delimiter, and underlines nothing.
    @Test func theMiddleOfAConflictIsText() {
        let source = "== A\n\n<<<<<<< HEAD\nmy side\n=======\nother\n>>>>>>> c\n\n== B\n\nx\n"
        #expect(Document(parsing: Array(source.utf8)).outline == "section(p) section(p)")
    }

    /// Edits keep the regions as a parse of the whole has them.
    @Test func regionsFollowEdits() {
        let text = "= T\n\n== A\n\nifdef::x[]\n\n== B\n\nb\n\n== C\n\n<<<<<<< HEAD\n\n== D\n\nifdef::y[]\n"
        for offset in 5..<text.utf8.count {
            for replacement in ["endif::[]\n", "\nifdef::z[]\n", ">>>>>>> x\n", "", "\n"] {
                var document = Document(parsing: Array(text.utf8))
                document.apply(
                    Edit(range: offset..<min(offset + 3, text.utf8.count), replacement: Array(replacement.utf8)))
                let (found, whole) = (document.openState(at: document.source.count), Document(parsing: document.source))
                let expected = whole.openState(at: whole.source.count)
                #expect(found.openConditions == expected.openConditions)
                #expect(found.openConflict == expected.openConflict)
                #expect(document.tree == whole.tree)
            }
        }
    }
}
