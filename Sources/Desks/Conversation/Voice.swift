import Dialogue
import SocialServices

/// Reads the conversation aloud: what was shown since the last answer, when an answer is waited for.
///
/// Silent until it is turned on. Stops as soon as the visitor types.
final class Voice {
    private let speaker: any Speaker
    private(set) var isOn: Bool
    var language = Language.finnish
    private var unsaid: [String] = []

    /// - Parameter isOn: whether it speaks from the beginning.
    init(speaker: any Speaker, on console: any Console, isOn: Bool) {
        self.speaker = speaker
        self.isOn = isOn
        console.observer = { [weak self] event in self?.notice(event) }
    }

    /// False where the machine has no voice.
    var isAvailable: Bool { speaker.isAvailable }

    func turnOn() { isOn = true }

    /// Silent again, as the next visitor finds it.
    func turnOff() {
        isOn = false
        unsaid = []
        speaker.stop()
    }

    func hear(_ blocks: [TextBlock]) { unsaid += blocks.map(\.text.plain).filter { !$0.isEmpty } }

    func speak() {
        if isOn { speaker.say(unsaid, language: language.rawValue) }
        unsaid = []
    }

    private func notice(_ event: ConsoleEvent) {
        guard isOn else { return }
        switch event {
        case .typingBegan: speaker.stop()
        case .warningShown(let warning): speaker.say([warning.plain], language: language.rawValue)
        }
    }
}
