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
