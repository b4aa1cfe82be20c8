import Notebook

/// How the domain's values are written into journal records.
extension ByteWriter {
    mutating func write(_ transaction: Transaction) {
        write(Int64(transaction.sequence))
        write(transaction.time)
        write(transaction.origin)
        write(transaction.label)
        write(UInt32(transaction.steps.count))
        for step in transaction.steps {
            write(Int64(step.range.lowerBound))
            write(step.removed)
            write(step.replacement)
        }
    }

    private mutating func write(_ origin: Transaction.Origin) {
        switch origin {
        case .typed: write(UInt8(0))
        case .outside: write(UInt8(1))
        case .continued: write(UInt8(2))
        case .undo(let sequence):
            write(UInt8(3))
            write(Int64(sequence))
        case .redo(let sequence):
            write(UInt8(4))
            write(Int64(sequence))
        }
    }

    mutating func write(_ place: Place) {
        write(Int64(place.slot ?? -1))
        write(Int64(place.depth))
    }

    mutating func write(_ draft: Draft?) {
        guard let draft else { return write(UInt8(0)) }
        switch draft.context {
        case .slot:
            write(UInt8(1))
            write(draft.line)
        case .block(let block):
            write(UInt8(2))
            write(draft.line)
            write(block)
        case .note(let number):
            write(UInt8(3))
            write(draft.line)
            write(Int64(number))
        }
    }

    private mutating func write(_ block: Draft.Block) {
        write(block.label)
        write(block.command)
        write(UInt32(block.body.count))
        for line in block.body { write(line) }
        switch block.written {
        case .nothing: write(UInt8(0))
        case .bytes(let bytes, let start):
            write(UInt8(1))
            write(Int64(start))
            write(bytes)
        }
    }

    mutating func write(_ fingerprint: Fingerprint) {
        write(Int64(fingerprint.length))
        write(fingerprint.hash)
    }
}

extension ByteReader {
    mutating func readTransaction() -> Transaction? {
        guard let sequence = readCount(), let time = read(Int64.self), let origin = readOrigin(),
            let label = readText(), let count = read(UInt32.self)
        else { return nil }
        var steps: [Transaction.Step] = []
        for _ in 0..<count {
            guard let step = readStep() else { return nil }
            steps.append(step)
        }
        return Transaction(sequence: sequence, time: time, origin: origin, label: label, steps: steps)
    }

    private mutating func readStep() -> Transaction.Step? {
        guard let start = readCount(), let removed = readBytes(), let replacement = readBytes() else { return nil }
        return Transaction.Step(
            range: start..<(start + removed.count), replacement: replacement, removed: removed)
    }

    private mutating func readOrigin() -> Transaction.Origin? {
        switch read(UInt8.self) {
        case 0: .typed
        case 1: .outside
        case 2: .continued
        case 3: readCount().map(Transaction.Origin.undo)
        case 4: readCount().map(Transaction.Origin.redo)
        default: nil
        }
    }

    mutating func readPlace() -> Place? {
        guard let slot = read(Int64.self), let depth = readCount() else { return nil }
        return Place(slot: slot < 0 ? nil : Int(slot), depth: depth)
    }

    /// Nil: the bytes are none.
    mutating func readDraft() -> Draft?? {
        guard let kind = read(UInt8.self) else { return nil }
        if kind == 0 { return .some(nil) }
        guard let line = readText() else { return nil }
        switch kind {
        case 1: return Draft(line)
        case 3: return readCount().map { Draft(line, context: .note($0)) }
        default: return readBlock().map { Draft(line, context: .block($0)) }
        }
    }

    private mutating func readBlock() -> Draft.Block? {
        guard let label = readText(), let command = readText(), let count = read(UInt32.self) else { return nil }
        var body: [String] = []
        for _ in 0..<count {
            guard let line = readText() else { return nil }
            body.append(line)
        }
        var block = Draft.Block(label: label, command: command, body: body, written: .nothing)
        guard let isWritten = read(UInt8.self) else { return nil }
        if isWritten == 0 { return block }
        guard let start = readCount(), let bytes = readBytes() else { return nil }
        block.written = .bytes(bytes, from: start)
        return block
    }

    mutating func readFingerprint() -> Fingerprint? {
        guard let length = readCount(), let hash = read(UInt64.self) else { return nil }
        return Fingerprint(length: length, hash: hash)
    }
}
