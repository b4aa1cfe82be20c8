import CEditline

extension StringProtocol {
    /// Columns that the text takes on a terminal, by the C library's table, which is libedit's, too.
    package var columns: Int {
        unicodeScalars.reduce(0) { $0 + Swift.max(0, Int(wcwidth(wchar_t($1.value)))) }
    }

    /// The longest start of the text that takes at most `limit` columns.
    package func prefix(columns limit: Int) -> String {
        var result = String.UnicodeScalarView()
        var used = 0
        for scalar in unicodeScalars {
            used += Swift.max(0, Int(wcwidth(wchar_t(scalar.value))))
            if used > limit { break }
            result.append(scalar)
        }
        return String(result)
    }
}
