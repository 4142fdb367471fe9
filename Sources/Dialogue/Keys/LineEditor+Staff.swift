import CReadline
import Foundation

extension LineEditor {
    /// Lines of a session that the arrows bring back.
    private static let longestHistory: Int32 = 200

    func bindStaffKeys() {
        for command in EditingCommand.allCases { line_editor_bind(command.rawValue, command.function) }
        line_editor_limit_history(Self.longestHistory)
        line_editor_complete_with(
            { line, _, _ in LineEditor.current?.matches(for: line.map { String(cString: $0) } ?? "") },
            { _, _, _ in })
    }

    func run(_ command: EditingCommand) {
        switch command {
        case .previousLine, .nextLine:
            // Elsewhere an edit could leave a word in the history that must not be there.
            guard request.remembers else { return }
        case .yank:
            // Readline never empties its kill ring, so what may be shown is known here.
            guard hasCut, line_editor_length() < Reply.mostBytes else { return }
        case .complete:
            guard !request.completions.isEmpty else { return }
            // A second Tab in a row would make readline list what it has completed already.
            forgetLastCommand()
        default: break
        }
        let length = line_editor_length()
        line_editor_press(command.rawValue)
        line_editor_flush()
        isAfterCommand = true
        if command.cuts, line_editor_length() < length { (hasCut, hasCutHere) = (true, true) }
    }

    func forgetLastCommand() {
        guard isAfterCommand else { return }
        isAfterCommand = false
        line_editor_press(EditingCommand.nothing.rawValue)
    }

    /// What was cut from a line that is not to be remembered cannot be pasted into the next one.
    func endCuts() {
        if hasCutHere, !request.remembers { hasCut = false }
    }

    /// - Parameter bytes: the line in its concealed form, in which it can stand on a line again.
    func remember(_ bytes: [UInt8]) {
        guard request.remembers, !bytes.isEmpty, bytes != lastRemembered else { return }
        line_editor_remember(String(decoding: bytes, as: UTF8.self))
        lastRemembered = bytes
    }

    /// For readline: what is certain, then each match; nil if there is none. Readline frees it.
    private func matches(for line: String) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
        line_editor_completion_is_whole()
        guard let typed = concealed.reveal(line) else { return nil }
        let completion = WordCompletion(of: typed, among: request.completions)
        guard !completion.matches.isEmpty else { return nil }
        var lines = [completion.completed]
        if completion.matches.count > 1 {
            unlisted = completion.matches
            lines += completion.matches.map { completion.head + $0 }
        }
        // Zeros, so that the list is ended.
        let list = calloc(lines.count + 1, MemoryLayout<UnsafeMutablePointer<CChar>?>.stride)?
            .bindMemory(to: UnsafeMutablePointer<CChar>?.self, capacity: lines.count + 1)
        for (place, line) in lines.enumerated() { list?[place] = strdup(concealed.conceal(line)) }
        return list
    }
}
