import BookingCore
import Mapper

/// Outcomes that give nothing, and appointment types and contacts that no outcome gives.
///
/// A professional gives appointments by right, and staff tell of those for several clients: no outcome need give them.
struct OutcomeCheck {
    let faults: [ContentFault]
    /// Contacts that no visitor is ever shown.
    let remarks: [ContentRemark]

    init(of content: Content, outlines: ContentSources) {
        let empty = outlines.tree.flatMap { file in
            file.nodes.filter {
                $0.key == "outcome" && content.places[$0.text]?.line == $0.line
                    && !$0.says(["book", "ready", "contact"])
            }
            .map { node in
                ContentFault(
                    file: file.name, line: node.line,
                    message:
                        "\"\(node.text)\" gives a visitor nothing: add \"book\", \"ready\" or \"contact\" to it")
            }
        }
        let county = content.county
        let shown = Set(
            content.tree.outcomes.values.flatMap(\.contacts) + content.readyAnswers.values.flatMap(\.contacts)
                + county.urgentContacts + county.contacts.compactMap(\.instead))
        remarks = outlines.county.filter { $0.key == "contact" && !shown.contains($0.text) }.map { node in
            ContentRemark(
                kind: .unused, file: "county.txt", line: node.line,
                message: "nothing leads to the contact \"\(node.text)\"; name it in an outcome, or take it away")
        }
        let booked = Set(content.tree.outcomes.values.compactMap(\.appointmentType))
        let expected = content.services.appointments.filter { !$0.isByRight && $0.seats == 1 }
        let unused = Set(expected.map(\.id)).subtracting(booked)
        faults =
            empty
            + outlines.services.filter { $0.key == "appointment" && unused.contains($0.text) }.map { node in
                ContentFault(
                    file: "services.txt", line: node.line,
                    message: "no outcome books \"\(node.text)\"; write \"book \(node.text)\" in one, or take it away")
            }
    }
}
