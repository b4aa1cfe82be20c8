import Files
import Foundation
import Notebook
import Testing

@testable import Storage

/// State folders whose file system knows no locks.
@Suite struct LeaseTests {
    let notebook: TemporaryNotebook
    init() throws {
        notebook = try TemporaryNotebook()
        notebook.disk.fault = { operation, _ in operation == .lock ? ENOLCK : nil }
    }

    private func open(host: String = "here", process: Int32, alive: Bool = true) throws -> OpenedDay {
        var environment = Notebooks.Environment(
            now: { [notebook] in notebook.clock }, host: host, process: process)
        environment.isAlive = { _ in alive }
        return try Notebooks(stateFolder: notebook.state, environment: environment, disk: notebook.disk)
            .open(path: notebook.path)
    }

    @Test func aLivingHolderKeepsItAndADeadOneDoesNot() throws {
        try notebook.write("= Day\n\n")
        let first = try open(process: 1)
        #expect(first.store.readOnlyReason == nil)
        #expect(try open(process: 2).store.readOnlyReason != nil)
        #expect(try open(process: 3, alive: false).store.readOnlyReason == nil)
    }

    @Test func anotherMachinesLeaseEndsTenMinutesAfterItsLastSign() throws {
        try notebook.write("= Day\n\n")
        let first = Writer(try open(process: 1))
        notebook.clock += 500_000
        try first.type("* one")
        notebook.clock += 500_000
        #expect(try open(host: "there", process: 1).store.readOnlyReason != nil)
        notebook.clock += 200_000
        #expect(try open(host: "there", process: 1).store.readOnlyReason == nil)
    }

    @Test func leavingGivesItBack() throws {
        try notebook.write("= Day\n\n")
        try open(process: 1).store.close()
        #expect(try open(process: 2).store.readOnlyReason == nil)
    }
}
