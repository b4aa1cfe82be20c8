import Foundation
import ProductLaw
import Testing

/// The shell's commands over real documents, held against Asciidoctor; see Tests/Product/README.md.
@Suite struct ProductTests {
    /// Every how many-th document is taken; `make operations` takes all.
    private static let stride = ProcessInfo.processInfo.environment["STENO_OPERATIONS"].flatMap(Int.init) ?? 40

    @Test(
        .enabled(if: Asciidoctor.isInstalled), arguments: ProductInputs.all(stride: stride).filter { !$0.paths.isEmpty }
    )
    func operationsDoWhatTheyPromise(inputs: ProductInputs) throws {
        var survey = ProductSurvey()
        try survey.add(inputs)
        print("\(inputs.name): \(inputs.paths.count) documents\n\(survey.table)")
        let known = try KnownProblems()
        let unknown = known.unknown(in: survey)
        for outcome in unknown.prefix(5) { Issue.record("\(outcome.shown)") }
        #expect(unknown.isEmpty)
        let solved = known.solved(in: survey)
        #expect(solved.isEmpty, "right now: STENO_KNOWN=write scripts/operations 1 takes them off known-problems.txt")
    }
}
