import BookingCore
import ContentLibrary

extension Command {
    static let book = Command("book", "book a time without a conversation", BookOptions()) { call in
        let county = try call.county()
        let sessions = try call.sessions()
        let session = call[\.leave].has(\.professionals) || call.hasSignIn ? try call.staff(in: sessions) : nil
        if session == nil, call.has(\.note) {
            throw Failure(
                .usage, "--note would do nothing without your account; add --as ID and --password-file FILE")
        }
        let desk: any BookingDesk = session ?? sessions.visitor
        if session == nil, call.has(\.client) {
            throw Failure(
                .usage, "--client would do nothing without your account; add --as ID and --password-file FILE")
        }
        let known = try call[\.client].flatMap { name in
            try session.map { try $0.clients.client(forBooking: name.id(for: $0.clients)) }
        }
        let form = try BookingForm(call, county, sessions.visitor, at: desk, for: known)
        let request = try form.request(
            consent: session?.consentSaidAloud ?? .onScreen,
            by: session?.member.role == .professional ? .professional : .phoneService)
        do {
            if let starts = try form.laterStarts() {
                let bookings = try desk.book(series: form.choice, andAt: starts, request)
                try county.printer.print(rows: bookings, as: BookingTables.bookings)
            } else {
                let booking = try desk.book(form.choice, request)
                try county.printer.print(row: booking, as: BookingTables.bookings)
            }
            return .done
        } catch BookingRefusal.noLongerFree {
            try county.printer.print(rows: try form.alternatives(at: desk), as: BookingTables.freeTimes)
            throw BookingRefusal.noLongerFree
        } catch BookingRefusal.notFreeThen(let start) {
            throw Failure.notFreeThen(start, on: county.clock)
        }
    }
}
