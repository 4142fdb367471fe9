import BookingCore
import Foundation

extension SQLBookingStore {
    func book(
        series choice: SlotChoice, andAt starts: [Date], _ request: BookingRequest, now: Date,
        drawing draw: () -> BookingReference
    ) throws(BookingError) -> [Booking] {
        try connection.transaction { () throws(BookingError) in
            let series = UUID().uuidString.lowercased()
            var bookings: [Booking] = []
            for start in [choice.start] + starts {
                do throws(BookingError) {
                    let worker = bookings.first?.slot.professional
                    let found = try freeSeats(choice.at(start), with: worker, now: now)
                    bookings.append(
                        try book(found, request, taken: now, series: series, now: now, drawing: draw))
                } catch .noLongerFree {
                    throw .notFreeThen(start: start)
                }
            }
            return bookings
        }
    }
}
