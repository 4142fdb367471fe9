/// What came of asking somebody of the staff.
public enum StaffAnswer<Value> {
    case given(Value)
    /// They did not want to, or could not.
    case left
    case ended(Ending)

    init(_ departure: Departure) {
        switch departure {
        case .ended(let ending): self = .ended(ending)
        case .leave, .restart, .human, .language: self = .left
        }
    }
}

extension StaffAnswer: Sendable where Value: Sendable {}
extension StaffAnswer: Equatable where Value: Equatable {}
