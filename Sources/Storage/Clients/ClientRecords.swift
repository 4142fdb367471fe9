import BookingCore
import Foundation

/// What is written about a meeting and read before it. Every reading is written to the access log in the transaction that
/// reads.
struct ClientRecords {
    let connection: any SQLConnection
    let bookings: BookingTable
    let descriptions: DescriptionTable
    let advice: AdviceTable
    let rights: RightTable
    let log: AccessLogTable
    let clients: ClientTable
    let changes: ChangeTable
    let outbox: Outbox

    func readDescription(of reference: BookingReference, by context: AccessContext) throws -> SituationDescription {
        try connection.transaction {
            let id = try bookings.mainID(of: reference)
            try look(.description, at: id, by: context)
            guard let found = try descriptions.description(of: id) else { throw BookingRefusal.notFound }
            return found
        }
    }

    func readAdvice(of reference: BookingReference, by context: AccessContext) throws -> Advice? {
        try connection.transaction {
            let id = try bookings.mainID(of: reference)
            try look(.advice, at: id, by: context)
            return try advice.advice(of: id)
        }
    }

    /// Keeps a reading in the transaction that reads.
    private func look(_ data: AccessKind, at booking: Int, by context: AccessContext) throws {
        let entry = AccessEntry(
            at: context.at, userID: context.userID, userName: context.userName, purpose: context.purpose,
            data: data.rawValue, provider: context.provider, booking: nil, isRefused: false)
        try log.insert(
            AccessLook(entry: entry, scope: "\(data.rawValue) \(booking)"), about: booking,
            clients: [clients.id(ofSeenBooking: booking)].compactMap(\.self))
    }

    func record(_ new: Advice, of reference: BookingReference, by doer: Doer, now: Date) throws {
        try change(.advice, of: reference, by: doer, now: now) { id in
            try advice.write(new, of: id, by: doer.id, now: now)
        }
    }

    func record(_ attendance: Attendance?, of reference: BookingReference, by doer: Doer, now: Date) throws {
        try change(.attendance, of: reference, by: doer, now: now) { id in
            let booking = try bookings.booking(id: id)
            if booking.status == .cancelled { throw BookingRefusal.alreadyCancelled }
            if booking.slot.start > now { throw BookingRefusal.notBegun }
            try bookings.setAttendance(attendance, of: id)
        }
    }

    func setGuard(_ reason: String?, for reference: BookingReference, by doer: Doer, now: Date) throws {
        try change(.guardAsked, of: reference, by: doer, now: now) { try bookings.setGuard(reason, of: $0) }
    }

    func setNote(_ text: String?, for reference: BookingReference, by doer: Doer, now: Date) throws {
        let note = text.map { StaffNote(text: $0, author: doer.name) }
        try change(.changed, of: reference, by: doer, fields: ["note"], now: now) {
            try bookings.setNote(note, of: $0)
        }
    }

    /// Does something to a client's booking, and keeps who did it.
    private func change(
        _ deed: Deed, of reference: BookingReference, by doer: Doer, fields: [String] = [], now: Date,
        _ body: (Int) throws -> Void
    ) throws {
        try connection.transaction {
            let id = try bookings.mainID(of: reference)
            try body(id)
            var line = NewChange(deed, by: doer)
            (line.booking, line.fields) = (id, fields)
            try changes.insert(line, now: now)
        }
    }

    func clientData(
        of reference: BookingReference, with professionals: Set<String>, by context: AccessContext
    ) throws -> ClientData {
        try connection.transaction {
            let named = try bookings.mainID(of: reference)
            let all = try bookings.ids(ofClientOf: named)
            var records: [ClientRecord] = []
            for id in all {
                let booking = try bookings.booking(id: id)
                guard try !professionals.isDisjoint(with: bookings.professionals(of: booking.reference)) else {
                    continue
                }
                try log.insert(.all, of: booking.reference, by: context, about: id)
                records.append(
                    ClientRecord(
                        booking: booking, description: try descriptions.description(of: id),
                        advice: try advice.advice(of: id), messages: try outbox.messages(of: id)))
            }
            let client = try bookings.booking(id: named).client
            // A right is for a phone number.
            let granted = try client.phone.map { try rights.rights(of: $0, now: context.at) } ?? []
            return ClientData(
                records: records, rights: granted.filter { client.isSame(as: $0.grant) },
                others: all.count - records.count)
        }
    }
}
