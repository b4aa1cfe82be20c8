extension Document {
    /// What a line would be where a block may begin; nil for a line without text.
    ///
    /// - Parameter line: offsets into ``source``, of a line with or without its end.
    public func shape(ofLine line: Range<Int>) -> LineShape? {
        source.withUnsafeBufferPointer { bytes in
            guard line.lowerBound < bytes.count else { return nil }
            let line = Line(bytes, from: line.lowerBound)
            return line.isBlank ? nil : line.shape
        }
    }
}
