/// Everything that a signed-in user can do. The raw values are written to the access log.
public enum StaffOperation: String, CaseIterable, Sendable {
    /// Sees bookings: who comes, when and how, what must be arranged. Never a description.
    case seeBookings = "see-bookings"
    case book
    case move
    case cancel
    /// Reads the situation description of a booking, on the screen or on paper.
    case readDescription = "read-description"
    /// Met or did not come, and a record of the advice.
    case recordMeeting = "record-meeting"
    case grantRight = "grant-right"
    case withdrawRight = "withdraw-right"
    /// Writes to a client by hand.
    case writeMessage = "write-message"
    /// Opens times, applies a template, records an absence.
    case changeTimetable = "change-timetable"
    case handOver = "hand-over"
    /// Who is booked how much.
    case seeWorkload = "see-workload"
    case seeReports = "see-reports"
    /// The list of those who need an interpreter or a guard.
    case seeArrangements = "see-arrangements"
    /// Keeps and takes up the draft of a call, and counts calls.
    case recordCall = "record-call"
    /// Puts a client's name, number and wishes right, and adds others to a meeting.
    case correctClient = "correct-client"
    case manageStaff = "manage-staff"
    case readLog = "read-log"
    /// Gives clients all that is kept of them.
    case showClientData = "show-client-data"
    case eraseClientData = "erase-client-data"
    case purge
}

/// How far an operation reaches for a role.
public enum AccessScope: Sendable, Hashable {
    case nothing
    /// A professional's own bookings and timetable and, of descriptions where the county allows, their team's.
    case own
    case all
}

extension StaffRole {
    /// Each role does its own and no more.
    public func reach(of operation: StaffOperation) -> AccessScope {
        switch self {
        case .phoneService:
            switch operation {
            case .seeBookings, .book, .move, .cancel, .writeMessage, .seeArrangements, .recordCall, .correctClient:
                .all
            default: .nothing
            }
        case .professional:
            switch operation {
            case .book: .all
            case .seeBookings, .move, .cancel, .readDescription, .recordMeeting, .grantRight, .withdrawRight,
                .writeMessage, .changeTimetable, .handOver, .showClientData, .correctClient:
                .own
            default: .nothing
            }
        case .supervisor:
            switch operation {
            case .seeWorkload, .seeReports, .seeArrangements, .changeTimetable, .handOver: .all
            default: .nothing
            }
        case .mainUser:
            switch operation {
            case .manageStaff, .readLog, .eraseClientData, .purge, .seeReports, .changeTimetable: .all
            default: .nothing
            }
        }
    }
}

extension StaffMember {
    /// How far an operation reaches for the widest of their roles.
    public func reach(of operation: StaffOperation) -> AccessScope {
        let scopes = roles.map { $0.reach(of: operation) }
        return scopes.contains(.all) ? .all : scopes.contains(.own) ? .own : .nothing
    }
}
