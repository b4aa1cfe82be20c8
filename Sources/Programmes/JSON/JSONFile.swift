import FoundationEssentials
import Notebook

/// A JSON file of whatever format.
struct JSONFile: Decodable {
    private let root: JSONNode
    init(from decoder: any Decoder) throws { root = try JSONNode(from: decoder) }

    /// - Parameter format: what a site's own file is called.
    /// - Throws: `ProgrammeError`.
    static func read(
        _ bytes: [UInt8], _ context: ReadingContext, _ limits: ReadingLimits, format: String = "JSON"
    ) throws(ProgrammeError) -> Source {
        let decoder = JSONDecoder()
        if let key = CodingUserInfoKey.languages { decoder.userInfo[key] = context.languages }
        if let key = CodingUserInfoKey.limit { decoder.userInfo[key] = limits.sessions }
        let budget = JSONBudget(limits.nodes)
        if let key = CodingUserInfoKey.budget { decoder.userInfo[key] = budget }
        let root: JSONNode
        do {
            root = try decoder.decode(JSONFile.self, from: Data(bytes)).root
        } catch let error as ProgrammeError {
            throw error
        } catch {
            throw JSONDamage.error(bytes)
        }
        for format in JSONFormat.all(languages: context.languages, own: format) {
            let source = format.read(root)
            // What a reader could not look at is missing in what it made.
            if budget.isSpent { throw .unknownFormat }
            guard let source else { continue }
            if source.entries.count > limits.sessions { throw .tooManySessions(limit: limits.sessions) }
            if source.entries.isEmpty { throw .noSessions(format: source.format) }
            return source
        }
        if root.list?.first?.object?.has("fullName", "tagLine") == true { throw .speakersOnly }
        throw .unknownFormat
    }
}

/// What is wrong with a file that is no JSON. The decoder's words name neither a line nor what happened.
enum JSONDamage {
    static func error(_ bytes: [UInt8]) -> ProgrammeError {
        var depth = 0, line = 1, isInText = false, isEscaped = false
        for byte in bytes {
            if byte == 0x0A { line += 1 }
            if isInText {
                if isEscaped {
                    isEscaped = false
                } else if byte == 0x5C {
                    isEscaped = true
                } else if byte == 0x22 {
                    isInText = false
                }
                continue
            }
            switch byte {
            case 0x22: isInText = true
            case 0x7B, 0x5B: depth += 1
            case 0x7D, 0x5D: depth -= 1
            default: break
            }
            if depth < 0 { return .malformed(format: "JSON", line: line) }
        }
        return depth > 0 || isInText ? .truncated(format: "JSON") : .malformed(format: "JSON", line: 0)
    }
}

/// A format that is JSON: reads what it recognises by its content, nil for anything else.
struct JSONFormat {
    let read: (JSONNode) -> Source?

    /// The narrow ones first; the last one takes any list of objects with titles and times.
    ///
    /// - Parameters:
    ///   - languages: by preference.
    ///   - own: what a site's own file is called.
    static func all(languages: [String], own: String) -> [JSONFormat] {
        [
            JSONFormat(read: VocJSON.read), JSONFormat(read: PretalxWidget.read),
            JSONFormat(read: Sessionize.read), JSONFormat(read: SessionizeGrid.read), JSONFormat(read: Devoxx.read),
            JSONFormat(read: CFPDev.read), JSONFormat(read: OpenPlanner.read), JSONFormat(read: ConferenceHall.read),
            JSONFormat(read: ConferenceHallTalks.read), JSONFormat { OPass.read($0, languages: languages) },
            JSONFormat(read: OpenFeedback.read),
            JSONFormat(read: Indico.read), JSONFormat(read: PretalxREST.read), JSONFormat { OwnJSON.read($0, as: own) },
        ]
    }
}
