import BookingCore
import CivilTime
import SocialServices

/// Reads from when on clients may book an appointment type themselves: all of it, or a part after another.
///
/// ```
/// opens 2026-11-02
///   method phone
/// opens 2027-02-01
///   method office
///   municipality 167
/// ```
struct OpeningsReader {
    var file: OutlineFile
    /// The appointment type's id.
    let type: String
    let methods: [ContactMethod]
    let county: County

    mutating func read(_ nodes: [OutlineNode]) -> [BookingOpening] {
        var openings: [BookingOpening] = []
        for node in nodes where node.key == "opens" {
            guard let opening = opening(node) else { continue }
            if let other = openings.first(where: { $0.day <= opening.day && $0.covers(opening) }) {
                file.fault(
                    node.line,
                    "this opens nothing: all of it is open from \(other.day) on by a line above; keep one of them")
            } else if let other = openings.first(where: { $0.day > opening.day && opening.covers($0) }) {
                file.fault(
                    node.line,
                    "with this, what opens on \(other.day) by a line above is open before; keep one of them")
            }
            openings.append(opening)
        }
        return openings
    }

    private mutating func opening(_ node: OutlineNode) -> BookingOpening? {
        file.expect(leaves: ["method", "municipality", "service"], in: node.children)
        let named = node.children.filter { $0.key == "method" }
            .compactMap { line in file.choice(ContactMethod.self, of: line).map { (line, $0) } }
        for (line, method) in named where !methods.contains(method) {
            file.fault(line.line, "\(type) is not offered by \(method.rawValue)")
        }
        let places = node.children.filter { $0.key == "municipality" }.compactMap { municipality($0) }
        let services = node.children.filter { $0.key == "service" }.map(\.text)
        guard let day = CalendarDay(node.text), let clock = WallClock(timeZone: county.timeZone) else {
            file.fault(node.line, "\"opens\" must be a day, for example 2026-11-21")
            return nil
        }
        return BookingOpening(
            day: day, from: clock.start(of: day), methods: Set(named.map(\.1)), municipalities: Set(places),
            services: Set(services))
    }

    private mutating func municipality(_ node: OutlineNode) -> Municipality? {
        let municipality = Municipality(rawValue: node.text)
        if let municipality, county.municipalities.contains(municipality) { return municipality }
        file.fault(node.line, "county.txt has no municipality \"\(node.text)\"")
        return nil
    }
}
