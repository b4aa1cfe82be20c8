import AsciiDoc

extension DiagnosticRule {
    /// Rules on what a document refers to.
    static let references = [
        signsVanish, duplicateAnchor, unknownReference, unknownAttribute, missingImage, unknownFootnote,
        deprecatedFootnote,
    ]

    /// `C++ and C++20`: legal, and hardly ever meant.
    private static let signsVanish = DiagnosticRule(
        "signs-vanish", .warning, "signs that are a pair without being meant as one: they are not shown",
        says: "“%1” is one of a pair here and is not shown; with “\\” before it, both stay"
    ) { context in
        context.references.vanishing
    }

    private static let duplicateAnchor = DiagnosticRule(
        "duplicate-anchor", .warning, "an identifier that is there twice", says: "the anchor “%1” is there already"
    ) { context in
        context.references.duplicates
    }

    private static let unknownReference = DiagnosticRule(
        "unknown-reference", .warning, "a cross reference to nothing", says: "nothing has the anchor or title “%1”"
    ) { context in
        context.references.crossReferences.filter { reference in
            let name = reference.arguments.first ?? ""
            return !context.references.anchors.contains(name) && !context.references.names.contains(name)
        }
    }.sure(of: .whole)

    private static let unknownAttribute = DiagnosticRule(
        "unknown-attribute", .warning, "a reference to an attribute that is not set",
        says: "no attribute “%1” is set here"
    ) { context in
        context.references.unknownAttributes
    }.sure(of: .whole)

    private static let missingImage = DiagnosticRule(
        "missing-image", .error, "an image that is not there", says: "no image “%1”"
    ) { context in
        guard let exists = context.options.imageExists else { return [] }
        return context.references.images.filter { !exists($0.arguments.first ?? "") }
    }.sure(of: .document)

    private static let unknownFootnote = DiagnosticRule(
        "unknown-footnote", .warning, "a reference to a footnote that is not there", says: "no footnote “%1” is above"
    ) { context in
        context.references.unknownFootnotes
    }.sure(of: .whole)

    private static let deprecatedFootnote = DiagnosticRule(
        "footnoteref", .note, "the macro footnoteref:[]", says: "“footnoteref:[id,text]” is now “footnote:id[text]”"
    ) { context in
        context.attributes["compat-mode"] == nil ? context.references.deprecatedFootnotes : []
    }
}
