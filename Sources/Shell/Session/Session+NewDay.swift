import AsciiDoc
import Notebook

extension Session {
    /// How a file is written that was there before, and does not show it itself: as the template that it was made of. Where
    /// none is known, as new days; then the speakers are named in the user's language.
    func house(of path: String) -> Layout {
        do {
            let known = try services.lists.setting(Notebook.lastComponent(path), in: .templates)
            var layout = try layout(ofTemplate: known ?? settings.template)
            if known == nil, language == .french, settings.template == Settings().template {
                layout.speakers = .french
            }
            return layout
        } catch {
            // A template that is gone, or a list that cannot be read: the file shows what it shows.
            return Layout()
        }
    }

    /// A template, in the language of the interface.
    func template(_ name: String) throws(TemplateError) -> Template {
        try services.templates.template(name, in: words)
    }

    /// How a template writes, in the language of the interface.
    func layout(ofTemplate name: String) throws(TemplateError) -> Layout {
        try services.templates.layout(name, in: words)
    }

    private var words: Weekday.Form.Language { language == .french ? .french : .english }

    /// Remembers which template a day was made of.
    func rememberTemplate(of path: String, _ name: String?) throws(StoreError) {
        let usual = Settings().template
        let file = Notebook.lastComponent(path)
        let known = try services.lists.setting(file, in: .templates)
        guard let name, name != usual || known != nil else { return }
        try services.lists.set(file, to: name, in: .templates)
    }

    /// The first text of a new day: the header of its template.
    ///
    /// - Parameter author: nil: nobody is known by name.
    func contents(of event: EventName, on date: CalendarDate, by author: String?) throws -> [UInt8] {
        let template = try template(settings.template)
        var fields = Fields([.event: .text(event.text), .date: .date(DayOfYear(date))])
        // A file that is one talk is named after it; the title of a day is the event's name and its date.
        let isTalk = template.layout.slots == .document
        fields[.title] = .text(isTalk ? event.text : event.dayTitle(on: date))
        if !isTalk { fields[.weekday] = .weekday(Weekday(of: date)) }
        fields[.author] = author.map(FieldValue.text)
        return template.header(fields)
    }

    /// Who takes the notes: by the notebook's settings, or as the system knows them; nil where the template asks for nobody,
    /// or nobody is known.
    func author() throws -> String? {
        guard try template(settings.template).needs(.author) else { return nil }
        return try services.lists.setting("author") ?? services.userName()
    }

    /// Whether a new day would have to say who takes the notes, and nobody is known.
    func lacksAuthor() throws -> Bool {
        try template(settings.template).needs(.author) && author() == nil
    }

    /// Puts the author into the day that was just made without one, as long as nothing was written to it.
    func fillAuthor(_ name: String) throws {
        guard let new = newDay, let open, open.store.path == new.path else { return }
        let without = try contents(of: new.event, on: new.date, by: nil)
        let with = try contents(of: new.event, on: new.date, by: name)
        newDay = nil
        guard open.day.document.source == without else { return }
        try open.perform(typedLine) { (day, _) throws(DayError) in
            day.replace(0..<without.count, by: String(decoding: with, as: UTF8.self))
            return .same
        }
    }
}
