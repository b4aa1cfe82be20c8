import Notebook

/// A session as a format has it: the builder makes the same domain values of all formats.
struct Entry {
    /// Whether the format says what an entry is.
    enum Flag { case none, pause, allDay }

    var id = ""
    var title = ""
    var subtitle = ""
    /// A date with a time, or a time alone.
    var start = ""
    var end = ""
    /// As written: `00:45`, `1:30`, or minutes.
    var duration = ""
    /// A date for a start without one.
    var date = ""
    /// The programme's day that the format lists the entry under; nil where it has no days.
    var day: CalendarDate?
    var room = ""
    var track = ""
    var format = ""
    var people: [Speaker] = []
    /// Abstract and description, in this order, with whatever markup they have.
    var texts: [String] = []
    var flag = Flag.none
    /// The zone's name, where each entry has its own.
    var zone = ""
}

/// A file's entries, and what it says of all of them.
struct Source {
    /// The format's name, as it is shown: `pretalx`, `frab`, `iCalendar`.
    var format: String
    var event = ""
    var zone = ""
    var entries: [Entry] = []
    /// Until when a start without a date belongs to the night before.
    var dayChange = TimeOfDay(hour: 4, minute: 0) ?? .midnight
    /// Rooms in the format's own order, where it has one.
    var rooms: [String] = []
    /// Whether texts may have HTML or Markdown in them.
    var hasMarkup = true

    init(_ format: String) { self.format = format }
}
