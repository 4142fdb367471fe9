extension Int {
    /// The sum; `Int.max` where it would be more.
    func addingUpToMax(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
