import Notebook

extension Session {
    /// How a file is written that was there before, and does not show it itself: as the template that it was made of. Where
    /// none is known, as new days; then the speakers are named in the user's language.
    func house(of path: String) -> Layout {
        do {
            let known = try services.lists.setting(Notebook.lastComponent(path), in: .templates)
            var layout = try services.templates.template(known ?? settings.template).layout
            if known == nil, language == .french, settings.template == Settings().template {
                layout.speakers = .french
            }
            return layout
        } catch {
            // A template that is gone, or a list that cannot be read: the file shows what it shows.
            return Layout()
        }
    }

    /// Remembers which template a day was made of.
    func rememberTemplate(of path: String, _ name: String?) throws(StoreError) {
        let usual = Settings().template
        let file = Notebook.lastComponent(path)
        let known = try services.lists.setting(file, in: .templates)
        guard let name, name != usual || known != nil else { return }
        try services.lists.set(file, to: name, in: .templates)
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
