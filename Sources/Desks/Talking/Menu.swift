import BookingCore

/// Numbered options to choose from.
struct Menu {
    struct Item: Equatable {
        /// Accepted wherever the number is.
        let id: String
        let text: String
    }

    enum Kind {
        case one
        /// Several numbers at once; an exclusive item goes with no other.
        case several(exclusive: Set<String>)
        /// Words of the person's own, or a number.
        case words
    }

    var title: String
    var items: [Item]
    var kind = Kind.one
    /// Said on `?`, before the keys.
    var help: [String] = []
    /// What to type; nil for the usual hint.
    var hint: String?
    /// A quiet line above the title.
    var above: String?

    /// In characters: own words begin the situation description and have its room.
    var longestAnswer: Int {
        if case .words = kind { return SituationDescription.longestOwnWords }
        return 500
    }
}

/// What was chosen from a menu.
enum Selection: Equatable {
    case items([String])
    case words(String)

    /// The one item of a menu that takes one.
    var item: String {
        switch self {
        case .items(let ids): ids.first ?? ""
        case .words: ""
        }
    }
}
