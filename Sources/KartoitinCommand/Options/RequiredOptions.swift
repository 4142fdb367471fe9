extension GivenWords {
    /// `true` if an option was given with something in it.
    private func isFilled(_ option: any AnyOption) -> Bool {
        guard let values = options[option.name] else { return false }
        return values.isEmpty || !values.allSatisfy(\.isEmpty)
    }

    /// - Throws: `Failure` that asks for everything that must be given and was not, with a call to copy.
    func checkRequired(of declared: DeclaredOptions, examples: [String]) throws(Failure) {
        let after = declared.operands.map(\.name).filter { !$0.hasPrefix("[") }.dropFirst(operands.count)
        let options = declared.options.filter { $0.isRequired && !isFilled($0) }
        let order = declared.options.map(\.name)
        let names = (options.map(\.name) + declared.conditions.flatMap { $0(self) })
            .sorted { order.firstIndex(of: $0) ?? order.count < order.firstIndex(of: $1) ?? order.count }
        if after.isEmpty, names.count == 1, let told = options.first?.whyRequired { throw Failure(.usage, told) }
        let words = after.isEmpty ? [] : ["\(Self.list(Array(after))) after it"]
        let needed = words + (names.isEmpty ? [] : [Self.list(names)])
        if needed.isEmpty { return }
        throw Failure(
            .usage,
            "\(command) needs \(needed.joined(separator: ", and "))\(Self.told(example(of: examples, with: names)))")
    }

    /// The call to copy that has most of what was given and of what is missing.
    private func example(of examples: [String], with missing: [String]) -> String? {
        let wanted = Set(missing.flatMap { $0.split(separator: " ").map(String.init) }).union(options.keys)
        let counted = examples.map { example in
            (example, count: Set(example.split(separator: " ").map(String.init)).intersection(wanted).count)
        }
        let most = counted.map(\.count).max()
        return counted.first { $0.count == most }?.0
    }

    private static func told(_ example: String?) -> String { example.map { "; for example: \($0)" } ?? "" }

    /// For example `--at, --name and --phone`.
    private static func list(_ names: [String]) -> String {
        let rest = names.dropLast().joined(separator: ", ")
        return (rest.isEmpty ? "" : rest + " and ") + (names.last ?? "")
    }
}
