import BookingCore
import CivilTime
import SocialServices

/// Reads `services.txt`: service tasks, their services, and the appointment types.
struct ServicesReader {
    var file = OutlineFile(name: "services.txt")
    let county: County

    init(of county: County) { self.county = county }

    mutating func read(_ nodes: [OutlineNode]) -> Services {
        file.expect(["task", "service", "appointment"], in: nodes)
        var services = Services()
        for node in nodes {
            switch node.key {
            case "task":
                file.expect(leaves: ["code"], in: node.children)
                if let code = file.one("code", in: node.children) { _ = self.code(code, like: "82") }
                guard let task = file.choice(ServiceTask.self, of: node),
                    isNew(node, among: services.tasks.map(\.rawValue))
                else { continue }
                services.tasks.append(task)
            case "service":
                guard let service = service(node), isNew(node, among: services.services.map(\.id)) else { continue }
                services.services.append(service)
            case "appointment":
                guard let type = appointment(node), isNew(node, among: services.appointments.map(\.id))
                else { continue }
                services.appointments.append(type)
            default: break
            }
        }
        for node in nodes where node.key == "appointment" { tellUnknownServices(node, among: services) }
        return services
    }

    /// Services may be written below the appointment types that open for them.
    private mutating func tellUnknownServices(_ node: OutlineNode, among services: Services) {
        let task = node.children.first { $0.key == "task" }?.text
        for line in node.children.filter({ $0.key == "opens" }).flatMap(\.children) where line.key == "service" {
            let known = services.services.filter { $0.task.rawValue == task }.map(\.id)
            if known.contains(line.text) { continue }
            file.fault(
                line.line,
                "\(task ?? "this task") has no service \"\(line.text)\""
                    + DidYouMean.hint(for: line.text, among: known))
        }
    }

    private mutating func isNew(_ node: OutlineNode, among ids: [String]) -> Bool {
        guard ids.contains(node.text) else { return true }
        file.fault(node.line, "the \(node.key) \"\(node.text)\" is defined twice; keep one")
        return false
    }

    private mutating func service(_ node: OutlineNode) -> Service? {
        file.expectFacts(leaves: ["task", "code", "class", "target", "opened"], in: node.children)
        guard let id = file.id(of: node),
            let task = file.required("task", in: node.children, of: node)
                .flatMap({ file.choice(ServiceTask.self, of: $0) })
        else { return nil }
        return Service(
            id: id, task: task, code: file.one("code", in: node.children).flatMap { code($0, like: "82") },
            registerClass: file.one("class", in: node.children).flatMap { code($0, like: "P3.6") },
            targetGroups: node.children.filter { $0.key == "target" }.compactMap { code($0, like: "KR1.2") },
            openedForClients: file.yes("opened", in: node.children))
    }

    /// A code of a national code set: letters that all of its codes begin with, and numbers with dots between them.
    /// No desk shows one; other registers are told them, where a slip of the finger would name another service.
    private mutating func code(_ node: OutlineNode, like example: String) -> String? {
        let letters = example.prefix { $0.isLetter }
        let numbers = node.text.dropFirst(letters.count).split(separator: ".", omittingEmptySubsequences: false)
        if node.text.hasPrefix(letters), numbers.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(ASCII.isDigit) }) {
            return node.text
        }
        file.fault(node.line, "\"\(node.key)\" must be a code such as \(example)")
        return nil
    }

    private mutating func appointment(_ node: OutlineNode) -> AppointmentType? {
        file.expectFacts(
            and: ["opens"], leaves: ["task", "minutes", "method", "by-right", "seats"] + RulesReader.keys,
            in: node.children)
        guard let id = file.id(of: node),
            let task = file.required("task", in: node.children, of: node)
                .flatMap({ file.choice(ServiceTask.self, of: $0) }),
            let minutes = file.required("minutes", in: node.children, of: node)
                .flatMap({ file.number(Slot.allowedMinutes, of: $0) })
        else { return nil }
        let methods = node.children.filter { $0.key == "method" }
            .compactMap { file.choice(ContactMethod.self, of: $0) }
        if methods.isEmpty { file.fault(node.line, "\"appointment \(id)\" has no \"method\"") }
        let isByRight = file.yes("by-right", in: node.children)
        if task == .childProtection, !isByRight {
            file.fault(
                node.line, "child protection is never an anonymous slot: its times go to the client's own worker")
        }
        let seats = file.one("seats", in: node.children).flatMap { file.number(Slot.allowedSeats, of: $0) }
        var rulesReader = RulesReader(file: file, minutes: minutes, seats: seats ?? 1)
        var rules = rulesReader.read(node.children)
        file = rulesReader.file
        if let opens = node.children.first(where: { $0.key == "opens" }), isByRight {
            file.fault(opens.line, "a right opens the times of \"\(id)\" already; leave \"opens\" out")
        }
        var openings = OpeningsReader(file: file, type: id, methods: methods, county: county)
        rules.openings = openings.read(node.children)
        file = openings.file
        return AppointmentType(
            id: id, task: task, minutes: minutes, methods: methods, rules: rules, isByRight: isByRight,
            seats: seats ?? 1)
    }
}

/// Reads the rules of an appointment type: how soon, how far ahead and how many times can be booked.
struct RulesReader {
    static let keys = [
        "notice", "ahead", "change-until", "open-per-phone", "interpreter-length", "interpreter-notice",
    ]

    var file: OutlineFile
    /// The type's own length.
    let minutes: Int
    let seats: Int

    mutating func read(_ nodes: [OutlineNode]) -> AppointmentRules {
        let rules = AppointmentRules(
            notice: span("notice", in: nodes), ahead: span("ahead", in: nodes),
            changeUntil: span("change-until", in: nodes),
            openPerPhone: file.one("open-per-phone", in: nodes).flatMap { file.number(1...100, of: $0) },
            interpreterMinutes: interpreterMinutes(nodes), interpreterNotice: span("interpreter-notice", in: nodes))
        if let notice = rules.notice, let ahead = rules.ahead, notice.seconds >= ahead.seconds,
            let line = nodes.first(where: { $0.key == "ahead" })?.line
        {
            file.fault(line, "nothing could be booked: \"ahead\" must be longer than \"notice\"")
        }
        if let notice = rules.interpreterNotice, let ahead = rules.ahead, notice.seconds >= ahead.seconds,
            let line = nodes.first(where: { $0.key == "interpreter-notice" })?.line
        {
            file.fault(
                line,
                "nothing could be booked with an interpreter: \"ahead\" must be longer than \"interpreter-notice\"")
        }
        return rules
    }

    /// Slots of the type are taken one after another: so many that they are as long.
    private mutating func interpreterMinutes(_ nodes: [OutlineNode]) -> Int? {
        guard let node = file.one("interpreter-length", in: nodes), let span = file.span(of: node) else { return nil }
        let length = Int(span.seconds) / 60
        if seats > 1 {
            file.fault(node.line, "a time for several clients has one length; leave \"interpreter-length\" out")
        } else if length <= minutes || length % minutes != 0 || length > Slot.allowedMinutes.upperBound {
            let most = Slot.allowedMinutes.upperBound / minutes * minutes
            file.fault(
                node.line,
                "\"interpreter-length\" must be twice \"minutes\" (\(2 * minutes)min) or another multiple of it, at "
                    + "most \(most)min")
        }
        return length
    }

    private mutating func span(_ key: String, in nodes: [OutlineNode]) -> TimeSpan? {
        file.one(key, in: nodes).flatMap { file.span(of: $0) }
    }
}
