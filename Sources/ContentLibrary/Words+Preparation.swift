extension Words {
    /// What to have at hand: the service's own list; the appointment type's where the service has none.
    public func bring(service: String?, appointment: String) -> [String] {
        let own = service.flatMap { services[$0] }?.bring ?? []
        return own.isEmpty ? appointments[appointment]?.bring ?? [] : own
    }

    /// How to prepare: what the service asks, then what holds for every meeting of the type.
    public func prepare(service: String?, appointment: String) -> [String] {
        (service.flatMap { services[$0] }?.prepare ?? []) + (appointments[appointment]?.prepare ?? [])
    }
}
