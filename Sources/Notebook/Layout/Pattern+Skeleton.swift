extension Pattern {
    /// A pattern for one choice of fields: literals with the fields between them. The one source for writing and reading.
    struct Skeleton: Hashable, Sendable {
        let places: [Place]
        /// One more than there are fields: what stands before, between and after them.
        let literals: [String]

        init(of parts: [Part], with present: Set<Field>) {
            var composer = SkeletonComposer()
            let last = parts.lastIndex { if case .place = $0 { true } else { false } } ?? 0
            for (index, part) in parts.enumerated() {
                switch part {
                case .text(let text): composer.append(text, isEnd: index > last)
                case .place(let place):
                    if present.contains(place.field) { composer.write(place) } else { composer.leaveOut(place) }
                }
            }
            composer.finish()
            places = composer.places
            literals = composer.literals
        }

        /// Every choice that is worth trying: all required fields with ever fewer of the optional ones; the same without
        /// the title; the title alone. An end needs its start.
        static func tiers(of parts: [Part], required: Set<Field>) -> [[Skeleton]] {
            var optional: [Field] = []
            for case .place(let place) in parts where place.isOptional { optional.append(place.field) }
            let choices = subsets(of: optional).map { required.union($0) }
            let hasTitle = required.contains(.title) || optional.contains(.title)
            var tried: Set<Set<Field>> = []
            var shapes: Set<[String]> = []
            return [choices, choices.map { $0.subtracting([.title]) }, hasTitle ? [[.title]] : []].map { tier in
                tier.compactMap { fields in
                    guard !fields.isEmpty, fields.contains(.start) || !fields.contains(.end),
                        tried.insert(fields).inserted
                    else { return nil }
                    let skeleton = Skeleton(of: parts, with: fields)
                    // Two choices that are written alike cannot be told apart: the first one is read.
                    return shapes.insert(skeleton.shape).inserted ? skeleton : nil
                }
            }
        }

        /// The most fields first; among as many, those with an end, then those with a kind: what can be
        /// told by itself.
        private static func subsets(of fields: [Field]) -> [Set<Field>] {
            var sets: [Set<Field>] = [[]]
            for field in fields { sets += sets.map { $0.union([field]) } }
            let rank = { (set: Set<Field>) in (-set.count, set.contains(.end) ? 0 : 1, set.contains(.kind) ? 0 : 1) }
            return sets.enumerated().sorted { one, other in
                let (first, second) = (rank(one.element), rank(other.element))
                return first == second ? one.offset < other.offset : first < second
            }.map(\.element)
        }

        private var shape: [String] {
            literals + places.map { $0.field.nature == .text && $0.field != .kind ? "" : $0.field.rawValue }
        }
    }
}

/// Decides which separators are written for a choice of fields: one between two fields that are there, and every bracket
/// with its other half.
private struct SkeletonComposer {
    private(set) var places: [Pattern.Place] = []
    private(set) var literals: [String] = []
    /// What has to be written after the last field.
    private var kept = ""
    /// What is written after the last field if another one follows.
    private var separator = ""
    /// What ends the whole.
    private var end = ""
    private var hasLeftOut = false
    private var lastIsLeftOut = false
    /// Opening brackets that were not written: neither are their other halves.
    private var dropped: [Character] = []

    mutating func append(_ text: String, isEnd: Bool) {
        if isEnd { end += text } else { separator += text }
    }

    mutating func write(_ place: Pattern.Place) {
        let isSeparated = !places.isEmpty || !hasLeftOut
        let lead = isSeparated ? written(separator) + place.before : brackets(in: separator)
        literals.append(kept + lead + place.opening)
        places.append(place)
        (kept, separator, lastIsLeftOut) = (place.closing, place.after, false)
    }

    /// A required field takes the text before it away; what parts an optional one comes and goes with it.
    mutating func leaveOut(_ place: Pattern.Place) {
        hasLeftOut = true
        guard !place.isOptional else { return }
        lastIsLeftOut = true
        kept += brackets(in: separator)
        separator = ""
    }

    mutating func finish() {
        let closing = kept + brackets(in: separator)
        literals.append(closing + (lastIsLeftOut ? brackets(in: end) : written(end)))
    }

    /// The text without the brackets whose other half was not written.
    private mutating func written(_ text: String) -> String {
        text.filter { character in
            guard let open = dropped.last, open.closing == character else { return true }
            dropped.removeLast()
            return false
        }
    }

    /// Of a text that is not written, the brackets that close written ones.
    private mutating func brackets(in text: String) -> String {
        text.filter { character in
            if character.closing != nil {
                dropped.append(character)
            } else if let open = dropped.last, open.closing == character {
                dropped.removeLast()
            } else {
                return ")]}»”".contains(character)
            }
            return false
        }
    }
}

extension Character {
    /// The bracket that closes this one; nil where it is no opening bracket.
    var closing: Character? {
        switch self {
        case "(": ")"
        case "[": "]"
        case "{": "}"
        case "«": "»"
        case "“": "”"
        default: nil
        }
    }
}
