import AsciiDoc

extension Day {
    /// A slot at the end of the day.
    package func appendSlot(_ heading: SlotHeading) throws(DayError) -> DayChange {
        let title = try written(heading)
        let last = slotCount - 1
        let end = self.end(of: last < 0 ? nil : last)
        return DayChange([end.insert(["== " + title], blankLines: 1)], depth: 1)
    }

    /// The same slot with another end, track or title; how its times and dashes are written stays.
    package func setHeading(
        of position: Int?, _ set: (inout SlotHeading) -> Void
    ) throws(DayError) -> DayChange {
        guard let slot = slot(at: position), let range = slot.titleRange else { throw .noSlot }
        var heading = slot.heading
        set(&heading)
        _ = try written(heading)
        let old = slot.sectionTitle
        let title = heading.rewriting(old, form: HouseStyle(learnedFrom: self).heading)
        let edit = Edit(range: range, replacement: Array(escape(title, for: .sectionTitle).utf8))
        return DayChange([edit.trimmed(in: document.source)], depth: nil)
    }

    private func written(_ heading: SlotHeading) throws(DayError) -> String {
        do throws(SlotHeading.Problem) {
            return escape(try heading.validated().text(HouseStyle(learnedFrom: self).heading), for: .sectionTitle)
        } catch {
            throw .heading(error)
        }
    }
}

extension SlotHeading {
    /// This heading's text, keeping of `old`, the section title that it was read from, what did not change.
    func rewriting(_ old: String, form: Form) -> String {
        let before = SlotHeading(reading: old)
        let label = before.label
        guard before.start != nil else { return text(form) }
        let times = SlotHeading(start: start, end: end).text(form)
        if label.isEmpty || self.label.isEmpty { return text(form) }
        // The label is the end of the old title, give or take blanks around its colon: look for its first part.
        let head = before.track ?? label
        guard let parts = old.parts(around: head) else { return text(form) }
        let front = (before.start, before.end) == (start, end) ? parts.before : times + parts.before.dash
        return front + (label == self.label ? String(old.dropFirst(parts.before.count)) : self.label)
    }
}

extension String {
    /// What stands before the first `part`, and behind it.
    fileprivate func parts(around part: String) -> (before: String, behind: String)? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(part) {
                return (String(self[..<start]), String(self[start...].dropFirst(part.count)))
            }
            start = index(after: start)
        }
        return nil
    }

    /// Of the front of a heading, what stands behind the last time: `  - `.
    fileprivate var dash: String {
        String(reversed().prefix { !$0.isNumber && $0 != "h" }.reversed())
    }
}
