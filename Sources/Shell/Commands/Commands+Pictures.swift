import Notebook

extension Command {
    static let pictures = [image, caption]

    private static let image = Command(
        "image", in: .notes,
        Message(
            en: "copy a picture into the notebook and show it here: on its own; below a bullet, after Tab; "
                + "“!” in the last note",
            fr: "copier une image dans le carnet et la montrer ici : seule ; sous une puce, après Tab ; "
                + "« ! » dans la dernière note"),
        Parameter<Bool>.bang, Parameter<String>.path(), Parameter<String?>.optionalRest("[ATTRIBUTES] CAPTION"),
        examples: [
            Example(
                ":image ~/slide.jpg Choix des stacks", en: "images/YYYYMMDD_event_NN.jpg",
                fr: "images/AAAAMMJJ_evenement_NN.jpg"),
            Example(
                ":image ~/slide.jpg [width=600] Le schéma", en: "with other attributes than the day's images have",
                fr: "avec d’autres attributs que les images de la journée"),
            Example(":image! ~/slide.jpg", en: "on a line of the last note", fr: "sur une ligne de la dernière note"),
        ]
    ) { (session: Session, isInNote: Bool, path: String, text: String?) in
        try session.insert(Picture(typed: text, isInNote: isInNote), from: path)
    }

    private static let caption = Command(
        "caption", in: .notes,
        Message(
            en: "the title above the last image, box, quotation or listing; “!” takes it away",
            fr: "le titre au-dessus de la dernière image, de l’encadré, de la citation, du code ; « ! » le retire"),
        Parameter<Bool>.bang, Parameter<String?>.optionalRest("TITLE"),
        examples: [
            Example(":caption! ", en: "no title any more", fr: "plus de titre"),
            Example(":caption Choix des stacks", en: "the image's caption", fr: "la légende de l’image"),
        ]
    ) { (session: Session, removes: Bool, title: String?) in
        guard removes || title != nil else {
            throw UsageError.missing(ParameterInfo(name: "TITLE", arity: .rest))
        }
        var note = ""
        try session.day().perform(session.typedLine) { (day, place) throws(DayError) in
            try day.setCaption(removes ? nil : title, in: place.slot)
            note = day.firstLine(of: try day.note(nil, in: place.slot))
            return .same
        }
        return Response(done: [removes ? note : "\(title ?? "") : \(note)"])
    }
}

extension Picture {
    /// `[width=600] Caption`, both or one of them; `::[]` makes the image a block, `:[]` part of a line.
    fileprivate init(typed text: String?, isInNote: Bool) {
        self.init(isInNote: isInNote)
        guard var rest = text.map({ $0[...] }) else { return }
        let signs = rest.prefix { $0 == ":" }
        if signs.count < 3, rest.dropFirst(signs.count).first == "[" {
            isBlock = signs.isEmpty ? nil : signs.count == 2
            rest = rest.dropFirst(signs.count)
        }
        if rest.first == "[", let end = rest.firstIndex(of: "]") {
            attributes = String(rest[..<end].dropFirst())
            rest = rest[end...].dropFirst()
        }
        let words = String(rest).trimmingBlanks
        caption = words.isEmpty ? nil : words
    }
}

extension Session {
    fileprivate func insert(_ picture: Picture, from path: String) throws -> Response {
        let open = try day()
        try open.takeOverOutsideChange()
        let place = try open.day.imagePlace(in: open.place.slot, folder: Notebook.folder(of: open.store.path))
        // Nothing is copied that could not be shown.
        try open.day.check(picture, depth: open.place.depth, in: open.place.slot)
        let name = try services.images.importImage(
            from: self.path(path), to: place.folder,
            as: open.day.imageName(event: settings.images, path: open.store.path, today: services.clock.today()))
        let startsGroup = open.ahead.startsGroup
        var caption: String?
        try open.perform(typedLine) { (day, current) throws(DayError) in
            let written = try day.append(
                picture, target: place.target + name, depth: current.depth, startsGroup: startsGroup, to: current.slot)
            caption = written.caption
            return written.depth
        }
        return Response(lines: [name], done: caption.map { [Message.underCaption($0).text(language)] } ?? [])
    }
}
