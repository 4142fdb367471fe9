import ContentLibrary
import Dialogue
import SocialServices

/// Where a language that is begun ends: in which other to go on.
struct LanguageDialog {
    let context: DialogContext

    /// One that is whole. Nil is the way back.
    func chooseWhole() throws(NavigationRequest) -> Language? {
        let content = context.tools.content
        let words = context.words
        let names = content.greetings().filter { !$0.isBegun }
        let menu = Menu(
            title: words(.kiosk.languageEnds),
            items: names.map { Menu.Item(id: $0.language.rawValue, text: $0(.shared.languageName)) },
            hint: words(.shared.hintOne(names.count)))
        let chosen = try context.conversation.choose(menu)?.item
        return chosen.flatMap(Language.init(rawValue:))
    }
}
