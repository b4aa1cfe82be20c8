extension UInt8 {
    /// A letter, a digit or a byte of one that is not ASCII.
    var isWordByte: Bool {
        (0x30...0x39).contains(self) || (0x61...0x7A).contains(self | 0x20) || self >= 0x80
    }
}
