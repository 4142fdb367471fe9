import BookingCore
import CivilTime
import Foundation
import PseudoTerminals
import SocialServices
import Storage
import TestValues

/// Many processes that want the same few times, and a look at the store afterwards. `--professionals`, `--processes`,
/// `--attempts` and `--times` set other numbers, `--store` an empty PostgreSQL database; `KARTOITIN_SEED` chooses another run.
enum ContentionDrill {
    static let name = "contention"

    static func run(_ arguments: [String], in folder: URL) throws {
        let professionals = arguments.number(of: "--professionals") ?? 300
        let processes = arguments.number(of: "--processes") ?? 8
        let attempts = arguments.number(of: "--attempts") ?? 100_000
        let times = arguments.number(of: "--times") ?? 4
        let seed = ProcessInfo.processInfo.environment["KARTOITIN_SEED"].flatMap(UInt64.init) ?? 20_261_121
        let path = arguments.value(of: "--store") ?? folder.appendingPathComponent("contention.sqlite").path
        let county = try BigCounty(path: path, professionals: professionals, days: 1, timesADay: times)
        var workers: [Attempt.Place: Int] = [:]
        for worker in try county.store.professionals() {
            for time in 0..<times {
                let start = BigCounty.start.addingTimeInterval(Double(time) * 900)
                workers[Attempt.Place(task: worker.task, start: start), default: 0] += 1
            }
        }
        print(
            "contention, seed \(seed): \(processes) processes, \(professionals) professionals, \(workers.count) times, "
                + "\(workers.values.reduce(0, +)) seats")
        let begun = ContinuousClock.now
        let told = try Workers.run(processes, in: folder) { process in
            [ContentionProcess.name, path, "\(times)", "\(attempts / processes)", "\(seed &+ UInt64(process))"]
        }.compactMap(Attempt.init(line:))
        let seconds = (ContinuousClock.now - begun) / .seconds(1)
        let check = ContentionCheck(told, workers: workers)
        tell(told, seconds)
        print("times wanted by more than there were workers, at the end: \(check.timesAskedTooOften)")
        var faults = try check.faults(in: path)
        if told.count != attempts / processes * processes { faults.append("\(told.count) attempts were told of") }
        if check.timesAskedTooOften == 0 { faults.append("nothing was wanted by too many: make more attempts") }
        for fault in faults.prefix(20) { print("  \(fault)") }
        print("broken promises: \(faults.count)")
        if !faults.isEmpty { throw DrillFailure("broken promises") }
    }

    private static func tell(_ attempts: [Attempt], _ seconds: Double) {
        print("\(attempts.count) attempts in \(seconds.rounded(to: 1)) s, ", terminator: "")
        print("\((Double(attempts.count) / seconds).rounded(to: 0)) a second")
        for kind in Attempt.Kind.allCases {
            let counts = Dictionary(grouping: attempts.filter { $0.kind == kind }, by: \.result)
                .map { "\($0.key.rawValue) \($0.value.count)" }.sorted().joined(separator: ", ")
            print("  \(kind.rawValue): \(counts)")
        }
        var figures = Figures()
        for attempt in attempts { figures.add(.nanoseconds(attempt.ended - attempt.began)) }
        figures.print("an attempt, waiting for the others included")
    }
}

/// One of the processes that want the same times: `Benchmarks contention-process STORE TIMES ATTEMPTS SEED`. It tells
/// each attempt on its standard output.
struct ContentionProcess {
    static let name = "contention-process"

    private let store: any Store
    private let times: Int
    private let attempts: Int
    private let seed: UInt64
    private var lot: RandomNumbers
    private var own: [(reference: BookingReference, place: Attempt.Place)] = []

    /// - Returns: nil unless the arguments are those above.
    init?(_ arguments: [String]) throws {
        guard arguments.count == 4, let times = Int(arguments[1]), let attempts = Int(arguments[2]),
            let seed = UInt64(arguments[3])
        else { return nil }
        store = try Stores.open(arguments[0], clock: .helsinki)
        self.times = times
        self.attempts = attempts
        self.seed = seed
        lot = RandomNumbers(seed: seed)
    }

    mutating func run() throws {
        // All begin when the one that started them closes their input.
        _ = try FileHandle.standardInput.readToEnd()
        var told = ""
        for number in 0..<attempts {
            // In the last fifth nothing is given back: what is asked for then must end up booked.
            let attempt = try attempt(number, givingBack: number < attempts / 5 * 4)
            told += attempt.line + "\n"
        }
        try FileHandle.standardOutput.write(contentsOf: Data(told.utf8))
    }

    private mutating func attempt(_ number: Int, givingBack: Bool) throws -> Attempt {
        let kind = drawKind(givingBack)
        var place = Attempt.Place(
            task: BigCounty.tasks[Int.random(in: BigCounty.tasks.indices, using: &lot)],
            start: BigCounty.start.addingTimeInterval(Double(Int.random(in: 0..<times, using: &lot)) * 900))
        var reference: BookingReference?
        if kind == .cancel {
            let mine = own.remove(at: Int.random(in: own.indices, using: &lot))
            (reference, place) = (mine.reference, mine.place)
        }
        let request = try request()
        let began = DispatchTime.now().uptimeNanoseconds
        var booking: Booking?
        var result = Attempt.Result.done
        var isHeld = false
        do {
            switch kind {
            case .book:
                booking = try store.book(choice(place, request), request, now: now, drawing: draw)
            case .holdAndBook, .holdAndLetGo:
                let token = "\(seed)-\(number)"
                let hold = try store.hold(choice(place, request), token: token, now: now, until: BigCounty.start)
                isHeld = true
                if kind == .holdAndBook {
                    booking = try store.book(hold, request, now: now, drawing: draw)
                } else {
                    try store.release(hold)
                }
            case .cancel:
                if let reference { booking = try store.cancel(reference, now: now) }
            }
        } catch BookingRefusal.noLongerFree {
            result = isHeld ? .lost : .refused
        } catch StoreFailure.locked {
            result = .locked
        } catch {
            FileHandle.standardError.write(Data("\(kind.rawValue): \(error)\n".utf8))
            result = .failed
        }
        let ended = DispatchTime.now().uptimeNanoseconds
        if kind != .cancel, let booking { own.append((booking.reference, place)) }
        return Attempt(
            kind: kind, place: place, began: began, ended: ended, result: result,
            reference: reference ?? booking?.reference, worker: booking?.slot.professional)
    }

    private mutating func drawKind(_ givingBack: Bool) -> Attempt.Kind {
        switch Int.random(in: 0..<100, using: &lot) {
        case 0..<40: .book
        case 40..<65: .holdAndBook
        case 65..<75 where givingBack: .holdAndLetGo
        case 75... where givingBack && !own.isEmpty: .cancel
        default: .book
        }
    }

    /// The same for all: a minute before the first time.
    private var now: Date { BigCounty.start.addingTimeInterval(-60) }

    private func choice(_ place: Attempt.Place, _ request: BookingRequest) -> SlotChoice {
        SlotChoice(task: place.task, start: place.start, method: request.method)
    }

    /// Not by the seed: two processes must not draw the same.
    private func draw() -> BookingReference {
        var generator = SystemRandomNumberGenerator()
        return BookingReference.random(using: &generator)
    }

    private mutating func request() throws -> BookingRequest {
        let methods = ContactMethod.allCases
        let phone = "040 \(Int.random(in: 1_000_000...9_999_999, using: &lot))"
        return BookingRequest(
            method: methods[Int.random(in: methods.indices, using: &lot)],
            client: Client(name: "Testi Testinen", phone: try PhoneNumber(typed: phone), language: .finnish),
            needs: SpecialNeeds(meetingLanguage: .finnish),
            description: SituationDescription(ownWords: String(repeating: "kuvaus ", count: 20)), consent: .onScreen,
            maker: .client)
    }
}
