import ArgumentParser

/// Attributes given from outside, as Asciidoctor takes them.
struct AttributeOptions: ParsableArguments {
    @Option(
        name: [.customShort("a"), .customLong("attribute")],
        help: ArgumentHelp(
            "Set an attribute: name=value; name! unsets it. May be repeated.", valueName: "attribute"))
    var attributes: [String] = []

    /// Names and values; nil unsets.
    var values: [String: String?] {
        var values: [String: String?] = [:]
        for entry in attributes {
            let parts = entry.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let name = parts[0].filter { $0 != "!" }
            values.updateValue(name == parts[0] ? (parts.count == 2 ? parts[1] : "") : nil, forKey: name)
        }
        return values
    }
}
