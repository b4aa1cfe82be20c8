import Notebook

/// What is asked of `:programme`.
enum ProgrammeRequest: Hashable {
    /// Nothing was typed: what is kept.
    case show
    case list
    case paste
    case read(ProgrammeOrigin, day: CalendarDate?, times: TimesChoice?)
    /// What the times of the kept programme stand for.
    case settle(TimesChoice)
    /// A session by its number: a column of it, and what it shall hold.
    case correct(Int, column: String, value: String)

    enum TimesChoice: Hashable {
        case asWritten
        case zone(String)
    }

    /// Reads what stands after the command's name.
    init(_ reader: inout ArgumentReader) throws(UsageError) {
        var words: [String] = []
        guard let first = try reader.quotedWord() else {
            self = .show
            return
        }
        if let number = Int(first), number > 0 {
            guard let column = reader.word() else {
                throw .missing(ParameterInfo(name: "NAME", arity: .required))
            }
            self = .correct(number, column: column, value: (reader.rest() ?? "").trimmingBlanks)
            return
        }
        var next: String? = first
        while let word = next {
            words.append(word)
            next = try reader.quotedWord()
        }
        try self.init(words)
    }

    private init(_ words: [String]) throws(UsageError) {
        var (place, day, choice) = (String?.none, CalendarDate?.none, TimesChoice?.none)
        var rest = words[...]
        while let word = rest.popFirst() {
            switch word {
            case "--as-written": choice = .asWritten
            case "--in":
                guard let zone = rest.popFirst() else { throw .missing(ParameterInfo(name: "ZONE", arity: .required)) }
                choice = .zone(zone)
            case _ where word.hasPrefix("--in="): choice = .zone(String(word.dropFirst("--in=".count)))
            case _ where word.hasPrefix("--"): throw .tooMuch(word)
            case _ where place != nil:
                guard day == nil, let date = CalendarDate(reading: word) else { throw .tooMuch(word) }
                day = date
            default: place = word
            }
        }
        guard let place else {
            self = choice.map { .settle($0) } ?? .show
            return
        }
        switch place {
        case "paste": self = .paste
        case "list": self = .list
        default: self = .read(Self.origin(place), day: day, times: choice)
        }
    }

    private static func origin(_ place: String) -> ProgrammeOrigin {
        let scheme = place.prefix(8).lowercased()
        let isAddress = scheme.hasPrefix("http://") || scheme.hasPrefix("https://")
        // Calendars are published with an address that calendar programs open by themselves.
        if scheme.hasPrefix("webcal:/") { return .address("https" + place.dropFirst("webcal".count)) }
        return isAddress ? .address(place) : .file(path: place)
    }
}

extension Parameter where Value == ProgrammeRequest {
    static let programmeRequest: Parameter<ProgrammeRequest> = {
        let info = ParameterInfo(
            name: "FILE|URL|paste [DATE] [--as-written|--in ZONE]", arity: .optionalRest, completion: .file)
        return Parameter(info) { (reader: inout ArgumentReader) throws(UsageError) in try ProgrammeRequest(&reader) }
    }()
}
