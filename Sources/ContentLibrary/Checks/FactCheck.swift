import BookingCore
import CivilTime
import SocialServices

/// Whether the numbers to call are there and still hold, the offices are real, and what the words claim was compared.
struct FactCheck {
    private(set) var faults: [ContentFault] = []
    private(set) var remarks: [ContentRemark] = []
    /// What a demonstration may leave open, and a county that opens may not.
    private(set) var openingFaults: [ContentFault] = []
    private let county: County
    private let today: CalendarDay
    private static let file = "county.txt"

    init(of county: County, in outlines: ContentSources, today: CalendarDay) {
        self.county = county
        self.today = today
        let nodes = outlines.county
        tellNoUrgentNumber(nodes)
        for contact in county.contacts {
            guard let node = nodes.first(where: { $0.key == "contact" && $0.text == contact.id }) else { continue }
            tellMissing(contact, node)
            tellNoWay(contact, node)
            for (number, line) in zip(contact.numbers, node.children.filter({ $0.key == "number" })) {
                tell(number, line)
            }
        }
        for office in county.offices {
            guard let node = nodes.first(where: { $0.key == "office" && $0.text == office.id }) else { continue }
            tellOpen(office, node)
            if let number = county.officeNumbers[office.id],
                let line = node.children.first(where: { $0.key == "number" })
            {
                tell(number, line)
            }
        }
        let files = outlines.tree + [(Self.file, nodes), ("services.txt", outlines.services)]
        for (file, nodes) in files {
            for fact in nodes.flatMap(\.children) where fact.key == OutlineFile.fact { tell(fact, in: file) }
        }
    }

    /// A claim that may no longer hold.
    private mutating func tell(_ fact: OutlineNode, in file: String) {
        guard let checked = fact.children.first(where: { $0.key == "checked" }) else { return }
        tellAge(of: "fact \"\(fact.text)\"", checked: checked.text, at: checked.line, in: file)
    }

    private mutating func tell(_ number: Contact.Number, _ line: OutlineNode) {
        tellNoNumber(number, line)
        tellPast(number, line)
        tellUnchecked(number, line)
    }

    /// What cannot be dialled as it stands: letters, hours behind it.
    private mutating func tellNoNumber(_ number: Contact.Number, _ node: OutlineNode) {
        let digits = number.digits.hasPrefix("+") ? number.digits.dropFirst() : Substring(number.digits)
        if digits.utf8.first.map(ASCII.isDigit) == true, digits.utf8.allSatisfy({ ASCII.isDigit($0) || $0 == 0x20 }) {
            return
        }
        let message =
            "\"number\" takes digits and spaces only, for example 116 117; say all else in words/, with \"hours\" or \"tell\""
        faults.append(ContentFault(file: Self.file, line: node.line, message: message))
    }

    /// A contact that visitors are sent to and cannot reach.
    private mutating func tellNoWay(_ contact: Contact, _ node: OutlineNode) {
        guard !contact.isRequired, contact.website == nil, !county.canCall(anyOf: [contact.id]) else { return }
        open(node.line, "a county that opens must say how \"\(contact.id)\" is reached: its number or its website")
    }

    /// What clients of an office must know to get there.
    private mutating func tellOpen(_ office: ServicePoint, _ node: OutlineNode) {
        if office.isExample {
            open(
                Self.line("example", of: node),
                "the office \"\(office.id)\" is an example; a county that opens must write its own")
            return
        }
        for (key, isKnown) in [("address", office.address != nil), ("accessible", office.isAccessible != nil)]
        where !isKnown {
            open(node.line, "a county that opens must write the \"\(key)\" line of the office \"\(office.id)\"")
        }
    }

    private mutating func open(_ line: Int, _ message: String) {
        openingFaults.append(ContentFault(file: Self.file, line: line, message: message))
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
        tellAge(
            of: "number \(number.digits)", checked: number.checked ?? "unknown", at: Self.line("checked", of: node),
            in: Self.file)
    }

    /// What was never compared with its source, or not for a year.
    private mutating func tellAge(of what: String, checked: String, at line: Int, in file: String) {
        let on = CalendarDay(checked) == nil ? "in" : "on"
        if checked == "unknown" {
            remark(line, "it is not known when the \(what) was last compared with its source", in: file)
        } else if let day = CalendarDay(checked), day > today {
            remark(line, "the \(what) was compared with its source on \(checked), a day to come", in: file)
        } else if let end = CalendarDay(endOf: checked), end.isMoreThanAYear(before: today) {
            remark(
                line, "the \(what) was last compared with its source \(on) \(checked), more than a year ago", in: file
            )
        }
    }

    private mutating func remark(_ line: Int, _ message: String, in file: String = Self.file) {
        remarks.append(ContentRemark(kind: .fact, file: file, line: line, message: message))
    }

    private static func line(_ key: String, of node: OutlineNode) -> Int {
        node.children.first { $0.key == key }?.line ?? node.line
    }
}
