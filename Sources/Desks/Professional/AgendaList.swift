import BookingCore
import ContentLibrary
import Dialogue

/// A list of bookings and times in which every booking has a number to choose it by.
struct AgendaList {
    private let words: Words
    private let dates: DateWords
    private var items: [Menu.Item] = []
    private var body: [TextBlock] = []

    init(words: Words, dates: DateWords) {
        self.words = words
        self.dates = dates
    }

    mutating func add(_ line: DayLine) {
        switch line.content {
        case .booking(let booking):
            // Only where it is longer than its neighbours does the end say something new.
            let end = booking.longMinutes == nil ? "" : "–" + dates.time(booking.slot.end)
            add(booking, at: dates.time(line.start) + end)
        case .times(let state, let count, let purpose):
            let what =
                switch state {
                case .free: words(.professional.timeFree)
                case .held: words(.professional.timeHeld)
                case .absent: words(.professional.timeAbsent)
                case .booked, .other: purpose ?? ""
                }
            let time = "\(dates.time(line.start))–\(dates.time(line.end))"
            let text = "\(time)  \(what)" + (count > 1 ? " (\(count))" : "")
            body.append(TextBlock(TerminalText(text).styled(.quiet), indent: 5, hanging: 7))
        }
    }

    mutating func add(_ booking: Booking, at time: String) {
        let text = words.row(of: booking, at: time)
        items.append(Menu.Item(id: booking.reference.grouped, text: text))
        body.append(.option(number: items.count, TerminalText(text)))
    }

    /// Adds a line that cannot be chosen.
    mutating func add(_ block: TextBlock) { body.append(block) }

    func menu(titled title: String) -> Menu {
        var menu = Menu(title: title, items: items)
        menu.body = body
        return menu
    }
}

extension Words {
    /// A booking in a list: `9.00  puhelin · Maija Meikäläinen · Apua kotiin · ! tulkki`.
    func row(of booking: Booking, at time: String) -> String {
        let signs = signs(of: booking)
        let parts = [
            self(booking.method.name), booking.client.name, what(booking),
            // The sign stays with its word at the end of a line.
            signs.isEmpty ? nil : "!\u{A0}" + signs.joined(separator: ", "),
            booking.attendance.map { self($0.phrase) },
        ]
        return time + "  " + parts.compactMap(\.self).joined(separator: " · ")
    }

    /// What must be arranged, in a word each.
    private func signs(of booking: Booking) -> [String] {
        let needs = booking.needs
        let signs: [(Bool, Phrase)] = [
            (needs.interpreter != nil, .professional.signInterpreter),
            (needs.signLanguage, .professional.signSignLanguage),
            (needs.accessibility != nil, .professional.signAccess),
            (booking.guardReason != nil, .professional.signGuard),
        ]
        return signs.filter(\.0).map { self($0.1) }
    }
}
