package import AsciiDoc

/// How a day is written: data, learned from an example. An existing file is its own example; a template is one.
///
/// It says *what* stands where; the `AsciiDoc` module decides how that is written.
package struct Layout: Hashable, Sendable {
    /// Where the slots stand.
    package var slots = SlotPlace.sections(level: 1)
    /// The headings above the slots, one a day or track; nil where there are none.
    package var parts: PartForm?
    /// How a slot's heading is written.
    package var heading = Pattern.house()
    /// Whether a text that stands alone after a slot's times is its track, to which a title may come.
    package var hasTracks = true
    package var speakers = SpeakerForm()
    package var abstract = AbstractForm.block(.listing, title: "Abstract")
    /// The sub-section of a slot that holds its notes; nil: they stand right below its heading.
    package var notesSection: String?
    package var image = ImageForm() {
        didSet { style.writesInlineImages = !image.isBlock }
    }
    package var admonition: AdmonitionForm {
        get { style.writesAdmonitionsInLine ? .line : .block }
        set { style.writesAdmonitionsInLine = newValue == .line }
    }
    package var bullets = BulletForm() {
        didSet {
            (style.firstIndent, style.indent) = (bullets.first, bullets.step)
            style.announcedIndent = bullets.announced
        }
    }
    package var marks = MarkForm()
    /// How the document writes, where AsciiDoc leaves a choice.
    package var style = Style.house
    /// Name of a day's file, without its ending.
    package var fileName = Pattern.dayFileName

    /// The built-in template that shows the layout of the house.
    package static let houseTemplate = "conference"

    /// The layout of the house.
    package init() {}

    package enum SlotPlace: Hashable, Sendable {
        /// Sections of that level, below the parts, if there are any.
        case sections(level: Int)
        /// The file is one talk: its title is the slot's heading, its sections are the slot's.
        case document

        /// Level of a slot's heading: 0 for the document's title.
        package var level: Int {
            switch self {
            case .sections(let level): level
            case .document: 0
            }
        }
    }

    package struct PartForm: Hashable, Sendable {
        package var level: Int
        package var heading: Pattern

        package init(level: Int, heading: Pattern) {
            self.level = level
            self.heading = heading
        }

        /// Whether the headings say which day it is, and nothing else.
        package var namesDays: Bool {
            let fields = heading.fields
            return !fields.contains(.title) && [.number, .weekday, .date].contains { fields.contains($0) }
        }

        /// The heading of a day's part.
        ///
        /// - Parameter number: the day's number within the event, from 1.
        package func heading(of date: CalendarDate, number: Int) -> String {
            heading.write(
                Fields([
                    .number: .number(number), .weekday: .weekday(Weekday(of: date)), .date: .date(DayOfYear(date)),
                ]))
        }
    }

    /// How a day says who talks.
    package struct SpeakerForm: Hashable, Sendable {
        package var place = Place.line
        package var section = Section.slot
        /// The line, or the title of the block.
        package var pattern = Pattern(known: [.text("By "), .place(Pattern.Place(field: .speakers, form: .text))])

        package init() {}

        /// `Par Ada Lovelace`
        package static let french = SpeakerForm(
            place: .line, section: .slot,
            pattern: Pattern(known: [.text("Par "), .place(Pattern.Place(field: .speakers, form: .text))]))

        init(place: Place, section: Section, pattern: Pattern) {
            self.place = place
            self.section = section
            self.pattern = pattern
        }

        /// Below which heading it stands.
        package enum Section: Hashable, Sendable {
            /// Right below the slot's own.
            case slot
            case abstract, notes

            /// Below a sub-section of that title.
            init(below title: String, abstract: AbstractForm) {
                let isAbstract = if case .section(title, _) = abstract { true } else { AbstractTitle.isKnown(title) }
                self = title.folded == "notes" ? .notes : isAbstract ? .abstract : .slot
            }
        }

        /// The line that names speakers, as they were typed; a line that has a label already stays as it is.
        package func text(of speakers: String) -> String {
            if SpeakerLine.read(speakers) != nil || pattern.read(speakers)?.fields[.speakers] != nil { return speakers }
            return pattern.write(Fields([.speakers: .text(speakers)]))
        }

        /// The blocks that name speakers, as they were typed.
        func blocks(of speakers: String) -> [Block] {
            guard case .titled(let title, let isList) = place else { return [.paragraph([text(of: speakers)])] }
            guard isList else { return [.titled(title, .paragraph([text(of: speakers)]))] }
            return [.titled(title, .unorderedList(Self.names(in: speakers).map { Block.Item($0) }))]
        }

        /// `Ada Lovelace (ACME), Alan Turing`, one by one.
        static func names(in speakers: String) -> [String] {
            let names = (SpeakerLine.read(speakers)?.speakers ?? Speaker.read(list: speakers)).map(\.shown)
            return names.isEmpty ? [speakers] : names
        }

        package enum Place: Hashable, Sendable {
            /// A line of its own.
            case line
            /// The title of a block that says more about them.
            case title(of: BodyForm)
            /// Below a title of its own: in a paragraph, or one an item.
            case titled(String, isList: Bool)
        }
    }

    /// Around what text stands.
    package enum BodyForm: Hashable, Sendable, CaseIterable {
        case paragraph, listing, open, example, quote, sidebar, literal
    }

    package enum AbstractForm: Hashable, Sendable {
        case block(BodyForm, title: String?)
        /// A sub-section of the slot.
        case section(title: String, BodyForm)
    }

    package struct ImageForm: Hashable, Sendable {
        /// Whether the image is a block of its own, and not part of a line.
        package var isBlock = false
        /// What stands between its brackets, as the document writes it.
        package var attributes = ""

        package init(isBlock: Bool = false, attributes: String = "") {
            self.isBlock = isBlock
            self.attributes = attributes
        }
    }

    package enum AdmonitionForm: Hashable, Sendable {
        /// One paragraph that begins with its name.
        case line
        /// A block that may hold several.
        case block
    }

    /// What stands before the markers of bullets.
    package struct BulletForm: Hashable, Sendable {
        /// Before those of the first level.
        package var first = ""
        /// Before those of the first level of a list that a paragraph with a colon at its end announces.
        package var announced = "    "
        /// Added for each further level.
        package var step = "    "

        package init() {}

        /// What stands before the marker of a bullet at a depth from 1.
        package func indent(at depth: Int, isAnnounced: Bool) -> String {
            (isAnnounced ? announced : first) + String(repeating: step, count: max(0, depth - 1))
        }
    }
}

extension Pattern {
    /// `20220524_dataops-rocks`
    static var dayFileName: Pattern {
        let date = Place(field: .date, form: .date(DayOfYear.Form(.yearFirst, separator: "")))
        return Pattern(known: [.place(date), .text("_"), .place(Place(field: .event, form: .text))])
    }
}

extension Style {
    /// How Steno writes where a day shows no habit of its own.
    package static let house: Style = {
        var style = Style()
        style.announcedIndent = style.indent
        style.writesInlineImages = true
        return style
    }()
}
