import BookingCore
import ContentLibrary
import Dialogue

extension ProfessionalDesk {
    /// Saves the description to a file, or shows the text; each is a reading of its own in the log.
    func putOnPaper(_ booking: Booking) throws(Departure) {
        var path = ""
        while true {
            guard let typed = try askText(words(.paperQuestion), longest: 1000, already: path),
                let paper = try paper(of: booking)
            else { return }
            path = typed
            if path == "-" {
                let lines = paper.text.split(separator: "\n", omittingEmptySubsequences: false)
                return talk.show([.blank] + lines.dropLast().map { .paragraph(TerminalText(String($0))) })
            }
            do {
                try files.write(path.lowercased().hasSuffix(".html") ? paper.html : paper.text, path)
                return talk.say(.paperKept, ["path": path])
            } catch {
                switch error {
                case .exists: talk.say(.paperExists, ["path": path])
                case .full: talk.say(.paperFull)
                case .denied: talk.say(.paperDenied, ["path": path])
                }
            }
        }
    }

    private func paper(of booking: Booking) throws(Departure) -> DescriptionPaper? {
        try done { () throws(BookingError) in
            try DescriptionPaper.reading(
                booking, purpose: "print", session: session, tools: tools, language: words.language)
        }
    }
}
