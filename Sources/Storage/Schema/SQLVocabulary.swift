/// The raw values of an enumeration as a list for `IN (…)`, in the order of their declaration.
func sqlList<Value: CaseIterable & RawRepresentable<String>>(_ type: Value.Type) -> String {
    Value.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
}
