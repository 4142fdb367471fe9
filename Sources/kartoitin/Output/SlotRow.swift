import BookingCore
import Foundation
import SocialServices

/// A free time in the fixed shape that other programs read.
struct SlotRow: Encodable {
    let start: String
    let minutes: Int
    let appointmentType: String
    let serviceTask: String
    let methods: [String]
    let municipality: String
    let professionals: Int

    init(_ slot: FreeSlot, on clock: WallClock) {
        start = clock.iso8601(slot.start)
        minutes = slot.minutes
        appointmentType = slot.appointmentType
        serviceTask = slot.task.rawValue
        methods = slot.methods.map(\.rawValue)
        municipality = slot.municipality.rawValue
        professionals = slot.professionals
    }

    /// Prints the rows in the form that was asked for.
    static func print(_ slots: [FreeSlot], on clock: WallClock, as format: Format) throws {
        let rows = slots.map { SlotRow($0, on: clock) }
        let table = Table(
            headings: [
                "start", "minutes", "appointmentType", "serviceTask", "methods", "municipality", "professionals",
            ],
            rows: rows.map {
                [
                    $0.start, String($0.minutes), $0.appointmentType, $0.serviceTask,
                    $0.methods.joined(separator: " "), $0.municipality, String($0.professionals),
                ]
            })
        try Output.result(["slots": rows], table, as: format)
    }
}
