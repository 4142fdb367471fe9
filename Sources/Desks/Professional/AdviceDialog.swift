import BookingCore
import ContentLibrary

/// Records the advice of a meeting, what is stored and what is shared.
struct AdviceDialog {
    let desk: ProfessionalContext

    /// Asks for the three texts, each of which can be gone back to, and records them. What is written remains a draft
    /// until then.
    ///
    /// - Parameter purpose: of reading what was recorded before, for the access log.
    func record(for booking: Booking, purpose: String, drafts: inout MeetingDrafts) throws(NavigationRequest) {
        let earlier: Advice? =
            if let draft = drafts.advice[booking.reference] { draft } else { try recorded(for: booking, purpose) }
        guard var draft = earlier else { return }
        func save(text: String? = nil, stored: String? = nil, shared: String? = nil) {
            draft = Advice(
                text: text ?? draft.text, stored: stored ?? draft.stored, shared: shared ?? draft.shared)
            drafts.advice[booking.reference] = draft
        }
        while let text = try askText(draft.text) {
            if text.trimmed.isEmpty { return desk.talk.say(.professional.nothingDone) }
            save(text: text)
            while let stored = try ask(.professional.adviceStored, draft.stored) {
                save(stored: stored)
                guard let shared = try ask(.professional.adviceShared, draft.shared) else { continue }
                save(shared: shared)
                guard try desk.perform({ try desk.session.meetings.record(draft, of: booking) }) != nil else {
                    return
                }
                drafts.advice[booking.reference] = nil
                return desk.talk.say(.professional.adviceKept)
            }
        }
    }

    /// What was recorded before, or an empty record.
    ///
    /// - Returns: nil if it could not be read, which was told.
    private func recorded(for booking: Booking, _ purpose: String) throws(NavigationRequest) -> Advice? {
        try desk.perform { try desk.session.meetings.advice(of: booking, purpose: purpose) ?? Advice(text: "") }
    }

    private func askText(_ already: String) throws(NavigationRequest) -> String? {
        desk.talk.say(.professional.adviceQuestion)
        return try LinesWriter(conversation: desk.talk).write(already: already, longest: Advice.longestText) {
            desk.talk.say(.professional.adviceQuestion)
        }
    }

    private func ask(_ question: Phrase, _ already: String) throws(NavigationRequest) -> String? {
        try desk.talk.write(desk.words(question), longest: Advice.longestText, already: already) { .success($0) }
    }
}
