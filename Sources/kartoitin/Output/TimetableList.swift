import BookingCore
import Foundation
import SocialServices

/// A timetable as it is printed: never who booked.
struct TimetableList: Encodable {
    let professional: String
    let name: String
    let start: String
    let minutes: Int
    let serviceTask: String
    let methods: [String]
    let municipality: String
    let state: String
    /// Only of a time that is for no client.
    let purpose: String?

    init(_ row: TimetableRow, of professional: Professional, on clock: WallClock) {
        self.professional = professional.id
        name = professional.name
        start = clock.iso8601(row.slot.start)
        minutes = row.slot.minutes
        serviceTask = row.slot.task.rawValue
        methods = row.slot.methods.sorted().map(\.rawValue)
        municipality = row.slot.municipality.rawValue
        state = row.state.rawValue
        purpose = row.slot.purpose
    }

    static func print(_ rows: [(Professional, TimetableRow)], on clock: WallClock, as format: Format) throws {
        let list = rows.map { professional, row in TimetableList(row, of: professional, on: clock) }
        let table = Table(
            headings: [
                "professional", "name", "start", "minutes", "serviceTask", "methods", "municipality", "state",
                "purpose",
            ],
            rows: list.map {
                [
                    $0.professional, $0.name, $0.start, String($0.minutes), $0.serviceTask,
                    $0.methods.joined(separator: " "), $0.municipality, $0.state, $0.purpose ?? "",
                ]
            })
        try Output.result(["timetable": list], table, as: format)
    }
}
