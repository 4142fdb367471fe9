/// Why a drill ended: a promise was broken, or it could not be done.
struct DrillFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
