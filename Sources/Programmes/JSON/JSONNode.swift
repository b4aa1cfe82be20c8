import Notebook
import Synchronization

/// Any name of a JSON object.
struct JSONKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
}

extension CodingUserInfoKey {
    /// The languages to choose from where a text is an object of them: `[String]`.
    static let languages = CodingUserInfoKey(rawValue: "languages")
    /// How many values a list may have: `Int`.
    static let limit = CodingUserInfoKey(rawValue: "limit")
    /// How many values may be looked at: `JSONBudget`.
    static let budget = CodingUserInfoKey(rawValue: "budget")
}

/// How much of a file may still be looked at: a file of millions of numbers is no programme, and would take minutes.
final class JSONBudget: Sendable {
    private let left: Atomic<Int>
    init(_ count: Int) { left = Atomic(count) }

    var isSpent: Bool { left.load(ordering: .relaxed) < 0 }

    /// - Throws: `ProgrammeError.unknownFormat` where nothing is left.
    func take() throws {
        if left.wrappingSubtract(1, ordering: .relaxed).newValue < 0 { throw ProgrammeError.unknownFormat }
    }
}

/// A value of a JSON file, decoded one level at a time: what no reader asks for costs nothing.
enum JSONNode: Decodable {
    case object(JSONObject)
    case list([JSONNode])
    case text(String)
    case null

    init(from decoder: any Decoder) throws {
        try CodingUserInfoKey.budget.flatMap { decoder.userInfo[$0] as? JSONBudget }?.take()
        // Which of them it is can only be tried.
        if let fields = try? decoder.container(keyedBy: JSONKey.self) {
            self = .object(JSONObject(fields, languages: Self.languages(decoder)))
            return
        }
        if var values = try? decoder.unkeyedContainer() {
            var list: [JSONNode] = []
            let limit = CodingUserInfoKey.limit.flatMap { decoder.userInfo[$0] as? Int } ?? .max
            while !values.isAtEnd {
                // Found early: a hundred thousand objects would take seconds.
                if list.count > limit { throw ProgrammeError.tooManySessions(limit: limit) }
                list.append(try values.decode(JSONNode.self))
            }
            self = .list(list)
            return
        }
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let number = try? value.decode(Int64.self) {
            self = .text(String(number))
        } else if let flag = try? value.decode(Bool.self) {
            self = .text(flag ? "true" : "false")
        } else {
            self = .text(String(try value.decode(Double.self)))
        }
    }

    private static func languages(_ decoder: any Decoder) -> [String] {
        CodingUserInfoKey.languages.flatMap { decoder.userInfo[$0] as? [String] } ?? []
    }

    var object: JSONObject? {
        if case .object(let object) = self { return object }
        return nil
    }

    var list: [JSONNode]? {
        if case .list(let list) = self { return list }
        return nil
    }

    /// The text, of a number too; of an object the name in it, or the preferred language's text.
    var text: String {
        switch self {
        case .text(let text): text
        case .object(let object): object.nameOrTranslation
        case .list(let list): list.map(\.text).filter { !$0.isEmpty }.joined(separator: ", ")
        case .null: ""
        }
    }
}

struct JSONObject {
    private let fields: KeyedDecodingContainer<JSONKey>
    private let languages: [String]

    init(_ fields: KeyedDecodingContainer<JSONKey>, languages: [String]) {
        self.fields = fields
        self.languages = languages
    }

    var names: [String] { fields.allKeys.map(\.stringValue) }

    func has(_ names: String...) -> Bool { names.allSatisfy { fields.contains(JSONKey($0)) } }

    /// The first of these fields that is there and not empty, as text; empty where there is none.
    func text(_ names: String...) -> String {
        for name in names {
            let key = JSONKey(name)
            guard fields.contains(key) else { continue }
            // Nearly always it is text; anything else is looked at as what it is.
            if let text = try? fields.decode(String.self, forKey: key) {
                if !text.isEmpty { return text }
            } else {
                let text = node(name).text
                if !text.isEmpty { return text }
            }
        }
        return ""
    }

    /// A field, or `null` where there is none. Values below it were checked when the file was read as a whole.
    func node(_ name: String) -> JSONNode {
        let key = JSONKey(name)
        guard fields.contains(key), let node = try? fields.decode(JSONNode.self, forKey: key) else { return .null }
        return node
    }

    /// A field that is a list or an object; nil for any other.
    func container(_ name: String) -> JSONNode? {
        // Most fields are text, which is found out for less.
        if (try? fields.decode(String.self, forKey: JSONKey(name))) != nil { return nil }
        switch node(name) {
        case .text, .null: return nil
        case let container: return container
        }
    }

    func object(_ name: String) -> JSONObject? { node(name).object }

    func list(_ name: String) -> [JSONNode] { node(name).list ?? [] }

    func objects(_ name: String) -> [JSONObject] { list(name).compactMap(\.object) }

    func isTrue(_ name: String) -> Bool { text(name) == "true" }

    func isNull(_ name: String) -> Bool {
        if case .null = node(name) { return true }
        return false
    }

    /// `{"name": …}`, `{"fr": …, "en": …}`.
    fileprivate var nameOrTranslation: String {
        for language in languages + ["en"] where has(language) { return text(language) }
        if has("name") { return text("name") }
        if has("title") { return text("title") }
        let translations = names.filter { $0.utf8.count == 2 || $0.dropFirst(2).hasPrefix("-") }.sorted()
        return translations.first.map { text($0) } ?? ""
    }
}

extension [JSONObject] {
    /// The texts of `field` by those of `id`.
    func names(by id: String, _ field: String = "name") -> [String: String] {
        Dictionary(map { ($0.text(id), $0.text(field)) }, uniquingKeysWith: { first, _ in first })
    }
}
