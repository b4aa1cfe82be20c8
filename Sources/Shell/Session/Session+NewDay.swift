import Notebook

extension Session {
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
