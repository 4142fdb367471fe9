/// What is said after the names of the benchmarks, as `--store ADDRESS`.
extension [String] {
    func value(of option: String) -> String? {
        guard let place = firstIndex(of: option), place + 1 < count else { return nil }
        return self[place + 1]
    }

    func number(of option: String) -> Int? { value(of: option).flatMap { Int($0) } }

    /// All but an option and its value.
    func without(_ option: String) -> [String] {
        guard let place = firstIndex(of: option) else { return self }
        return Array(self[..<place] + dropFirst(place + 2))
    }
}
