/// The county's rules of booking, by appointment type.
public struct BookingRules: Sendable, Hashable {
    private let byType: [String: AppointmentRules]

    /// No limits: what the county's own staff may do.
    public static let none = BookingRules(of: [])

    /// - Parameter types: every appointment type of the county.
    public init(of types: [AppointmentType]) {
        byType = Dictionary(types.map { ($0.id, $0.rules) }) { first, _ in first }
    }

    /// The rules of an appointment type, by id; none if the county does not have it any more.
    public func rules(of appointmentType: String?) -> AppointmentRules {
        appointmentType.flatMap { byType[$0] } ?? .none
    }
}
