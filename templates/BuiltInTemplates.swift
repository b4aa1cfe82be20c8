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
}
