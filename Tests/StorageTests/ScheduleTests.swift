import Foundation
import Testing

/// `STENO_SCHEDULES=10000 swift test --filter ScheduleTests` runs that many; `STENO_SEED=n` repeats the one.
@Suite struct ScheduleTests {
    @Test func randomSchedulesKeepEveryLine() throws {
        let environment = ProcessInfo.processInfo.environment
        if let seed = environment["STENO_SEED"].flatMap(UInt64.init) {
            let schedule = try Schedule(seed: seed)
            schedule.isVerbose = true
            let problems = try schedule.run(events: 25)
            #expect(problems == [], "\(schedule.log.joined(separator: "\n"))")
            return
        }
        let count = environment["STENO_SCHEDULES"].flatMap(UInt64.init) ?? 200
        for seed in 1...count {
            let schedule = try Schedule(seed: seed)
            let problems: [String]
            do { problems = try schedule.run(events: 25) } catch { problems = ["\(error)"] }
            #expect(problems == [], "seed \(seed)\n\(schedule.log.joined(separator: "\n"))")
            if !problems.isEmpty { return }
        }
    }
}
