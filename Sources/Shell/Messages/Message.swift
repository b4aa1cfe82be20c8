/// Something that Steno says, in every language that it speaks.
///
/// All of them stand in this folder, the catalogue: one static member or function each, grouped by what they speak of.
package struct Message: Hashable, Sendable {
    package let english: String
    package let french: String

    package init(en english: String, fr french: String) {
        self.english = english
        self.french = french
    }

    /// `1 slot`, `2 slots`
    static func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }

    /// `1 créneau`, `2 créneaux`: in French none is singular, too.
    static func compte(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count < 2 ? one : many)" }

    /// Both in one line.
    func joined(with other: Message?) -> Message {
        guard let other else { return self }
        return Message(en: english + "; " + other.english, fr: french + " ; " + other.french)
    }

    package func text(_ language: Language) -> String {
        switch language {
        case .english: english
        case .french: french
        }
    }
}

/// A language of the interface.
package enum Language: String, Sendable, CaseIterable {
    case english = "en"
    case french = "fr"

    /// The language of a POSIX locale: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set counts.
    package init(environment: (String) -> String?) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty }
        self = locale?.hasPrefix("fr") == true ? .french : .english
    }
}
