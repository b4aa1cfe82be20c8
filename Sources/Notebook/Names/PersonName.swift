/// What a person's name looks like. Nothing is sure about names: this decides only what a line is taken for.
enum PersonName {
    /// Words within a name that have no capital letter.
    private static let particles: Set<String> = [
        "de", "du", "des", "da", "di", "dos", "del", "la", "le", "van", "von", "der", "den", "ter", "el", "al", "bin",
        "ben", "y", "e", "d'", "af", "zu", "st",
    ]

    /// Words that name what somebody does, or where.
    private static let roles: Set<String> = [
        "ceo", "cto", "cio", "coo", "cfo", "cpo", "vp", "svp", "evp", "dev", "developer", "developpeur", "developpeuse",
        "engineer", "ingenieur", "ingenieure", "architect", "architecte", "lead", "head", "director", "directeur",
        "directrice", "manager", "advocate", "consultant", "consultante", "founder", "co-founder", "fondateur",
        "fondatrice", "president", "presidente", "professor", "professeur", "chief", "officer", "principal", "staff",
        "senior", "evangelist", "scientist", "analyst", "researcher", "chercheur", "chercheuse", "at", "chez", "ltd",
        "sas", "gmbh", "group", "groupe", "university", "universite", "labs", "technologies",
    ]

    /// Words that only a sentence has.
    private static let prose: Set<String> = [
        "is", "are", "was", "were", "we", "you", "it", "they", "there", "i", "can", "will", "must", "should", "has",
        "have", "do", "does", "this", "that", "est", "sont", "etait", "on", "nous", "vous", "il", "ils", "elle",
        "elles", "je", "c'est", "ca", "peut", "faut", "doit", "a", "ont", "avons", "avez", "ce", "cela", "tout",
        "qui", "que", "ne", "pas", "not", "n'est", "l'on", "be", "get", "gets", "need", "needs",
    ]

    /// Two to five words that all begin with a capital letter, particles left out.
    static func isFull(_ text: some StringProtocol) -> Bool {
        let words = words(of: text)
        return (2...5).contains(words.count) && words.allSatisfy(isPart) && words.filter(beginsLikeAName).count > 1
            && !isRole(text)
    }

    /// One word or more, of which the last begins with a capital letter: `Utl`, `de Gaulle`, `dol Sit`.
    static func isPossible(_ text: some StringProtocol) -> Bool {
        let words = words(of: text)
        return (1...5).contains(words.count) && words.last.map(beginsLikeAName) ?? false
            && words.dropFirst().allSatisfy(isPart) && !isRole(text) && !isSentence(text)
    }

    static func isRole(_ text: some StringProtocol) -> Bool { words(of: text).contains { roles.contains($0.folded) } }

    static func isSentence(_ text: some StringProtocol) -> Bool {
        let words = words(of: text)
        return words.count > 12 || words.contains { prose.contains($0.folded.trimming(",.;:!?")) }
    }

    private static func words(of text: some StringProtocol) -> [Substring] {
        text.split { $0.isSpace }.map { Substring($0) }
    }

    private static func isPart(_ word: Substring) -> Bool {
        beginsLikeAName(word) || particles.contains(word.folded)
    }

    /// A capital letter, or a letter of a script without capitals; no digit within.
    private static func beginsLikeAName(_ word: Substring) -> Bool {
        guard let first = word.first(where: { $0.isLetter }), !word.contains(where: \.isNumber) else { return false }
        return first.isUppercase || !first.isCased
    }
}

extension String {
    fileprivate func trimming(_ characters: String) -> String {
        var text = self[...]
        while let last = text.last, characters.contains(last) { text.removeLast() }
        while let first = text.first, characters.contains(first) { text.removeFirst() }
        return String(text)
    }
}
