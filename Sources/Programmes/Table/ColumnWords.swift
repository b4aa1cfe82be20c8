import Notebook

/// What a column is, by the words of its name, in English, French and German: `Session Title`, `Titre de la conférence`,
/// `Start (date)`, `Intervenant(s)`, `Speaker 2`.
struct ColumnWords {
    private let words: [String]

    init(_ name: String) {
        words = name.folded.split { !$0.isLetter }.map(String.init)
    }

    /// Nil where the words say nothing, or name what a programme does not need.
    var field: FieldNames.Field? {
        guard !has(Self.ignored) else { return nil }
        let isMoment = has(Self.starts) || has(Self.ends)
        if has(Self.people) { return has(Self.companies) ? .company : .speakers }
        if isMoment, has(Self.dates), !has(Self.times) { return has(Self.ends) ? nil : .date }
        if has(Self.durations) { return .duration }
        if has(Self.ends) { return .end }
        if has(Self.starts) { return .start }
        if has(Self.times) { return .time }
        if has(Self.dates) { return .date }
        return Self.others.first { has($0.1) }?.0
    }

    /// Whether one of its words begins with one of these.
    private func has(_ beginnings: [String]) -> Bool {
        words.contains { word in beginnings.contains { word.hasPrefix($0) } }
    }

    private static let ignored = [
        "mail", "email", "url", "link", "lien", "photo", "picture", "image", "avatar", "bio", "twitter", "linkedin",
        "github", "phone", "website", "status", "owner", "created", "updated", "slide", "video", "feedback", "count",
        "nombre", "capacity", "langue", "langu", "sprache",
    ]
    private static let people = [
        "speaker", "intervenant", "orateur", "oratrice", "conferencie", "presente", "referent", "vortragend",
        "sprecher",
        "author", "auteur", "autor", "host", "animat", "panelist",
    ]
    private static let companies = ["company", "organi", "affiliation", "societe", "entreprise", "firma", "employ"]
    private static let starts = ["start", "debut", "begin", "von", "scheduled"]
    private static let ends = ["end", "fin", "until", "bis"]
    private static let durations = ["duration", "duree", "dauer", "length", "lange"]
    private static let times = ["time", "heure", "horaire", "uhrzeit", "zeit", "hour", "creneau"]
    private static let dates = ["date", "datum", "jour", "day", "tag"]

    /// The first that fits: a track's title is the track.
    private static let others: [(FieldNames.Field, [String])] = [
        (.track, ["track", "theme", "thema", "categor", "kategor", "parcours", "stream"]),
        (.room, ["room", "salle", "raum", "location", "venue", "lieu", "ort", "stage", "saal", "amphi", "place"]),
        (.subtitle, ["subtitle", "soustitre", "untertitel"]), (.title, ["title", "titre", "titel", "intitule"]),
        (.abstract, ["abstract", "resume", "zusammenfassung", "summary"]),
        (.description, ["description", "beschreibung", "detail", "inhalt"]),
        (.format, ["format", "type", "typ", "kind", "art"]), (.company, companies),
        (.title, ["vortrag", "talk", "conference", "session", "sujet"]),
    ]
}
