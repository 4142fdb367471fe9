import BookingCore
import CivilTime
import SocialServices

/// Whether the numbers to call are there and still hold.
struct FactCheck {
    private(set) var faults: [ContentFault] = []
    private(set) var remarks: [ContentRemark] = []
    private let county: County
    private let today: CalendarDay
    private static let file = "county.txt"

    init(of county: County, in nodes: [OutlineNode], today: CalendarDay) {
        self.county = county
        self.today = today
        tellNoUrgentNumber(nodes)
        for contact in county.contacts {
            guard let node = nodes.first(where: { $0.key == "contact" && $0.text == contact.id }) else { continue }
            tellMissing(contact, node)
            for (number, line) in zip(contact.numbers, node.children.filter({ $0.key == "number" })) {
                tellPast(number, line)
                tellUnchecked(number, line)
            }
        }
    }

    /// The way to urgent help shows numbers first: one at least there must be.
    private mutating func tellNoUrgentNumber(_ nodes: [OutlineNode]) {
        let ids = county.urgentContacts
        // A contact that does not exist is told by its own line.
        guard let line = nodes.first(where: { $0.key == "urgent" })?.line, !ids.isEmpty,
            ids.allSatisfy({ county.contact($0) != nil }), !county.canCall(anyOf: ids)
        else { return }
        let message = "none of the urgent contacts has a number to show, of its own or by \"instead\""
        faults.append(ContentFault(file: Self.file, line: line, message: message))
    }

    private mutating func tellMissing(_ contact: Contact, _ node: OutlineNode) {
        guard contact.isRequired, contact.numbers.isEmpty else { return }
        let shown = contact.instead.flatMap { county.contact($0)?.numbers.first?.digits }
        let instead = shown.map { "; \($0) is shown instead" } ?? "; no number is shown"
        remark(node.line, "a real county must give the number of \"\(contact.id)\"\(instead)")
    }

    private mutating func tellPast(_ number: Contact.Number, _ node: OutlineNode) {
        guard let end = number.validUntil, end < today else { return }
        let message = "the number \(number.digits) held until \(end) only; write the present one and its source"
        faults.append(ContentFault(file: Self.file, line: Self.line("valid-until", of: node), message: message))
    }

    private mutating func tellUnchecked(_ number: Contact.Number, _ node: OutlineNode) {
        let line = Self.line("checked", of: node)
        guard let checked = number.checked else {
            remark(line, "it is not known when the number \(number.digits) was last compared with its source")
            return
        }
        guard let end = CalendarDay(endOf: checked), end.isMoreThanAYear(before: today) else { return }
        remark(
            line, "the number \(number.digits) was last compared with its source in \(checked), more than a year ago")
    }

    private mutating func remark(_ line: Int, _ message: String) {
        remarks.append(ContentRemark(kind: .fact, file: Self.file, line: line, message: message))
    }

    private static func line(_ key: String, of node: OutlineNode) -> Int {
        node.children.first { $0.key == key }?.line ?? node.line
    }
}
