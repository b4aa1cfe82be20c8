import AsciiDoc
import Testing

@testable import AsciiDocASG

/// The graph beside the pairs of the AsciiDoc language.
@Suite struct TckTests {
    private func graph(_ pair: Tck.Pair) -> [UInt8] {
        let document = Document(parsing: pair.input)
        return pair.isInline
            ? document.inlineAsg(attributes: pair.attributes)
            : document.asg(attributes: pair.attributes) { Self.included[$0] }
    }

    /// The lab's included files, which are not among its pairs: their text is in the outputs.
    private static let included = [
        "paragraph.adoc": "paragraph from include file\n", "empty.adoc": "", "markup.adoc": "*partial*\n",
        "partial.adoc": "partial\n",
    ].mapValues { Array($0.utf8) }

    @Test(.enabled(if: !Tck.official.isEmpty))
    func theOfficialPairsAreEqual() throws {
        #expect(Tck.official.count == 13)
        for pair in Tck.official {
            #expect(try Tck.sorted(graph(pair)) == Tck.sorted(pair.output), "\(pair.name)")
        }
    }

    /// Where the lab and Asciidoctor disagree, Asciidoctor is right: docs/asciidoc-support.md.
    private static let asciidoctorDiffers: Set<String> = [
        "/block/list/ordered/principal-interrupted", "/block/list/unordered/isolated-marker",
        "/block/list/unordered/separated-by-block-attribute-line", "/block/listing/unclosed-empty-line",
    ]

    @Test(.enabled(if: !Tck.lab.isEmpty))
    func theLabsPairsAgreeInStructureAndText() throws {
        #expect(Tck.lab.count == 111)
        var different: Set<String> = []
        for pair in Tck.lab {
            let (graph, expected) = (try Tck.json(graph(pair)), try Tck.json(pair.output))
            let isEqual =
                pair.isInline
                ? LabForm.text(graph) == LabForm.text(expected)
                : LabForm.lines(graph as? [String: Any] ?? [:]) == LabForm.lines(expected as? [String: Any] ?? [:])
            if !isEqual { different.insert(pair.name) }
        }
        #expect(different == Self.asciidoctorDiffers)
    }
}
