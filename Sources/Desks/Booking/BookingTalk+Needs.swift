import BookingCore
import ContentLibrary

extension BookingTalk {
    /// Asks what must be arranged. False for the way back.
    func askNeeds() throws(Departure) -> Bool {
        let menu = Menu(
            title: asked(.needsQuestion),
            items: [
                Menu.Item(id: "interpreter", text: words(.needInterpreter)),
                Menu.Item(id: "sign-language", text: words(.needSignLanguage)),
                Menu.Item(id: "access", text: words(.needAccess)),
                Menu.Item(id: "none", text: words(.needNone)),
            ], kind: .several(exclusive: ["none"]))
        while true {
            guard case .items(let needs) = try talk.choose(menu) else { return false }
            var interpreter: String?
            var access: String?
            if needs.contains("interpreter") {
                interpreter = try need(.interpreterQuestion, already: details.needs.interpreter)
                if interpreter == nil { continue }
            }
            if needs.contains("access") {
                access = try need(.accessQuestion, already: details.needs.accessibility)
                if access == nil { continue }
            }
            details.needs.interpreter = interpreter
            details.needs.signLanguage = needs.contains("sign-language")
            details.needs.accessibility = access
            return true
        }
    }

    private func need(_ question: Phrase, already: String?) throws(Departure) -> String? {
        let text = asked(question)
        return try talk.write(text, longest: SpecialNeeds.longestText, already: already ?? "") { typed in
            typed.isEmpty ? .failure(WritingFault(question)) : .success(typed)
        }
    }
}
