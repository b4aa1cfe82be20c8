import Notebook
import Testing

@Suite struct SpeakerTests {
    @Test(arguments: [
        ("By Jérôme Trédan (Saagie, CEO)", "Jérôme Trédan|Saagie, CEO"),
        ("by Jonathan Pivert (Saagie), Victor Leroux (Saagie)", "Jonathan Pivert|Saagie;Victor Leroux|Saagie"),
        (
            "By Nicolas Baron (Yousign,) Mathilde Lemée (Jolimoi), Sacha Morard (Le Monde)",
            "Nicolas Baron|Yousign;Mathilde Lemée|Jolimoi;Sacha Morard|Le Monde"
        ),
        ("Par Ali Lor et Ips Dol", "Ali Lor;Ips Dol"), ("Présenté par Utl", "Utl"),
        ("Présenté par Ali LOR.", "Ali LOR"),
        ("talk présenté par Sit AME", "Sit AME"), ("Demo par Sit ETD", "Sit ETD"), ("Par Mag For", "Mag For"),
        ("Par Ame Con - Adi", "Ame Con|Adi"), ("Par dol Sit", "dol Sit"),
        ("Par Dol Sit et Ame Con.", "Dol Sit;Ame Con"),
        ("Présentée par Dol Sit, ametconse, et Adi Eli, SED.", "Dol Sit|ametconse;Adi Eli|SED"),
        ("Presented by Inci Utl, Etdolo VP, Lor.", "Inci Utl|Etdolo VP, Lor"),
        ("Presented by Adi Eli, VP at Sed", "Adi Eli|VP at Sed"),
        ("Presented by Mag Ali, LOR, Utl", "Mag Ali|LOR, Utl"),
        ("Par Ali Lor, Ips Dol, Sit Ame.", "Ali Lor;Ips Dol;Sit Ame"),
        ("Speakers : Mag Ali et JP LOR", "Mag Ali;JP LOR"), ("Speaker: Ada", "Ada"),
        ("Speakers: Ada (ACME)", "Ada|ACME"),
        ("Présenté par Ada Lovelace, Alan Turing chez ACME", "Ada Lovelace;Alan Turing|ACME"),
        ("With Ada Lovelace @ ACME", "Ada Lovelace|ACME"),
        ("Avec Ada Lovelace & Alan Turing", "Ada Lovelace;Alan Turing"),
        ("Animé par Ada de Lovelace", "Ada de Lovelace"),
        ("Par Inc UTL, etdolorema aliq Lor", "Inc UTL|etdolorema aliq Lor"),
        ("By 山田 太郎 (ACME)", "山田 太郎|ACME"),
    ])
    func aLabelWithNamesIsASpeakerLine(line: String, speakers: String) throws {
        let read = try #require(Speaker.read(line: line))
        let found = read.map { $0.name + ($0.affiliation.map { "|" + $0 } ?? "") }.joined(separator: ";")
        #expect(found == speakers)
    }

    @Test(arguments: [
        "Par convention, le port 8080 est ouvert.", "Avec Kubernetes, tout est plus simple.", "By default it is off.",
        "With great power comes great responsibility", "Par exemple : le cache", "By the way, we ship on Monday",
        "Avec Spring Boot, on démarre en 2 secondes", "With Java 21, virtual threads are there", "By Monday", "Par",
        "Par contre", "Présenté par", "Avec l'e-etdolorem, on aliqual :", "Par ailleurs, Ada Lovelace est venue",
        "With Git, etd magnaali lor.", "By design", "Speaker notes are hidden", "Avec 10 ans de recul",
        "Talk : le cache",
        "With elit, the 2nd conclusion tem", "By 2030, half of it is gone", "Avec ça, on a tout", "Par Toutatis !",
        "Par défaut Java est en UTF-8", "With Docker Compose you need less", "Présenté par la suite",
        "Bypass Ada Lovelace",
    ])
    func proseStaysProse(line: String) {
        #expect(Speaker.read(line: line) == nil)
    }

    @Test func theLayoutsOwnLabelIsKnown() {
        #expect(
            SpeakerLine.read("Causerie de Ada Lovelace", label: "Causerie de ")?.speakers.first?.name == "Ada Lovelace")
        #expect(SpeakerLine.read("Causerie de Ada Lovelace") == nil)
        #expect(SpeakerLine.read("Présenté par Ali LOR.")?.ending == ".")
        #expect(SpeakerLine.read("Speakers : Ada")?.label == "Speakers : ")
    }

    @Test func typedListsAreRead() {
        #expect(Speaker.read(list: "Jonathan, Victor").map(\.name) == ["Jonathan", "Victor"])
        #expect(Speaker.read(list: "Ada Lovelace, ACME") == [Speaker(name: "Ada Lovelace", affiliation: "ACME")])
        #expect(
            Speaker.read(list: "Rayed Benbrahim (MongoDB)") == [
                Speaker(name: "Rayed Benbrahim", affiliation: "MongoDB")
            ])
    }
}
