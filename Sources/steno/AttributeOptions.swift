import ArgumentParser
import AsciiDocLint

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
            let (name, value) = SourceCheck.attribute(entry)
            values.updateValue(value, forKey: name)
        }
        return values
    }
}
