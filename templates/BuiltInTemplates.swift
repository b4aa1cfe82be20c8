package import Notebook

/// The templates that come with Steno, embedded in the program from this very folder.
package enum BuiltInTemplates {
    /// Every built-in template: its name (`conference`) and its AsciiDoc source with fields.
    package static let all: [(name: String, source: [UInt8])] = [
        ("conference", PackageResources.conference_adoc),
        ("multi-day", PackageResources.multi_day_adoc),
        ("talk", PackageResources.talk_adoc),
        ("meetup", PackageResources.meetup_adoc),
        ("meeting", PackageResources.meeting_adoc),
        ("english", PackageResources.english_adoc),
        ("minimal", PackageResources.minimal_adoc),
    ]

    /// The source of a template, with its words in a language; nil where there is no such template.
    package static func source(_ name: String, in language: Weekday.Form.Language) -> [UInt8]? {
        guard let source = all.first(where: { $0.name == name })?.source else { return nil }
        guard language == .english else { return source }
        let text = String(decoding: source, as: UTF8.self)
        return Array(english.reduce(text) { $0.replacing($1.french, with: $1.english) }.utf8)
    }

    /// The French words of templates. `conference` and `minimal` name speakers in English in both languages.
    private static let english: [(french: String, english: String)] = [
        ("== JOUR {{number}} : ", "== DAY {{number}}: "),
        ("{{weekday=MERCREDI}}", "{{weekday=WEDNESDAY}}"), ("{{weekday=Jeudi }}", "{{weekday=Thursday }}"),
        ("\nPrésenté par ", "\nPresented by "), ("\nPar ", "\nBy "),
    ]
}
