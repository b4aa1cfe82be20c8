import Notebook

extension Command {
    static let programmes = [programme, next, agenda, star, unstar, retime]

    private static let programme = Command(
        "programme", in: .programme,
        Message(
            en: "read the event's programme: a file, an address, or a page's text; N NAME VALUE corrects a line of it",
            fr: "lire le programme : fichier, adresse, ou texte d’une page ; N NOM VALEUR en corrige une ligne"),
        Parameter<ProgrammeRequest>.programmeRequest,
        examples: [
            Example(":programme schedule.json", en: "says what was understood", fr: "dit ce qui a été compris"),
            Example(
                ":programme --in Europe/Paris", en: "its times converted; or --as-written",
                fr: "ses heures converties ; ou --as-written"),
            Example(":programme paste", en: "then the page's text, and a . alone", fr: "puis le texte et un . seul"),
            Example(":programme 3 title Data Mesh", en: "corrects the third line", fr: "corrige la troisième ligne"),
        ]
    ) { (session: Session, request: ProgrammeRequest) in try session.programme(request) }

    private static let next = Command(
        "next", in: .programme,
        Message(en: "what follows here, and where to go", fr: "ce qui suit ici, et où aller"),
        examples: [Example(":next", en: "the next talks, starred ones first", fr: "les suivants, étoilés d’abord")]
    ) { (session: Session) in try session.nextSessions() }

    private static let agenda = Command(
        "agenda", in: .programme,
        Message(
            en: "a day's talks: › is on, * starred, ! in conflict, and gaps",
            fr: "les exposés d’un jour : › en cours, * étoilé, ! en conflit, et les trous"),
        Parameter<String?>.optionalRest("[DATE] [TIME | TEXT]"),
        examples: [
            Example(":agenda", en: "of the open day", fr: "du jour ouvert"),
            Example(":agenda 2", en: "of the event's second day", fr: "du deuxième jour"),
            Example(":agenda 14h00", en: "from then on; or words", fr: "à partir de là ; ou des mots"),
        ]
    ) { (session: Session, day: String?) in try session.agenda(day) }

    private static let star = Command(
        "star", in: .programme,
        Message(
            en: "star a talk, so that :new takes it first: its number, time and words; alone, this slot's",
            fr: "étoiler un exposé, que :new prend d’abord : numéro, heure et mots ; seul, celui du créneau"),
        Parameter<String?>.optionalRest("N | TIME TEXT", completion: .session),
        examples: [
            Example(":star 14h00 souv", en: "the talk of 14h00 with such a word", fr: "celui de 14h00 avec ce mot"),
            Example(":star 12", en: "as :agenda numbers them", fr: "comme :agenda les numérote"),
        ]
    ) { (session: Session, text: String?) in try session.setStar(true, text) }

    private static let unstar = Command(
        "unstar", in: .programme, Message(en: "take a star away", fr: "retirer une étoile"),
        Parameter<String?>.optionalRest("N | TIME TEXT", completion: .session),
        examples: [Example(":unstar 12", en: "as :agenda numbers them", fr: "comme :agenda les numérote")]
    ) { (session: Session, text: String?) in try session.setStar(false, text) }

    private static let retime = Command(
        "retime", in: .programme,
        Message(
            en: "write the programme's times into a slot's heading; alone, into the one that differs",
            fr: "mettre les heures du programme dans le titre d’un créneau ; seul, dans celui qui diffère"),
        Parameter<String?>.optionalRest("SLOT", completion: .slot),
        examples: [Example(":retime 14h00", en: "shows both", fr: "montre les deux")]
    ) { (session: Session, slot: String?) in try session.retime(slot) }
}
