import Notebook

extension ProgrammeSession {
    /// Whether an entry that no flag says it of is a break: nobody talks, there is no text, and its title is nothing but
    /// words for a break, or its track is one's.
    var isBreakByItsWords: Bool {
        guard speakers.isEmpty, abstract.isEmpty else { return false }
        return BreakWords.make(up: title) || (!track.isEmpty && BreakWords.make(up: track))
    }
}

enum BreakWords {
    /// Each word must be one of these; `essential` ones make it a break, the others only go with them.
    static func make(up text: String) -> Bool {
        let words = text.folded.split { !$0.isLetter }.map(String.init)
        return words.contains { essential.contains($0) || hasEssentialEnd($0) }
            && words.allSatisfy { essential.contains($0) || companions.contains($0) || hasEssentialEnd($0) }
    }

    /// German writes them in one: `Mittagspause`, `Kaffeepause`.
    private static func hasEssentialEnd(_ word: String) -> Bool {
        word.hasSuffix("pause") || word.hasSuffix("buffet")
    }

    private static let essential: Set<String> = [
        "break", "lunch", "pause", "coffee", "tea", "breakfast", "dinner", "registration", "checkin", "changeover",
        "dejeuner", "cafe", "gouter", "diner", "accueil", "apero", "aperitif", "cocktail", "snack",
        "mittag", "mittagessen", "kaffee", "anmeldung", "einlass", "pausa", "pranzo", "comida", "almuerzo",
        "badges", "doors", "drinks", "networking",
    ]

    private static let companions: Set<String> = [
        "morning", "afternoon", "evening", "the", "de", "du", "des", "la", "le", "les", "a", "et", "and", "und", "in",
        "time", "check", "open", "opening", "matin", "midi", "apres", "poster", "short", "long", "free", "l", "d",
        "petit", "welcome", "ouverture", "portes", "retrait",
    ]
}

extension Programme {
    /// Says of entries that they are no slots, by their length and their distance from the event; nothing is left out.
    mutating func markEntriesThatAreNoSlots() {
        for index in sessions.indices where sessions[index].kind == .talk {
            let length = sessions[index].end.map { $0.minutes - sessions[index].start.minutes } ?? 0
            if length > 6 * 60 { sessions[index].kind = length >= 24 * 60 ? .allDay : .long }
        }
        let outside = daysOutside
        for index in sessions.indices where sessions[index].kind == .talk && outside.contains(sessions[index].day) {
            sessions[index].kind = .outside
        }
    }

    /// The days of talks more than four days away from the rest, where the rest is nearly everything. A series of evenings
    /// over a year has no rest.
    private var daysOutside: Set<CalendarDate> {
        let counts = Dictionary(grouping: talks, by: \.day).mapValues(\.count)
        var groups: [[CalendarDate]] = []
        for day in counts.keys.sorted() {
            if let last = groups.last?.last, DayNumber(day).value - DayNumber(last).value <= 4 {
                groups[groups.count - 1].append(day)
            } else {
                groups.append([day])
            }
        }
        let sizes = groups.map { $0.reduce(0) { $0 + (counts[$1] ?? 0) } }
        guard let largest = sizes.max(), largest * 10 >= talks.count * 9 else { return [] }
        return Set(zip(groups, sizes).filter { $1 < largest }.flatMap(\.0))
    }
}
