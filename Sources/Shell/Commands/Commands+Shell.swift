import Notebook

extension Command {
    static let shell = [help, set, quit]

    private static let help = Command(
        "help", aliases: ["h", "?"], in: .shell,
        Message(en: "list the commands, or explain one", fr: "lister les commandes, ou en expliquer une"),
        Parameter<String?>.optionalWord("COMMAND", completion: .command),
        examples: [
            Example(
                ":help new", en: "how :new is typed and what it writes", fr: "comment :new se tape et ce qu’il écrit"),
            Example(":help keys", en: "every key of the prompt", fr: "toutes les touches de l’invite"),
        ]
    ) { (session: Session, name: String?) in
        let help = Help(table: session.table, language: session.language)
        guard let name else { return Response(lines: help.overview) }
        let word = String(name.drop { $0 == ":" })
        if name == "keys" { return Response(lines: KeyReference(session.keys, language: session.language).lines) }
        switch session.table.match(word) {
        case .command(let command): return Response(lines: help.page(of: command))
        case .ambiguous(let names): throw Refusal(.ambiguousCommand(word, names))
        case .unknown(let nearest): throw Refusal(.unknownCommand(word, nearest: nearest))
        }
    }

    private static let set = Command(
        "set", in: .shell,
        Message(
            en:
                "set “images” (what the names of imported images begin with), “template”, “language” (en, fr), “author” "
                + "(of new days)",
            fr: "régler « images » (début du nom des images importées), « template », « language » (en, fr), "
                + "« author » (des nouvelles journées)"),
        Parameter<String?>.optionalRest("NAME VALUE", completion: .setting),
        examples: [Example(":set images dataops", en: "20220524_dataops_01.jpg", fr: "20220524_dataops_01.jpg")]
    ) { (session: Session, arguments: String?) in try session.set(arguments) }

    private static let quit = Command(
        "quit", aliases: ["q", "exit"], in: .shell,
        Message(en: "leave; everything is saved already", fr: "quitter ; tout est déjà enregistré"),
        examples: [Example(":quit", en: "steno comes back to the same place", fr: "steno reviendra au même endroit")]
    ) { (_: Session) in Response(effect: .quit) }
}

extension Session {
    private struct Setting: Sendable {
        let name: String
        let value: @Sendable (Session) throws -> String
        let set: @Sendable (Session, String) throws -> Void
    }

    private static let allSettings = [
        Setting(name: "images", value: { $0.settings.images ?? "" }) { session, value in
            guard let part = FileName.part(from: value) else { throw Refusal(.badEventName(value)) }
            session.settings.images = part
        },
        Setting(name: "template", value: { $0.settings.template }) { session, value in
            let known = session.services.templates.names()
            guard known.contains(value) else { throw TemplateError.unknown(name: value, known: known) }
            session.settings.template = value
        },
        Setting(name: "language", value: { $0.language.rawValue }) { session, value in
            guard let language = Language(rawValue: value) else {
                throw Refusal(.unknownValue(value, Language.allCases.map(\.rawValue)))
            }
            session.language = language
        },
        Setting(name: "author", value: { try $0.services.lists.setting("author") ?? $0.services.userName() ?? "" }) {
            session, value in
            try session.services.lists.set("author", to: value)
            try session.fillAuthor(value)
        },
        Setting(name: "backup", value: { try ($0.services.machineLists.backup ?? .off).rawValue }) { session, value in
            guard let backup = BackupMode(rawValue: value) else {
                throw Refusal(.unknownValue(value, BackupMode.allCases.map(\.rawValue)))
            }
            try session.services.machineLists.set(BackupMode.setting, to: backup.rawValue)
        },
    ]

    static var settingNames: [String] { allSettings.map(\.name) }

    fileprivate func set(_ arguments: String?) throws -> Response {
        guard let arguments else {
            return Response(lines: try Self.allSettings.map { "\($0.name) \(try $0.value(self))" })
        }
        let name = arguments.prefix { $0 != " " }
        guard let setting = Self.allSettings.first(where: { $0.name == name }) else {
            throw Refusal(.unknownSetting(String(name), Self.allSettings.map(\.name)))
        }
        let value = arguments.dropFirst(name.count).trimmingBlanks
        guard !value.isEmpty else { return Response(lines: ["\(name) \(try setting.value(self))"]) }
        try setting.set(self, value)
        return Response(done: ["\(name) \(try setting.value(self))"])
    }
}
