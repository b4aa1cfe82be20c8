import Foundation
import Testing

@testable import AsciiDoc

/// The semantic view beside Asciidoctor's own parser: contexts, levels, styles, titles, lines, markers, text.
@Suite struct AgreementTests {
    /// Files whose dumps were equal when this was measured, in percent; it may only rise. The rest: docs/asciidoc-support.md.
    static let floor = (inputs: 99.5, corpus: 99.9)

    @Test(.enabled(if: Asciidoctor.isInstalled && !Fixture.asciidoctorInputs.isEmpty))
    func mostInputsOfAsciidoctorsTestsAreReadAlike() throws {
        try #require(Fixture.asciidoctorInputs.count > 1_000)
        try expectAgreement(Fixture.asciidoctorInputs, "asciidoctor-inputs", atLeast: Self.floor.inputs)
    }

    /// What public reports and other files brought to light, each the smallest input of its kind. Left: bytes that
    /// Asciidoctor refuses (03), quotes that it runs out of stack on (04), UTF-16 (31).
    @Test(.enabled(if: Asciidoctor.isInstalled && !Fixture.languageReports.isEmpty))
    func theReportsOfTheLanguageAreReadAlike() throws {
        let files = Fixture.languageReports.filter { file in
            !["/03-", "/04-", "/31-"].contains { file.contains($0) }
        }
        let agreement = try Agreement(of: files)
        for file in files { #expect(try agreement.isEqual(file), "\(file)") }
    }

    /// The corpus takes longer: `make agreement` runs it.
    @Test(.enabled(if: Asciidoctor.isInstalled && Agreement.isWanted && !Fixture.corpus.isEmpty))
    func mostFilesOfTheCorpusAreReadAlike() throws {
        try expectAgreement(Fixture.corpus, "corpus", atLeast: Self.floor.corpus)
    }

    /// `make agreement FILE=path`: what Asciidoctor finds (`-`) and what we find (`+`).
    @Test(.enabled(if: Asciidoctor.isInstalled && Agreement.file != nil))
    func aFileIsReadAlike() throws {
        let file = try #require(Agreement.file)
        let agreement = try Agreement(of: [file])
        print(try agreement.difference(in: file).joined(separator: "\n"))
        #expect(try agreement.isEqual(file))
    }

    private func expectAgreement(_ files: [String], _ name: String, atLeast floor: Double) throws {
        let agreement = try Agreement(of: files)
        let different = try files.filter { try !agreement.isEqual($0) }
        let share = Double(files.count - different.count) / Double(files.count) * 100
        if Agreement.isWanted {
            for file in different { print("differs: \(file)") }
            let percent = (share * 10).rounded() / 10
            print("\(name): \(files.count - different.count) of \(files.count) equal (\(percent) %)")
        }
        #expect(share >= floor, "\(name): \(files.count - different.count) of \(files.count) equal")
    }
}
