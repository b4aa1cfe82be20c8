extension ProgrammeTable {
    /// Why a session could not be corrected; nothing has changed then.
    package enum CorrectionProblem: Error, Hashable, Sendable {
        /// There is no such column; the ones that there are.
        case noColumn([String])
        /// The column cannot hold that.
        case notReadable
    }

    /// Puts a value into a column of a session, written as in the file.
    ///
    /// - Parameters:
    ///   - index: of the session in the programme, which exists.
    ///   - column: its name, or the beginning of it.
    /// - Returns: the session as it is then; its place may be another one.
    package mutating func correct(
        _ index: Int, _ column: String, to value: String
    ) throws(CorrectionProblem) -> ProgrammeSession {
        let name = column.folded
        let fitting = Column.allCases.filter { $0.rawValue == name }
        let known = fitting.isEmpty ? Column.allCases.filter { $0.rawValue.hasPrefix(name) } : fitting
        guard known.count == 1, let column = known.first else { throw .noColumn(Column.allCases.map(\.rawValue)) }
        let old = programme.sessions[index]
        var cells = Column.allCases.map { Self.cell($0, of: old)[...] }
        cells[column.place] = value[...]
        // Another start moves the end with it; another day, both.
        if column == .start, let end = old.end, case .time(let start) = TimeOfDay.read(value),
            !start.canEnd(at: end.time)
        {
            cells[Column.end.place] = ""
        }
        var memory = ReadingMemory()
        guard var session = Self.session(cells, &memory) else { throw .notReadable }
        session.ownCells = old.ownCells
        programme.sessions[index] = session
        programme.rooms = Programme(sessions: programme.sessions).rooms
        programme.sort()
        return session
    }
}
