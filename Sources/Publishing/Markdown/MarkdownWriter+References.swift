import AsciiDoc
import AsciiDocASG
import Notebook

// Links, cross references and pictures.
extension MarkdownWriter {
    mutating func reference(_ inline: AsgInline, _ place: Place, _ near: Surroundings) -> String {
        let isLink = inline.variant.map { "\($0)" } == "link"
        let target = CharacterReference.resolved(inline.target ?? "")
        let (address, title) = isLink ? (target, []) : crossReference(target)
        let shown = inline.inlines.isEmpty ? title : inline.inlines
        var inside = near
        (inside.before, inside.after, inside.isLinked) = ("[", "]", true)
        let path = String(address.prefix { $0 != "#" })
        let text = shown.isEmpty ? escaped(isLink ? target : path, place, inside) : markdown(shown, place, inside)
        if near.isLinked { return text }
        if MarkdownText.runsScript(address) {
            lose(.unsafeLink)
            return text
        }
        return link(to: address, plain(shown), text)
    }

    /// Where a cross reference leads, and what it shows by itself.
    private func crossReference(_ target: String) -> (String, [AsgInline]) {
        let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2, !parts[0].isEmpty {
            let path = Self.hasExtension(parts[0]) ? parts[0] : parts[0] + ".adoc"
            return (parts[1].isEmpty ? path : path + "#" + parts[1], [])
        }
        if Self.hasExtension(target), references.titles[target] == nil { return (target, []) }
        let name = references.resolved(parts.last ?? target)
        let title = references.titles[name] ?? []
        return ("#" + name, title.isEmpty ? reader.inlines(of: "[\(name)]", []) : title)
    }

    private static func hasExtension(_ path: String) -> Bool {
        guard let name = path.split(separator: "/").last, let dot = name.lastIndex(of: ".") else { return false }
        let extensions = name[name.index(after: dot)...]
        return dot > name.startIndex && !extensions.isEmpty
            && extensions.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }

    /// A link; an address that is shown as it is stands by itself.
    func link(to address: String, _ plain: String, _ rendered: String? = nil) -> String {
        let isMail = "mailto:" + plain == address && plain.utf8.allSatisfy { $0 < 0x80 }
        if MarkdownText.standsAlone(address), plain == address || isMail {
            return "<" + plain + ">"
        }
        let text = rendered ?? MarkdownText.escaped(plain, before: "[", after: "]")
        return "[" + text + "](" + MarkdownText.target(address) + ")"
    }

    mutating func inlineImage(_ inline: AsgInline, _ near: Surroundings) -> String {
        let attributes = reader.attributes(ofMacro: inline.value ?? "")
        return image(inline.target ?? "", attributes, alt: attributes["$1"], isLinked: near.isLinked)
    }

    /// A picture, in a link where it has one.
    mutating func image(
        _ target: String, _ attributes: AsgMetadata, alt: String? = nil, isLinked: Bool = false
    ) -> String {
        if (attributes["width"] ?? attributes["$2"] ?? attributes["height"] ?? attributes["$3"]) != nil {
            lose(.imageSize)
        }
        let name = target.split(separator: "/").last.map(String.init) ?? target
        let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        let usual = String(stem.map { $0 == "_" || $0 == "-" ? " " : $0 })
        let alt = attributes["alt"] ?? alt ?? usual
        let image =
            "![" + MarkdownText.escaped(alt, before: "[", after: "]") + "](" + MarkdownText.target(path(target)) + ")"
        guard let link = attributes["link"], !isLinked, !MarkdownText.runsScript(link) else { return image }
        return "[" + image + "](" + MarkdownText.target(link == "self" ? path(target) : link) + ")"
    }

    /// Where a picture or sound is, seen from the document.
    func path(_ target: String) -> String {
        guard let folder = reader.attribute("imagesdir"), !folder.isEmpty, !target.contains("://"),
            !target.hasPrefix("/"), !target.hasPrefix("data:")
        else { return target }
        return folder.hasSuffix("/") ? folder + target : folder + "/" + target
    }
}
