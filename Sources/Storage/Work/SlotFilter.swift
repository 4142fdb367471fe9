/// Which times an authority opens, as the database looks for them.
struct SlotFilter {
    /// `true` if times that only a right opens are among them.
    var isByRight = false
    /// These workers together, by id; empty for any.
    var workers: [String] = []
    /// Any worker of this team.
    var team: String?
    var appointmentType: String?
    /// The booking right that opens them, by row id.
    var right: Int?

    /// `true` if workers of a pair may have the time opened for different appointment types: what staff arrange.
    var isAcrossTasks = false

    private func hasSameType(_ slot: String) -> String {
        isAcrossTasks ? "1 = 1" : "partner.appointment_type = \(slot).appointment_type"
    }

    /// The workers beside the first one.
    var partners: [String] { Array(workers.dropFirst()) }

    /// The condition of a slot that is free; `?1` is the present moment.
    var isFree: String { isByRight ? SlotTable.isUntaken() : SlotTable.isFree }

    /// Conditions on a slot; what they compare with is added to `values`. `?1` is the present moment.
    ///
    /// - Parameter slot: what the query calls the slot.
    func conditions(on slot: String = "slot", _ values: inout [SQLValue]) -> [String] {
        var conditions: [String] = []
        func parameter(_ text: String) -> String {
            values.append(.text(text))
            return "?\(values.count)"
        }
        if let first = workers.first { conditions.append("\(slot).professional = \(parameter(first))") }
        for partner in partners {
            conditions.append(
                """
                EXISTS (SELECT 1 FROM slot partner WHERE partner.professional = \(parameter(partner))
                    AND partner.start = \(slot).start AND partner.finish = \(slot).finish
                    AND \(hasSameType(slot))
                    AND partner.municipality = \(slot).municipality
                    AND coalesce(partner.office, '') = coalesce(\(slot).office, '') AND 0 <> partner.methods & \(slot).methods
                    AND \(SlotTable.isUntaken("partner")))
                """)
        }
        if let team {
            conditions.append("\(slot).professional IN (SELECT id FROM professional WHERE team = \(parameter(team)))")
        }
        if let appointmentType { conditions.append("\(slot).appointment_type = \(parameter(appointmentType))") }
        return conditions
    }
}
