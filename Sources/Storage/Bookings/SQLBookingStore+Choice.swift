import BookingCore
import Foundation
import SocialServices

extension SQLBookingStore {
    /// How fairly a slot's worker would be chosen, the fairest first: the one with the fewest bookings in the local
    /// week of the slot (Monday to Sunday); of those, the one who is idle longest, which is whose last booking before
    /// the slot ends first, or who has none; of those, the first by id. The same timetables always give the same
    /// worker; of two who book different times at the same moment on a server, neither sees the other's booking yet.
    ///
    /// - Parameter week: the numbers of the parameters that hold when the week begins and when it ends.
    static func fairness(week: (first: Int, end: Int)) -> String {
        """
        (
            SELECT coalesce(sum(other.booked), 0) FROM slot other
            WHERE other.professional = slot.professional AND other.booked > 0
                AND other.start >= ?\(week.first) AND other.start < ?\(week.end)
        ), coalesce((
            SELECT other.finish FROM slot other
            WHERE other.professional = slot.professional AND other.booked > 0 AND other.start < slot.start
            ORDER BY other.start DESC LIMIT 1
        ), 0), slot.professional
        """
    }

    /// Free seats that fit, of the fairest worker or of those whom the leave names.
    ///
    /// - Parameter worker: the only one it may be, by id; nil for any.
    func freeSeats(
        _ choice: SlotChoice, with worker: String? = nil, now: Date
    ) throws(BookingError) -> FoundSeats {
        // Asked here: the database would take a second condition on the start for the better one to search by.
        guard choice.start.seconds >= now.seconds else { throw .noLongerFree }
        let opening = try opening(of: choice.leave, now: now)
        let week = WallClock.finland.week(of: choice.start)
        var values: [SQLValue] = [
            .integer(now.seconds), .text(choice.task.rawValue), .integer(choice.start.seconds),
            .integer(choice.method.bit), SQLValue(choice.municipality?.rawValue),
            SQLValue(choice.appointmentType),
            .integer(week.lowerBound.seconds), .integer(week.upperBound.seconds), SQLValue(worker),
        ]
        let leave = opening.conditions(&values).map { " AND \($0)" }.joined()
        let found = try connection.first(
            """
            SELECT id, \(freeSeat), (finish - start) / 60, appointment_type,
                EXISTS (SELECT 1 FROM hold WHERE hold.slot = slot.id)
            FROM slot WHERE id = (
                SELECT id FROM slot
                WHERE slot.task = ?2 AND slot.start = ?3 AND 0 <> slot.methods & ?4
                    AND (?5 IS NULL OR slot.municipality = ?5) AND (?6 IS NULL OR slot.appointment_type = ?6)
                    AND (?9 IS NULL OR slot.professional = ?9)
                    AND \(opening.isByRight ? Self.isUntaken() : Self.isFree)\(leave)
                ORDER BY \(Self.fairness(week: (7, 8))) LIMIT 1)
            """, values
        ) {
            (
                seat: Seat(slot: $0.integer(0), number: $0.integer(1)), minutes: $0.integer(2), type: $0.text(3),
                isHeld: $0.integer(4) == 1
            )
        }
        guard let found else { throw .noLongerFree }
        let partners = try seats(of: opening.partners, besides: found.seat.slot, choice.method, now: now)
        return FoundSeats(
            seats: [found.seat] + partners, start: choice.start, minutes: found.minutes, appointmentType: found.type,
            right: opening.right, isHeld: found.isHeld || !partners.isEmpty)
    }

    /// A work pair's other seats, at the time of a slot.
    private func seats(
        of partners: [String], besides slot: Int, _ method: ContactMethod, now: Date
    ) throws(BookingError) -> [Seat] {
        var seats: [Seat] = []
        for partner in partners {
            let seat = try connection.first(
                """
                SELECT slot.id, \(freeSeat) FROM slot JOIN slot same ON same.id = ?3
                WHERE slot.professional = ?2 AND slot.start = same.start AND 0 <> slot.methods & ?4
                    AND \(Self.isUntaken())
                """,
                [.integer(now.seconds), .text(partner), .integer(slot), .integer(method.bit)]
            ) { Seat(slot: $0.integer(0), number: $0.integer(1)) }
            guard let seat else { throw .noLongerFree }
            seats.append(seat)
        }
        return seats
    }
}
