import CivilTime
import ContentLibrary
import SocialServices

/// What nearly every command starts with: the county's content, its clock, and the language and the form of output
/// that were asked for.
struct CountyContext {
    let content: Content
    let clock: WallClock
    /// The one that was asked for; nil if none was.
    let chosenLanguage: Language?
    /// The one that was asked for, or the content's first.
    let language: Language
    let printer: Printer

    /// - Parameter code: the language that was asked for.
    /// - Throws: `Failure` if the content has no such language, or this machine does not know the county's time zone.
    init(_ content: Content, language code: String?, format: Format) throws(Failure) {
        self.content = content
        guard let clock = WallClock(timeZone: content.county.timeZone) else {
            throw Failure(
                .unreachable,
                "this machine does not know the time zone \(content.county.timeZone); install it with: apt-get install tzdata"
            )
        }
        self.clock = clock
        chosenLanguage = if let code { try content.language(code, of: "--language") } else { nil }
        guard let language = chosenLanguage ?? content.languages.first else {
            throw Failure(.badData, "the content has no language; add a folder with one below words/")
        }
        self.language = language
        printer = Printer(format: format, clock: clock)
    }

    var words: Words { content.words(in: language) }
}
