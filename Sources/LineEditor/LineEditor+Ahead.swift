// Lines that wait whole, typed ahead or pasted without marks.
extension LineEditor {
    /// The line that comes next, where it is there already and is text and Enter alone; nil: there is none.
    package var waitingLine: String? { input.waitingLine }

    /// Shows nothing of what is written from here on, until ``showOutput()`` or ``dropOutput()``.
    package func holdOutput() { screen.hold() }

    package func showOutput() { screen.release(showing: true) }

    /// Forgets it: lines that were not taken after all.
    package func dropOutput() { screen.release(showing: false) }
}
