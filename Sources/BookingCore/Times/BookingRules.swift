/// The county's rules of booking, by appointment type.
public struct BookingRules: Sendable, Hashable {
    private let byType: [String: AppointmentRules]
    /// What the content says of times that were opened before; nil if it is not asked.
    public let limits: CountyLimits?

    /// No limits: what the county's own staff may do.
    public static let none = BookingRules(of: [])

    /// - Parameter types: every appointment type of the county.
    public init(of types: [AppointmentType], limits: CountyLimits? = nil) {
        self.init(Dictionary(types.map { ($0.id, $0.rules) }) { first, _ in first }, limits)
    }

    private init(_ byType: [String: AppointmentRules], _ limits: CountyLimits?) {
        self.byType = byType
        self.limits = limits
    }

    /// The rules as they are once everything is open.
    public var onceAllIsOpen: BookingRules {
        BookingRules(
            byType.mapValues { rules in
                var rules = rules
                rules.openings = []
                return rules
            }, limits)
    }

    /// What of them binds the county's own staff.
    var ofStaff: BookingRules { BookingRules(byType.mapValues(\.ofInterpreters), limits) }

    /// The rules of an appointment type, by id; none if the county does not have it any more.
    public func rules(of appointmentType: String?) -> AppointmentRules {
        appointmentType.flatMap { byType[$0] } ?? .none
    }
}
