import CReadline

/// What staff keys do beyond the few keys of a kiosk: functions of readline's own.
///
/// They are run by its dispatcher and not called: only there does it know which command came before, by
/// which two cuts in a row become one. The raw value is the key of the dispatcher's keymap; it must not be
/// 4, which readline takes for the end of input.
enum EditingCommand: UInt8, CaseIterable {
    case wordLeft = 2
    case wordRight = 6
    /// Makes readline forget which command came before.
    case nothing = 7
    case complete = 9
    case cutToEnd = 11
    case nextLine = 14
    case previousLine = 16
    case cutToStart = 21
    case cutSpacedWordLeft = 23
    case yank = 25
    case cutWordLeft = 28
    case cutWordRight = 29

    var cuts: Bool {
        switch self {
        case .cutToEnd, .cutToStart, .cutSpacedWordLeft, .cutWordLeft, .cutWordRight: true
        default: false
        }
    }

    var function: @convention(c) (Int32, Int32) -> Int32 {
        switch self {
        case .wordLeft: rl_backward_word
        case .wordRight: rl_forward_word
        case .nothing: { _, _ in 0 }
        case .complete: rl_complete
        case .cutToEnd: rl_kill_line
        case .nextLine: rl_get_next_history
        case .previousLine: rl_get_previous_history
        case .cutToStart: rl_unix_line_discard
        case .cutSpacedWordLeft: rl_unix_word_rubout
        case .yank: rl_yank
        case .cutWordLeft: rl_backward_kill_word
        case .cutWordRight: rl_kill_word
        }
    }
}
