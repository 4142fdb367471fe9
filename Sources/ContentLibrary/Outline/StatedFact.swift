import CivilTime

/// Where something was read, and when somebody last compared it: `source` and `checked` below a number or a fact.
struct FactSource {
    let source: String
    /// A year, a month or a day; nil if it is not known.
    let checked: String?
}

extension OutlineFile {
    /// As `expect(_:leaves:in:)` below a line that may also state facts, whose form is looked at.
    mutating func expectFacts(and known: [String] = [], leaves: [String], in nodes: [OutlineNode]) {
        expect(known + leaves + [Self.fact], leaves: leaves, in: nodes)
        for fact in nodes where fact.key == Self.fact {
            expect(leaves: ["source", "checked"], in: fact.children)
            if fact.text.isEmpty {
                self.fault(fact.line, "\"fact\" needs words after it: what is claimed, in one line")
            }
            _ = source(of: fact)
        }
    }

    /// Where a number or a fact is from. One without its source or its date is kept: it is told here.
    mutating func source(of node: OutlineNode) -> FactSource {
        let source = required("source", in: node.children, of: node)
        if let source, source.text.isEmpty { fault(source.line, "\"source\" is empty; write the page or the act") }
        let checked = required("checked", in: node.children, of: node)
        if let checked, checked.text != "unknown", CalendarDay(endOf: checked.text) == nil {
            fault(
                checked.line, "\"checked\" must be a year, a month or a day, for example 2026-11-21, or unknown")
        }
        return FactSource(
            source: source?.text ?? "", checked: checked.flatMap { $0.text == "unknown" ? nil : $0.text })
    }
}
