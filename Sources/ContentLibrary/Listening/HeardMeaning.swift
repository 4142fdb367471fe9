/// What a typed line may mean that is no number of a list. Each language says in `words/<language>/heard.txt` how its
/// people write it.
public enum HeardMeaning: String, CaseIterable, Sendable {
    case yes
    case no
    /// Stands between two choices: `1 ja 3`.
    case and
    /// Words that change nothing of what a line means: `haluan`, `please`.
    case filler

    // The keys in words.
    case help
    case urgent
    case back
    case restart
    case human
    case leave
    case again
    /// The next language, at the phone desk.
    case nextLanguage = "next-language"

    /// A booking made earlier: to see, move or cancel it.
    case myBooking = "my-booking"
    /// The reference of a booking made earlier is lost.
    case lostCode = "lost-code"
    /// There is no phone number to give.
    case noPhone = "no-phone"
    /// How the language is called, in itself and in other languages.
    case language

    // Numbers in words.
    case one, two, three, four, five, six, seven, eight, nine

    // Days and times.
    case today
    case tomorrow
    case dayAfterTomorrow = "day-after-tomorrow"
    case thisWeek = "this-week"
    case nextWeek = "next-week"
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
    case morning
    case afternoon
    /// Stands before a time of day: `klo 14`.
    case clock

    /// 1 to 9 in this order.
    static let numbers: [HeardMeaning] = [.one, .two, .three, .four, .five, .six, .seven, .eight, .nine]
    /// From Monday on, as ISO 8601 counts them.
    static let weekdays: [HeardMeaning] = [.monday, .tuesday, .wednesday, .thursday, .friday, .saturday, .sunday]
    /// What stands for one day.
    public static let days: [HeardMeaning] = [.today, .tomorrow, .dayAfterTomorrow] + weekdays

    /// 1 for Monday to 7 for Sunday; nil if it is no weekday.
    public var weekday: Int? { Self.weekdays.firstIndex(of: self).map { $0 + 1 } }
}
