import Notebook
import Shell
import ShellInMemory

extension Programme {
    /// A programme of the test's day and the one after it: two rooms, a break, a night.
    static func sample() throws -> Programme {
        let rows = [
            ("23", "9:00", "9:45", "A", "Keynote", "Ada Lovelace (Engines)"),
            ("23", "10:00", "10:45", "A", "Souveraineté numérique", "Yann Lechelle (Scaleway)"),
            ("23", "10:00", "10:45", "B", "C++ and C++ again", "Grace Hopper"),
            ("23", "12:00", "12:45", "A", "Data mesh : en pratique", "Alan Turing"),
            ("23", "12:00", "12:45", "B", "Rust", "Grace Hopper"),
            ("23", "14:00", "14:45", "A", "Souveraineté, suite", "Yann Lechelle (Scaleway)"),
            ("23", "14:00", "14:45", "B", "Kubernetes", ""), ("23", "15:00", "15:45", "A", "Titre", ""),
            ("23", "23:30", "24:15", "B", "Night", ""), ("24", "9:00", "9:45", "A", "Second day", ""),
            ("24", "10:00", "10:45", "A", "Data lake", ""), ("24", "11:00", "11:45", "A", "Rust", ""),
        ]
        let lines = rows.map { day, start, end, room, title, people in
            "2026-11-\(day)\t\(start)\t\(end == "24:15" ? "0:15+1" : end)\t\(room)\t\(title)\t\(people)\tid\(day)\(start)\(room)\tAbout \(title).\\n\\n- one\\n- two"
        }
        let header = "# Steno programme\n# source: test\nday\tstart\tend\troom\ttitle\tspeakers\tid\tabstract\n"
        var programme = try ProgrammeTable(reading: header + lines.joined(separator: "\n") + "\n").programme
        for index in programme.sessions.indices {
            programme.sessions[index].start.offset = 0
            programme.sessions[index].end?.offset = 0
        }
        return programme
    }
}

extension TestSession {
    var memory: MemoryProgrammes { get throws { try (programmes as? MemoryProgrammes).orThrow() } }

    /// A day with the sample's programme, or another one.
    static func withProgramme(_ language: Language = .english, _ programme: Programme? = nil) throws -> TestSession {
        let test = try TestSession(language: language)
        try test.memory.published = programme ?? .sample()
        try test.type(":day Salon", ":programme schedule.json")
        return test
    }

    /// Sets the clock.
    func at(_ hour: Int, _ minute: Int = 0) throws { now.time = try TimeOfDay(hour: hour, minute: minute).orThrow() }
}
