import BookingCore
import Foundation

/// One line of a professional's day: a booking, or times of one kind that follow one another.
struct DayLine: Equatable {
    enum Content: Equatable {
        case booking(Booking)
        /// The number of times, and their purpose if they are for no client.
        case times(TimetableRow.State, count: Int, purpose: String?)
    }

    let start: Date
    var end: Date
    var content: Content

    var booking: Booking? {
        if case .booking(let booking) = content { booking } else { nil }
    }

    /// The lines of a period, in order of time.
    ///
    /// - Parameter bookings: cancelled ones are left out.
    static func lines(of timetable: [TimetableRow], _ bookings: [Booking]) -> [DayLine] {
        let booked = Dictionary(grouping: bookings.filter { $0.status == .booked }, by: \.slot.start)
        var lines: [DayLine] = []
        for row in timetable {
            let (start, end) = (row.slot.start, row.slot.end)
            lines += (booked[start] ?? []).map { DayLine(start: start, end: $0.slot.end, content: .booking($0)) }
            if row.state == .booked { continue }
            if let last = lines.last, last.end == start,
                case .times(row.state, let count, row.slot.purpose) = last.content
            {
                lines[lines.count - 1].end = end
                lines[lines.count - 1].content = .times(row.state, count: count + 1, purpose: row.slot.purpose)
            } else {
                let content = Content.times(row.state, count: 1, purpose: row.slot.purpose)
                lines.append(DayLine(start: start, end: end, content: content))
            }
        }
        return lines
    }
}
