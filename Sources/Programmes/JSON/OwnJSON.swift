import Notebook

/// A site's own JSON: the largest list of objects with a title and a start, by the names that columns of tables have.
enum OwnJSON {
    static func read(_ root: JSONNode) -> Source? {
        var lists: [[JSONObject]] = []
        gather(root, depth: 0, &lists)
        guard let rows = lists.max(by: { $0.count < $1.count }), let names = rows.first?.names,
            let fields = FieldNames(names)
        else { return nil }
        var source = Source("JSON")
        source.entries = rows.map { row in fields.entry { row.text(names[$0]) } }
        if let root = root.object { source.event = root.text("event", "name", "title") }
        return source
    }

    private static func gather(_ node: JSONNode, depth: Int, _ lists: inout [[JSONObject]]) {
        guard depth < 6 else { return }
        switch node {
        case .list(let nodes):
            let objects = nodes.compactMap(\.object)
            if let first = objects.first, FieldNames(first.names) != nil {
                lists.append(objects)
            } else {
                for node in nodes { gather(node, depth: depth + 1, &lists) }
            }
        case .object(let object): for name in object.names { gather(object.node(name), depth: depth + 1, &lists) }
        case .text, .null: break
        }
    }
}
