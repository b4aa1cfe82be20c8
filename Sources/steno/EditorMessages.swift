import LineEditor
import Shell

/// What the line editor says, in the language of the session.
struct EditorMessages {
    private let language: Language

    init(_ language: Language) { self.language = language }

    var messages: Host.Messages {
        var messages = Host.Messages()
        messages.invalidInput = Message.invalidInput.text(language)
        messages.failing = Message.searchFails.text(language)
        messages.nothingFound = { [language] in Message.notInHistory($0).text(language) }
        messages.pasteStalls = { [language] in Message.pasteStalls($0).text(language) }
        messages.pasteCut = Message.pasteCut.text(language)
        return messages
    }
}
