import AsciiDoc
import AsciiDocASG
import Notebook

extension MarkdownWriter {
    /// Where inlines are written.
    enum Place {
        /// Several lines.
        case paragraph
        /// One line: a heading, a caption, a term.
        case line
        /// One line between the bars of a table.
        case cell
    }

    /// What stands around inlines, on which it depends whether signs begin and end a format.
    struct Surroundings {
        var before: Unicode.Scalar?
        var after: Unicode.Scalar?
        /// In the text of a link, where no other may stand.
        var isLinked = false
    }

    /// Inlines as Markdown.
    mutating func markdown(_ inlines: [AsgInline], in place: Place) -> String {
        markdown(inlines, place, Surroundings())
    }

    mutating func markdown(_ inlines: [AsgInline], _ place: Place, _ around: Surroundings) -> String {
        var result = ""
        for (index, inline) in inlines.enumerated() {
            var near = around
            near.before = result.unicodeScalars.last ?? around.before
            if index + 1 < inlines.count { near.after = Self.start(of: inlines[index + 1]) }
            result += markdown(inline, place, near)
            if place == .paragraph, "\(inline.name)" == "break" { result += "\\\n" }
        }
        return place == .paragraph ? result : result.replacing("\n", with: " ")
    }

    /// The first sign of what an inline becomes: of a format, one that touches other signs.
    private static func start(of inline: AsgInline) -> Unicode.Scalar? {
        switch "\(inline.name)" {
        case "text": inline.value?.unicodeScalars.first
        case "break": "\n"
        case "image": "!"
        case "ref", "footnote": "["
        case "span": inline.variant.map { "\($0)" } == "code" ? "`" : "*"
        case "charref": inline.value.flatMap(CharacterReference.scalar) ?? "&"
        case "kbd", "anchor": "<"
        default: "*"
        }
    }

    mutating func markdown(_ inline: AsgInline, _ place: Place, _ near: Surroundings) -> String {
        let value = inline.value ?? ""
        switch "\(inline.name)" {
        case "text": return escaped(near.isLinked ? value.replacing("\\]", with: "]") : value, place, near)
        case "charref": return character(value, place, near)
        case "raw": return raw(value, place, near)
        case "span": return span(inline, place, near)
        case "ref": return reference(inline, place, near)
        case "break": return place == .paragraph ? "" : place == .cell ? "<br>" : " "
        case "anchor": return anchor(inline.target ?? "", place, near)
        case "footnote": return near.isLinked ? "" : footnote(inline)
        case "image": return inlineImage(inline, near)
        case "icon": return icon(inline, place, near)
        case "stem": return formula(inline, place)
        case "indexterm": return inline.variant.map { "\($0)" } == "hidden" ? "" : contents(inline, place, near)
        default: return interface(inline, place, near)
        }
    }

    /// What is inside of an inline, or its own text.
    private mutating func contents(_ inline: AsgInline, _ place: Place, _ near: Surroundings) -> String {
        inline.inlines.isEmpty
            ? escaped(inline.value ?? "", place, near) : markdown(inline.inlines, place, near)
    }

    /// A place of its own; that of a bibliography's entry shows its label.
    private func anchor(_ identifier: String, _ place: Place, _ near: Surroundings) -> String {
        let anchor = references.isUsed(identifier) ? Self.anchor(identifier) : ""
        guard near.before == "[", let label = references.labels[identifier] else { return anchor }
        return anchor + escaped(label, place, near)
    }

    /// As Asciidoctor names an icon that it has no picture for.
    private mutating func icon(_ inline: AsgInline, _ place: Place, _ near: Surroundings) -> String {
        lose(.icon)
        let name = String((inline.target ?? inline.value ?? "").map { $0 == "_" || $0 == "-" ? " " : $0 })
        let alt = reader.attributes(ofMacro: inline.value ?? "")["alt"] ?? name
        return "\\[" + escaped(alt, place, near) + "\\]"
    }

    // MARK: Characters

    func escaped(_ text: String, _ place: Place, _ near: Surroundings) -> String {
        let plain = text.replacing("\u{200B}", with: "")
        let escaped = MarkdownText.escaped(plain, before: near.before, after: near.after)
        return place == .cell ? escaped.replacing("|", with: "\\|") : escaped
    }

    /// `&#8217;` is the character; a name stays one.
    private func character(_ reference: String, _ place: Place, _ near: Surroundings) -> String {
        guard let scalar = CharacterReference.scalar(reference) else { return reference }
        // What follows may make a reference or a tag of these two.
        if scalar == "&" { return "&amp;" }
        if scalar == "<" { return "&lt;" }
        return escaped(scalar.properties.isWhitespace && scalar.value < 0x20 ? " " : String(scalar), place, near)
    }

    private mutating func raw(_ value: String, _ place: Place, _ near: Surroundings) -> String {
        if RawMarkup.hasTags(value) { lose(.rawMarkup) }
        return escaped(RawMarkup.text(value).replacing("\n", with: " "), place, near)
    }

    // MARK: Formats

    private static let scripts: [String: String] = ["superscript": "sup", "subscript": "sub"]

    private mutating func span(_ inline: AsgInline, _ place: Place, _ near: Surroundings) -> String {
        let variant = inline.variant.map { "\($0)" } ?? ""
        let anchor = inline.id.map { references.isUsed($0) ? Self.anchor($0) : "" } ?? ""
        if variant == "code" { return anchor + code(inline, place, near) }
        if let tag = Self.scripts[variant] { return anchor + tagged(inline, tag, place, near) }
        if variant == "mark" { return anchor + marked(inline, place, near) }
        if !inline.roles.isEmpty { lose(.role) }
        let (sign, tag): (Unicode.Scalar, String) = variant == "strong" ? ("*", "strong") : ("_", "em")
        let signs = variant == "strong" ? "**" : "_"
        var inside = near
        (inside.before, inside.after) = (sign, sign)
        let content = markdown(inline.inlines, place, inside)
        guard Self.opens(sign, content, near) else { return anchor + tagged(inline, tag, place, near) }
        return anchor + signs + content + signs
    }

    private mutating func tagged(_ inline: AsgInline, _ tag: String, _ place: Place, _ near: Surroundings) -> String {
        var inside = near
        (inside.before, inside.after) = (">", "<")
        return "<\(tag)>" + markdown(inline.inlines, place, inside) + "</\(tag)>"
    }

    private mutating func marked(_ inline: AsgInline, _ place: Place, _ near: Surroundings) -> String {
        if inline.roles.isEmpty { return tagged(inline, "mark", place, near) }
        if inline.roles.contains("line-through") { return tagged(inline, "del", place, near) }
        if inline.roles.contains("underline") { return tagged(inline, "ins", place, near) }
        lose(.role)
        return markdown(inline.inlines, place, near)
    }

    /// Whether signs around a text are a format for every reader: what touches them is a letter, or else a space or
    /// ASCII punctuation is on the other side.
    private static func opens(_ sign: Unicode.Scalar, _ content: String, _ near: Surroundings) -> Bool {
        guard let first = content.unicodeScalars.first, let last = content.unicodeScalars.last, !isGap(first),
            !isGap(last), last != "\\", near.before != "*", near.after != "*", near.before != "_", near.after != "_"
        else { return false }
        let (isFreeBefore, isFreeAfter) = (isFree(near.before), isFree(near.after))
        if sign == "_" { return isFreeBefore && isFreeAfter }
        return (isLetter(first) || isFreeBefore) && (isLetter(last) || isFreeAfter)
    }

    private static func isGap(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
    /// Nothing, a space, or ASCII punctuation.
    private static func isFree(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return true }
        return isGap(scalar) || (scalar.isASCII && !isLetter(scalar))
    }

    func strong(_ rendered: String) -> String { rendered.isEmpty ? "" : wrapped(rendered, "**", "strong") }
    func emphasis(_ rendered: String) -> String { rendered.isEmpty ? "" : wrapped(rendered, "_", "em") }

    /// A whole line as a format; where signs of formats stand at its ends, in tags.
    private func wrapped(_ rendered: String, _ signs: String, _ tag: String) -> String {
        let ends = [rendered.unicodeScalars.first, rendered.unicodeScalars.last]
        let isClear = ends.allSatisfy { $0 != "*" && $0 != "_" && $0 != "\\" && $0.map(Self.isGap) != true }
        return isClear ? signs + rendered + signs : "<\(tag)>\(rendered)</\(tag)>"
    }

    // MARK: Code

    /// A code span holds nothing but text: a link or picture in it stands between two of them.
    private mutating func code(_ inline: AsgInline, _ place: Place, _ near: Surroundings) -> String {
        guard inline.inlines.contains(where: Self.holdsReference) else {
            return code(plain(inline.inlines), place, near)
        }
        var result = ""
        var text = ""
        for child in inline.inlines {
            guard Self.holdsReference(child) else {
                text += plain([child])
                continue
            }
            if !text.isEmpty { result += code(text, place, near) }
            text = ""
            result += markdown(child, place, near)
        }
        return result + (text.isEmpty ? "" : code(text, place, near))
    }

    private static func holdsReference(_ inline: AsgInline) -> Bool {
        ["ref", "image", "footnote", "anchor"].contains("\(inline.name)")
            || inline.inlines.contains(where: holdsReference)
    }

    /// Code spans that touch are one; in tags, they stay two.
    private func code(_ text: String, _ place: Place, _ near: Surroundings) -> String {
        guard !text.isEmpty else { return "" }
        if near.before == "`" || near.after == "`" { return "<code>" + escaped(text, place, near) + "</code>" }
        return place == .cell ? MarkdownText.cellCode(text) : MarkdownText.code(text)
    }

    /// What inlines show, without any format.
    func plain(_ inlines: [AsgInline]) -> String {
        var callouts = 0
        return inlines.map { inline in
            switch "\(inline.name)" {
            case "text": return (inline.value ?? "").replacing("\u{200B}", with: "")
            case "charref": return CharacterReference.text(inline.value ?? "")
            case "raw": return RawMarkup.text(inline.value ?? "")
            case "callout":
                callouts += 1
                return "(\(inline.value == "." ? String(callouts) : inline.value ?? ""))"
            case "anchor", "footnote", "image": return ""
            case "indexterm" where inline.variant.map({ "\($0)" }) == "hidden": return ""
            default: return inline.inlines.isEmpty ? inline.value ?? "" : plain(inline.inlines)
            }
        }.joined()
    }

    // MARK: Formulas, keys

    private mutating func formula(_ inline: AsgInline, _ place: Place) -> String {
        let value = inline.value ?? ""
        let notation = reader.attribute("stem") ?? "asciimath"
        if ["latexmath", "latex", "tex"].contains(notation) { return "$`" + value + "`$" }
        lose(.formula)
        return code(value, place, Surroundings())
    }

    private mutating func interface(_ inline: AsgInline, _ place: Place, _ near: Surroundings) -> String {
        let value = inline.value ?? plain(inline.inlines)
        switch "\(inline.name)" {
        case "kbd":
            let isSign = value == "+"
            let keys = isSign ? [value] : value.split { $0 == "+" || $0 == "," }.map { String($0).trimmingSpaces }
            return keys.map { "<kbd>" + escaped($0, place, near) + "</kbd>" }.joined(separator: "+")
        case "btn": return strong(escaped(value, place, near))
        case "menu":
            let items = value.split(separator: ">").map { String($0).trimmingSpaces }
            return ([inline.target ?? ""] + items).map { strong(escaped($0, place, near)) }.joined(separator: " › ")
        case "callout": return "(\(value))"
        default: return escaped(value, place, near)
        }
    }
}

extension String {
    /// Without spaces around.
    var trimmingSpaces: String { String(drop { $0 == " " }).droppingBlanksAtEnd }
}
