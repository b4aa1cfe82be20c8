// What is said of commands as typed.
extension Message {
    static func unknownCommand(_ name: String, nearest: String?) -> Message {
        let hint =
            nearest.map { Message(en: "did you mean :\($0)?", fr: "vouliez-vous :\($0) ?") }
            ?? Message(en: ":help lists them", fr: ":help les liste")
        return Message(
            en: "no command :\(name); \(hint.english) (a text that starts with a colon is typed ::\(name))",
            fr: "pas de commande :\(name) ; \(hint.french) (un texte qui commence par deux-points se tape ::\(name))")
    }
    static func loneColon(_ text: String) -> Message {
        let typed = text.isEmpty ? "::" : ":: " + text
        return Message(
            en: "a command's name follows the colon (:help lists them); a text that begins with one is typed \(typed)",
            fr: "le nom d’une commande suit les deux-points (:help les liste) ; un texte se tape \(typed)")
    }
    static func ambiguousCommand(_ name: String, _ names: [String]) -> Message {
        let list = names.map { ":" + $0 }.joined(separator: ", ")
        return Message(en: ":\(name) may be \(list); type more of it", fr: ":\(name) peut être \(list) ; précisez")
    }
    static func missingArgument(_ name: Message) -> Message {
        Message(en: "\(name.english) is missing", fr: "il manque \(name.french)")
    }
    static func notANumber(_ word: String) -> Message {
        Message(en: "“\(word)” is not a number from 1", fr: "« \(word) » n’est pas un nombre à partir de 1")
    }
    static func tooMuch(_ rest: String) -> Message {
        Message(en: "“\(rest)” is too much here", fr: "« \(rest) » est de trop ici")
    }
    static func type(_ synopsis: Message) -> Message {
        Message(
            en: "something is missing; type \(synopsis.english)",
            fr: "il manque quelque chose ; tapez \(synopsis.french)")
    }
    static func usage(_ synopsis: Message, _ problem: Message) -> Message {
        Message(
            en: "\(problem.english); type \(synopsis.english)", fr: "\(problem.french) ; tapez \(synopsis.french)")
    }
    static let unclosedQuote = Message(en: "a quote is not closed", fr: "un guillemet n’est pas fermé")
    static let bangNotTaken = Message(en: "this command takes no !", fr: "cette commande ne prend pas de !")
    package static let notTextual = Message(
        en: "not valid UTF-8; the line was not written", fr: "UTF-8 invalide ; la ligne n’a pas été écrite")
    package static func lineTooLong(_ limit: Int) -> Message {
        Message(
            en: "the line is longer than \(limit / 1024) KB and was not written; split it",
            fr: "la ligne dépasse \(limit / 1024) Ko et n’a pas été écrite ; coupez-la")
    }
    /// A line that the editor can hold neither: where its text was put.
    package static func refusedTextKept(_ path: String) -> Message {
        Message(en: "its text is kept in \(path)", fr: "son texte est conservé dans \(path)")
    }
    package static let captureEnded = Message(
        en: "the block ends here; what was typed of it stays, :undo takes it back",
        fr: "le bloc s’arrête ici ; ce qui a été tapé reste, :undo l’annule")
    static let noBlockToEnd = Message(
        en: "no block to end here; a bullet needs more than a dot",
        fr: "pas de bloc à terminer ici ; une puce demande plus qu’un point")
    static func emptiedInEditor(keptIn path: String) -> Message {
        Message(
            en: "the editor gave back nothing (\(path)); the text stays as it was (:delete takes a note away)",
            fr: "l’éditeur n’a rien rendu (\(path)) ; le texte reste tel quel (:delete retire une note)")
    }
    static func editedNotUTF8(keptIn path: String) -> Message {
        Message(
            en: "what the editor saved is not UTF-8; nothing was changed, your text is kept in \(path)",
            fr: "ce que l’éditeur a enregistré n’est pas de l’UTF-8 ; rien n’a changé, votre texte est dans \(path)")
    }
    static func editLeavesOpen(line: Int, keptIn path: String) -> Message {
        Message(
            en: "the block or condition that begins in its line \(line) is not closed and would swallow what follows; "
                + "nothing was changed, your text is kept in \(path)",
            fr: "le bloc ou la condition qui commence à sa ligne \(line) n’est pas fermé et avalerait la suite ; "
                + "rien n’a changé, votre texte est dans \(path)")
    }
    /// An editor that opens a window and does not wait for its end.
    package static func editorReturned(_ command: String, path: String) -> Message {
        Message(
            en: "\(command) returned at once; what you save there is taken over as soon as it is saved (\(path))",
            fr: "\(command) a rendu la main aussitôt ; ce que vous y enregistrez sera repris dès l’enregistrement "
                + "(\(path))")
    }
    package static func takenFromEditor(_ path: String) -> Message {
        Message(en: "taken over from \(path)", fr: "repris de \(path)")
    }
    static func unknownValue(_ value: String, _ known: [String]) -> Message {
        let list = known.joined(separator: ", ")
        return Message(en: "“\(value)” is none of \(list)", fr: "« \(value) » n’est pas parmi \(list)")
    }
    static func unknownSetting(_ name: String, _ known: [String]) -> Message {
        let list = known.joined(separator: ", ")
        return Message(en: "no setting “\(name)”; there is \(list)", fr: "pas de réglage « \(name) » ; il y a \(list)")
    }
    package static let needsTerminal = Message(
        en: "this opens your editor, which needs a terminal; give the text on the line instead",
        fr: "ceci ouvre votre éditeur, donc demande un terminal ; donnez le texte sur la ligne")
    package static func editorFailed(_ command: String, keptIn path: String) -> Message {
        Message(
            en: "\(command) did not end well; nothing was changed, the text is in \(path)",
            fr: "\(command) a échoué ; rien n’a changé, le texte est dans \(path)")
    }
    package static let endInsideBlock = Message(
        en: "the input ended before the “.” that ends the block; what was typed is kept",
        fr: "l’entrée finit avant le « . » qui termine le bloc ; ce qui a été tapé est conservé")
}
