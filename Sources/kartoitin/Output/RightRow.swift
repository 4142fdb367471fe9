import BookingCore
import Foundation

/// A booking right in the fixed shape that other programs read.
struct RightRow: Encodable {
    let code: String
    let appointmentType: String
    /// Whom it names: workers by id, or a team.
    let with: [String]
    let uses: Int
    let used: Int
    let expires: String
    /// `valid`, or why it opens nothing.
    let state: String
    let grantedBy: String

    init(_ right: BookingRight, on clock: WallClock, now: Date) {
        code = right.code.grouped
        appointmentType = right.grant.appointmentType
        with = right.grant.grantee.team.map { ["team \($0)"] } ?? right.grant.grantee.workers
        uses = right.grant.uses
        used = right.used
        expires = clock.iso8601(right.grant.expires)
        state = right.trouble(at: now)?.rawValue ?? "valid"
        grantedBy = right.grant.grantedBy
    }

    private static let headings = [
        "code", "appointmentType", "with", "uses", "used", "expires", "state", "grantedBy",
    ]

    private var cells: [String] {
        [
            code, appointmentType, with.joined(separator: " "), String(uses), String(used), expires, state, grantedBy,
        ]
    }

    static func print(_ right: BookingRight, on clock: WallClock, now: Date, as format: Format) throws {
        let row = RightRow(right, on: clock, now: now)
        try Output.result(row, Table(headings: headings, rows: [row.cells]), as: format)
    }

    static func print(_ rights: [BookingRight], on clock: WallClock, now: Date, as format: Format) throws {
        let rows = rights.map { RightRow($0, on: clock, now: now) }
        try Output.result(["rights": rows], Table(headings: headings, rows: rows.map(\.cells)), as: format)
    }
}
