import Notebook

extension Session {
    /// How a day is written that does not show it itself: as the template of new days.
    var templateLayout: Layout {
        do throws(TemplateError) {
            return try services.templates.template(settings.template).layout
        } catch {
            return Layout()
        }
    }

    /// How a file is written that was there before, and does not show it itself: where nobody named a template, the speakers
    /// are named in the user's language.
    var house: Layout {
        var layout = templateLayout
        if language == .french, settings.template == Settings().template { layout.speakers = .french }
        return layout
    }

    /// The first text of a new day: the header of its template.
    func contents(of event: EventName, on date: CalendarDate) throws -> [UInt8] {
        let template = try services.templates.template(settings.template)
        var fields = Fields([.event: .text(event.text), .date: .date(DayOfYear(date))])
        // A file that is one talk is named after it; the title of a day is the event's name and its date.
        let isTalk = template.layout.slots == .document
        fields[.title] = .text(isTalk ? event.text : event.dayTitle(on: date))
        if !isTalk { fields[.weekday] = .weekday(Weekday(of: date)) }
        if template.needs(.author) {
            fields[.author] = (try services.lists.setting("author") ?? services.userName()).map(FieldValue.text)
        }
        return template.header(fields)
    }
}
