import BookingCore

/// An account in the fixed shape that other programs read.
struct StaffRow: Encodable {
    let id: String
    let name: String
    let role: String
    /// `ready`, `locked`, or `no-password`: nobody can sign in then.
    let state: String

    init(_ member: StaffMember) {
        id = member.id
        name = member.name
        role = member.role.rawValue
        state = member.isLocked ? "locked" : member.hasPassword ? "ready" : "no-password"
    }

    private static let headings = ["id", "name", "role", "state"]

    private var cells: [String] { [id, name, role, state] }

    static func print(_ member: StaffMember, as format: Format) throws {
        let row = StaffRow(member)
        try Output.result(row, Table(headings: headings, rows: [row.cells]), as: format)
    }

    static func print(_ members: [StaffMember], as format: Format) throws {
        let rows = members.map(StaffRow.init)
        try Output.result(["staff": rows], Table(headings: headings, rows: rows.map(\.cells)), as: format)
    }
}
