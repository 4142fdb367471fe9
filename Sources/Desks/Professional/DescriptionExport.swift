import BookingCore
import ContentLibrary
import Dialogue
import HostSystem

/// Saves a description to a file, or shows its text.
struct DescriptionExport {
    let desk: ProfessionalContext

    /// Asks where to until it is saved; each attempt is a reading of its own in the access log.
    func export(_ booking: Booking) throws(NavigationRequest) {
        var path = ""
        while true {
            let typed = try desk.askText(desk.words(.professional.paperQuestion), longest: 1000, already: path)
            guard let typed, let document = try document(of: booking) else { return }
            path = typed
            if path == "-" { return show(document) }
            do {
                try desk.files.write(path.lowercased().hasSuffix(".html") ? document.html : document.text, path)
                return desk.talk.say(.professional.paperKept(path))
            } catch {
                switch error {
                case .exists: desk.talk.say(.professional.paperExists(path))
                case .full: desk.talk.say(.professional.paperFull)
                case .denied: desk.talk.say(.professional.paperDenied(path))
                }
            }
        }
    }

    private func show(_ document: DescriptionDocument) {
        let lines = document.text.split(separator: "\n", omittingEmptySubsequences: false)
        desk.talk.show([.blank] + lines.dropLast().map { .paragraph(TerminalText(String($0))) })
    }

    private func document(of booking: Booking) throws(NavigationRequest) -> DescriptionDocument? {
        try desk.perform {
            try DescriptionDocument.reading(
                booking, purpose: "print", session: desk.session, tools: desk.tools, language: desk.words.language)
        }
    }
}
