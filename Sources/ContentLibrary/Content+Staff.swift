public import BookingCore

extension Content {
    /// What the county decides about its staff.
    public var staffPolicy: StaffPolicy {
        let official = languages.first.map { words(in: $0).county.official } ?? county.id
        return StaffPolicy(provider: official, teamReadsDescriptions: county.teamReadsDescriptions)
    }
}
