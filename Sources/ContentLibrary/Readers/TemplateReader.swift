public import BookingCore
import CivilTime
public import SocialServices

/// Reads a weekly template (*viikkopohja*): lines such as `mon 09:00-11:00 advice-families phone,office` and
/// `wed 12:00-12:30 - meeting`; a line of times may end with `municipality=422` and `office=lieksa`.
public struct TemplateReader {
    private var file: OutlineFile
    private let tasks: [ServiceTask]
    private let services: Services
    /// Whose places a line may name.
    private let county: County?

    /// Reads the lines of one professional's week.
    ///
    /// - Parameters:
    ///   - name: what the file is called in faults.
    ///   - county: whose places the lines may name.
    ///   - tasks: what the professional works in; times of another service task are faults.
    /// - Throws: `ContentError.faults` with every line that cannot be understood.
    public static func read(
        _ bytes: [UInt8], name: String, for tasks: [ServiceTask], in services: Services, of county: County?
    ) throws(ContentError) -> WeeklyTemplate {
        var outline = OutlineReader(file: name)
        let nodes = outline.read(bytes)
        var reader = TemplateReader(file: OutlineFile(name: name), tasks: tasks, services: services, county: county)
        let days = Weekday.allCases.map(\.rawValue)
        reader.file.expect(leaves: days, in: nodes)
        let lines = nodes.filter { days.contains($0.key) }.compactMap { reader.line($0) }
        if nodes.isEmpty, outline.faults.isEmpty {
            reader.file.fault(
                1, "the template is empty; write lines such as: mon 09:00-11:00 \(reader.exampleType) phone,office")
        }
        let faults = (outline.faults + reader.file.faults).sorted { $0.line < $1.line }
        guard faults.isEmpty else { throw .faults(faults) }
        return WeeklyTemplate(lines: lines)
    }

    private var types: [AppointmentType] { services.appointments.filter { tasks.contains($0.task) } }

    private var exampleType: String { types.first?.id ?? "-" }

    private mutating func line(_ node: OutlineNode) -> WeeklyTemplate.Line? {
        guard let weekday = Weekday(rawValue: node.key) else { return nil }
        let isPlace = { (word: String) in word.hasPrefix("municipality=") || word.hasPrefix("office=") }
        let words = node.words.filter { !isPlace($0) }
        guard let place = place(node.words.filter(isPlace), node.line) else { return nil }
        let times = words.first.map { $0.split(separator: "-").compactMap { LocalTime(String($0)) } } ?? []
        guard times.count == 2, words.count > 1 else {
            file.fault(
                node.line,
                "after the day comes a time such as 09:00-11:00, then an appointment type, or - and what it is for")
            return nil
        }
        guard times[0] < times[1] else {
            file.fault(node.line, "\(words[0]) ends before it begins; write the earlier time first")
            return nil
        }
        guard let use = words[1] == "-" ? other(words, node.line) : appointments(words, node.line) else { return nil }
        let line = WeeklyTemplate.Line(
            weekday: weekday, from: times[0], until: times[1], use: use, place: place.named)
        let (starts, minutes) = line.times
        if starts.isEmpty { file.fault(node.line, "no time of \(minutes) minutes fits into \(words[0])") }
        let allowed = Slot.allowedMinutes
        if !allowed.contains(minutes) {
            file.fault(
                node.line, "a time takes \(allowed.lowerBound) to \(allowed.upperBound) minutes, not \(minutes)")
        }
        return line
    }

    /// The place that a line names, if it does; nil after a fault.
    private mutating func place(_ words: [String], _ line: Int) -> (named: Place?, Void)? {
        var municipality: Municipality?
        var office: ServicePoint?
        for word in words {
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            let text = parts.count > 1 ? parts[1] : ""
            if parts[0] == "office" {
                office = county?.offices.first { $0.id == text }
                if office == nil {
                    let hint = DidYouMean.hint(for: text, among: county?.offices.map(\.id) ?? [])
                    file.fault(line, "no office is called \"\(text)\"\(hint)")
                    return nil
                }
            } else {
                municipality = county?.municipalities.first { $0.rawValue == text }
                if municipality == nil {
                    file.fault(line, "the county has no municipality \"\(text)\"; write its code, for example 167")
                    return nil
                }
            }
        }
        if let office, let municipality, office.municipality != municipality {
            file.fault(line, "the office \(office.id) is not in \(municipality.rawValue); leave one of the two out")
            return nil
        }
        let place = (municipality ?? office?.municipality).map { Place($0, office: office?.id) }
        return (place, ())
    }

    private mutating func other(_ words: [String], _ line: Int) -> WeeklyTemplate.Line.Use? {
        let purpose = words.dropFirst(2).joined(separator: " ")
        if purpose.isEmpty { file.fault(line, "after - comes what the time is for, for example meeting") }
        return purpose.isEmpty ? nil : .other(purpose: purpose)
    }

    private mutating func appointments(_ words: [String], _ line: Int) -> WeeklyTemplate.Line.Use? {
        guard let type = services.appointment(words[1]) else {
            let known = types.map(\.id)
            let hint = DidYouMean.hint(for: words[1], among: known)
            file.fault(
                line,
                "no appointment is called \"\(words[1])\""
                    + (hint.isEmpty && !known.isEmpty ? "; use one of: \(known.joined(separator: ", "))" : hint))
            return nil
        }
        guard tasks.contains(type.task) else {
            let works = tasks.map(\.rawValue).joined(separator: " and ")
            file.fault(line, "\(type.id) is of \(type.task.rawValue), but this professional works in \(works)")
            return nil
        }
        guard words.count <= 3 else {
            file.fault(line, "the ways to meet are one word with commas, such as phone,office")
            return nil
        }
        let named = words.count > 2 ? words[2].split(separator: ",").map(String.init) : []
        let methods = named.compactMap {
            file.choice(ContactMethod.self, of: OutlineNode(key: "method", text: $0, line: line))
        }
        guard methods.count == named.count else { return nil }
        for method in methods where !type.methods.contains(method) {
            file.fault(line, "\(type.id) is not offered by \(method.rawValue)")
        }
        return .appointments(type, Set(methods.isEmpty ? type.methods : methods))
    }
}
