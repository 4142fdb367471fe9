import BookingCore
import Foundation
import SocialServices
import Storage

/// One of the processes that book, or commit, as fast as they can: `Benchmarks booking-process STORE KIND FIRST COUNT`.
/// It tells of each when it began and when it ended.
struct BookingProcess {
    static let name = "booking-process"
    /// What each does before the others begin, and tells nothing of.
    static let warming = 10

    enum Kind {
        case booking
        case sameRows
        case bareRows(Int)

        var argument: String {
            switch self {
            case .booking: "booking"
            case .sameRows: "same-rows"
            case .bareRows(let count): "\(count)"
            }
        }

        init?(argument: String) {
            switch argument {
            case "booking": self = .booking
            case "same-rows": self = .sameRows
            default:
                guard let count = Int(argument) else { return nil }
                self = .bareRows(count)
            }
        }
    }

    private let address: String
    private let kind: Kind
    private let numbers: Range<Int>

    /// Nil where the arguments are not those above.
    init?(_ arguments: [String]) {
        guard arguments.count == 4, let kind = Kind(argument: arguments[1]), let first = Int(arguments[2]),
            let count = Int(arguments[3])
        else { return nil }
        address = arguments[0]
        self.kind = kind
        numbers = first..<first + count
    }

    func run() throws {
        let work = try work()
        // The first few also make ready what the many that follow use again.
        for number in numbers.prefix(Self.warming) { try work(number) }
        // All begin when the one that started them closes their input.
        _ = try FileHandle.standardInput.readToEnd()
        var told = ""
        for number in numbers.dropFirst(Self.warming) {
            let began = DispatchTime.now().uptimeNanoseconds
            try work(number)
            told += "\(began) \(DispatchTime.now().uptimeNanoseconds)\n"
        }
        try FileHandle.standardOutput.write(contentsOf: Data(told.utf8))
    }

    private func work() throws -> (Int) throws -> Void {
        switch kind {
        case .booking:
            let store = try Stores.open(address)
            return { try Self.book($0, in: store) }
        case .sameRows:
            let rows = RawRows(try Stores.connection(address))
            return { try rows.likeABooking($0) }
        case .bareRows(let count):
            let rows = RawRows(try Stores.connection(address))
            return { try rows.bare($0, count: count) }
        }
    }

    private static func book(_ number: Int, in store: any BookingStore) throws {
        // Neighbours by number want times of other days and tasks.
        let task = BigCounty.tasks[number % BigCounty.tasks.count]
        let places = number / BigCounty.tasks.count
        let (day, time) = (
            places % BookingBenchmark.days, places / BookingBenchmark.days % BookingBenchmark.timesADay
        )
        let start = BigCounty.morning(ofWorkday: day).addingTimeInterval(Double(time) * 900)
        var generator = SystemRandomNumberGenerator()
        // Each client has a phone of their own: nobody has hundreds of bookings.
        let request = BookingRequest(
            method: .phone, service: "home-help",
            client: Client(
                name: "Testi Testinen", phone: try PhoneNumber(typed: "040 \(1_234_000 + number)"), language: .finnish
            ),
            needs: SpecialNeeds(meetingLanguage: .finnish),
            description: SituationDescription(ownWords: RawRows.words), maker: .client)
        _ = try store.book(
            SlotChoice(task: task, start: start, method: .phone), request,
            now: BigCounty.start.addingTimeInterval(-60)
        ) { BookingReference.random(using: &generator) }
    }
}
