import BookingCore
import CivilTime
import SocialServices

/// Reads `county.txt`.
struct CountyReader {
    var file = OutlineFile(name: "county.txt")
    private(set) var references: [Reference] = []
    /// Where the county did not say: enough for a second meeting to be prepared.
    private static let usuallyKept = TimeSpan.days(30)
    private static let clientsUsuallyKept = TimeSpan.days(365)

    mutating func read(_ nodes: [OutlineNode]) -> County {
        file.expect(
            ["county", "language", "municipality", "office", "urgent", "contact", "reminder", "closed"],
            leaves: ["language", "municipality", "reminder"], in: nodes)
        let county = file.one("county", in: nodes)
        if county == nil { file.fault(1, "\"county\" and its id are missing") }
        let about = county?.children ?? []
        file.expect(
            leaves: [
                "website", "zone", "open-on-eves", "team-reads-descriptions", "keep-descriptions", "saturday-counts",
                "keep-clients", "undo-booking", "undo-change",
            ], in: about)
        let zone = county.flatMap { file.required("zone", in: about, of: $0) }
        let urgent = file.one("urgent", in: nodes)?.children ?? []
        if urgent.isEmpty { file.fault(1, "\"urgent\" and its contacts are missing") }
        file.expect(leaves: ["contact"], in: urgent)
        for node in urgent { refer(to: node) }
        let offices = unique("office", in: nodes)
        return County(
            id: county?.text ?? "", website: file.one("website", in: about)?.text,
            timeZone: zone?.text ?? "Europe/Helsinki",
            closedDays: ClosedDays(isOpenOnEves: file.yes("open-on-eves", in: about), ofCounty: closedDays(nodes)),
            municipalities: unique("municipality", in: nodes).compactMap { municipality($0) },
            languages: unique("language", in: nodes).compactMap { language($0) },
            offices: offices.compactMap { office($0) }, officeNumbers: officeNumbers(offices),
            urgentContacts: urgent.map(\.text),
            contacts: unique("contact", in: nodes).compactMap { contact($0) },
            reminders: unique("reminder", in: nodes).compactMap { reminder($0) },
            teamReadsDescriptions: file.yes("team-reads-descriptions", in: about),
            keepsDescriptions: span("keep-descriptions", in: about) ?? Self.usuallyKept,
            keepsClients: span("keep-clients", in: about) ?? Self.clientsUsuallyKept, pauses: pauses(about),
            saturdayCounts: file.yes("saturday-counts", in: about))
    }

    private mutating func span(_ key: String, in about: [OutlineNode]) -> TimeSpan? {
        guard let node = file.one(key, in: about) else { return nil }
        return file.span(of: node)
    }

    private mutating func pauses(_ about: [OutlineNode]) -> MessagePauses {
        let usual = MessagePauses.usual
        let pauses = MessagePauses(
            booking: span("undo-booking", in: about) ?? usual.booking,
            change: span("undo-change", in: about) ?? usual.change)
        for (key, pause) in [("undo-booking", pauses.booking), ("undo-change", pauses.change)]
        where pause.map({ $0.seconds > MessagePauses.longest.seconds }) == true {
            let line = file.one(key, in: about)?.line ?? 1
            file.fault(line, "\"\(key)\" can be at most \(MessagePauses.longest.words)")
        }
        return pauses
    }

    private mutating func reminder(_ node: OutlineNode) -> TimeSpan? {
        guard let time = file.span(of: node) else { return nil }
        if time.seconds > Reminders.earliest.seconds {
            file.fault(node.line, "\"reminder\" can be at most \(Reminders.earliest.words) before the meeting")
        }
        return time
    }

    /// The lines with this key; an id that stands twice is told.
    private mutating func unique(_ key: String, in nodes: [OutlineNode]) -> [OutlineNode] {
        var seen: Set<String> = []
        return nodes.filter { $0.key == key }.filter { node in
            if seen.insert(node.text).inserted { return true }
            file.fault(node.line, "the \(key) \"\(node.text)\" is defined twice; keep one")
            return false
        }
    }

    private mutating func closedDays(_ nodes: [OutlineNode]) -> [CalendarDay: String] {
        var reasons: [CalendarDay: String] = [:]
        for node in unique("closed", in: nodes) {
            file.expect(leaves: ["reason"], in: node.children)
            let day = CalendarDay(node.text)
            if day == nil { file.fault(node.line, "\"closed\" must be a day, for example 2026-11-21") }
            let reason = file.required("reason", in: node.children, of: node)
            if let reason, reason.text.isEmpty { file.fault(reason.line, "\"reason\" needs words after it") }
            if let day { reasons[day] = reason?.text ?? "" }
        }
        return reasons
    }

    private mutating func municipality(_ node: OutlineNode) -> Municipality? {
        let municipality = Municipality(rawValue: node.text)
        if municipality == nil { file.fault(node.line, "a municipality code has three digits, for example 167") }
        return municipality
    }

    private mutating func language(_ node: OutlineNode) -> Language? {
        let language = Language(rawValue: node.text)
        if language == nil { file.fault(node.line, "a language is two letters, for example fi") }
        return language
    }

    private mutating func office(_ node: OutlineNode) -> ServicePoint? {
        let leaves = ["municipality", "example", "address", "accessible"]
        file.expect(leaves + ["number"], leaves: leaves, in: node.children)
        let address = file.one("address", in: node.children)
        if let address, address.text.isEmpty { file.fault(address.line, "\"address\" is empty") }
        guard let place = file.required("municipality", in: node.children, of: node),
            let municipality = municipality(place)
        else { return nil }
        return ServicePoint(
            id: node.text, municipality: municipality, isExample: file.yes("example", in: node.children),
            address: address?.text,
            isAccessible: node.children.contains { $0.key == "accessible" }
                ? file.yes("accessible", in: node.children) : nil)
    }

    private mutating func officeNumbers(_ offices: [OutlineNode]) -> [String: Contact.Number] {
        var numbers: [String: Contact.Number] = [:]
        for office in offices {
            guard let node = file.one("number", in: office.children) else { continue }
            numbers[office.text] = number(node)
        }
        return numbers
    }

    private mutating func contact(_ node: OutlineNode) -> Contact? {
        let leaves = ["website", "required", "instead"]
        file.expectFacts(and: ["number"], leaves: leaves, in: node.children)
        let instead = file.one("instead", in: node.children)
        if let instead { refer(to: instead) }
        return Contact(
            id: node.text,
            numbers: node.children.filter { $0.key == "number" }.map { number($0) },
            website: file.one("website", in: node.children)?.text,
            isRequired: file.yes("required", in: node.children), instead: instead?.text)
    }

    private mutating func number(_ node: OutlineNode) -> Contact.Number {
        file.expect(leaves: ["language", "source", "checked", "valid-until"], in: node.children)
        let language = file.one("language", in: node.children).flatMap { self.language($0) }
        let source = file.source(of: node)
        let end = file.one("valid-until", in: node.children)
        let validUntil = end.flatMap { CalendarDay($0.text) }
        if let end, validUntil == nil {
            file.fault(end.line, "\"valid-until\" must be a day, for example 2026-11-21")
        }
        return Contact.Number(
            digits: node.text, language: language,
            source: source.source, checked: source.checked, validUntil: validUntil)
    }

    private mutating func refer(to node: OutlineNode) {
        references.append(Reference(to: .contact(node.text), file: file.name, line: node.line))
    }
}
