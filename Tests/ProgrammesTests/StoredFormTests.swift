import Notebook
import Programmes
import Testing

/// Every sample through the stored form and back.
@Suite(.enabled(if: Samples.isThere, missing)) struct StoredFormTests {
    @Test(arguments: SampleCountTests.names) func samplesComeBackAsTheyWere(name: String) throws {
        let programme = try Samples.read(name).programme
        let table = ProgrammeTable(programme)
        let again = try ProgrammeReader.read(Array(table.text.utf8)).programme
        // The rooms' order is the file's; the stored form has that of their first talks.
        let (ours, theirs) = (sorted(again.sessions), sorted(programme.sessions))
        #expect(ours.count == theirs.count)
        for (one, other) in zip(ours, theirs) {
            #expect(one == other, "\(one.title)")
            for (block, before) in zip(one.abstract, other.abstract) { #expect(block == before) }
        }
        #expect((again.event, again.zone, again.times) == (programme.event, programme.zone, programme.times))
        #expect(again.updating(programme).changes.isEmpty)
    }

    private func sorted(_ sessions: [ProgrammeSession]) -> [ProgrammeSession] {
        sessions.sorted { $0.identity.sortKey < $1.identity.sortKey }
    }
}

extension ProgrammeSession.Identity {
    fileprivate var sortKey: String { "\(day.compact) \(minute + 10_000) \(room) \(title)" }
}
