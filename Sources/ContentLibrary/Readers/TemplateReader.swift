public import BookingCore
import CivilTime
public import SocialServices

/// Reads a weekly template (*viikkopohja*): lines such as `mon 09:00-11:00 advice-families phone,office` and
/// `wed 12:00-12:30 - meeting`.
public struct TemplateReader {
    private var file: OutlineFile
    private let task: ServiceTask
    private let services: Services

    /// Reads the lines of one professional's week.
    ///
    /// - Parameters:
    ///   - name: what the file is called in faults.
    ///   - task: what the professional works in; times of another service task are faults.
    /// - Throws: `ContentError.faults` with every line that cannot be understood.
    public static func read(
        _ bytes: [UInt8], name: String, for task: ServiceTask, in services: Services
    ) throws(ContentError) -> WeeklyTemplate {
        var outline = OutlineReader(file: name)
        let nodes = outline.read(bytes)
        var reader = TemplateReader(file: OutlineFile(name: name), task: task, services: services)
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

    private var types: [AppointmentType] { services.appointments.filter { $0.task == task } }

    private var exampleType: String { types.first?.id ?? "-" }

    private mutating func line(_ node: OutlineNode) -> WeeklyTemplate.Line? {
        guard let weekday = Weekday(rawValue: node.key) else { return nil }
        let words = node.words
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
        let line = WeeklyTemplate.Line(weekday: weekday, from: times[0], until: times[1], use: use)
        let (starts, minutes) = line.times
        if starts.isEmpty { file.fault(node.line, "no time of \(minutes) minutes fits into \(words[0])") }
        if !(5...480).contains(minutes) { file.fault(node.line, "a time takes 5 to 480 minutes, not \(minutes)") }
        return line
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
        guard type.task == task else {
            file.fault(
                line, "\(type.id) is of \(type.task.rawValue), but this professional works in \(task.rawValue)")
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
