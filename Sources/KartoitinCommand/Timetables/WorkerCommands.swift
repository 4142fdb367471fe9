import BookingCore
import CivilTime
import ContentLibrary
import Foundation
import SocialServices

/// A place with the weekday it is for: `Joensuu`, or `fri Kitee`.
struct PlaceOfWeek: Sendable {
    /// Nil for every day that has no place of its own.
    let weekday: Weekday?
    let municipality: Municipality

    static let parser = ValueParser<PlaceOfWeek>(in: { text, name, county in
        let words = text.split(separator: " ", maxSplits: 1).map(String.init)
        let weekday = words.count > 1 ? Weekday(rawValue: words[0].lowercased()) : nil
        let place = weekday == nil ? text : words[1]
        let municipality = try ValueParser.municipality.parse(place, name) { county }
        return PlaceOfWeek(weekday: weekday, municipality: municipality)
    })
}

/// What is known of a worker.
private struct WorkerFields: CommandOptions {
    let name = Option("--name", "NAME", "the name", .name(upTo: StaffMember.longestName))
    let tasks: Option<[ServiceTask]> = Option(
        repeatable: "--service-task", "TASK", "what they work in; the main one first", .choice)
    let places = Option(
        repeatable: "--municipality", "PLACE", "where they are: a municipality, or fri Kitee for one weekday",
        PlaceOfWeek.parser)
    let office = Option("--office", "ID", "the office where they usually are", .office)
    let languages = Option(repeatable: "--language-of-service", "CODE", "in which they serve", .language)
    let team = Option("--team", "NAME", "with whom they share clients; - for none", .text)
}

private enum OpenTimes: String, CaseIterable, Sendable {
    case keep, change
}

private struct WorkerAddOptions: StaffCommandOptions {
    let id = Operand("ID", .newAccount)
    let fields = WorkerFields()
    let signIn = SignInOptions()
}

private struct WorkerSetOptions: StaffCommandOptions {
    let id = Operand("ID", .text)
    let fields = WorkerFields()
    let openTimes: Option<OpenTimes> = Option(
        "--open-times", "keep|change", "what becomes of free times at another place; keep when left out", .choice,
        default: .keep)
    let signIn = SignInOptions()

    var rules: [OptionRule] {
        [
            OptionRule { given in
                let options: [any AnyOption] = [
                    fields.name, fields.tasks, fields.places, fields.office, fields.languages, fields.team,
                ]
                if options.contains(where: given.has) { return nil }
                return "worker set needs what is to be set: \(options.map(\.name).joined(separator: ", "))"
            },
            OptionRule { given in
                guard given.has(openTimes), !given.has(fields.places), !given.has(fields.office) else { return nil }
                return "--open-times would do nothing: it goes with --municipality or --office"
            },
        ]
    }
}

private struct WorkerListOptions: StaffCommandOptions {
    let signIn = SignInOptions()
}

extension Command {
    private static let workerTable = Table<Professional>(
        "workers",
        [
            Column("id") { $0.id },
            Column("name") { $0.name },
            Column("serviceTasks") { $0.tasks.map(\.rawValue) },
            Column("municipality") { $0.municipality },
            Column("office") { $0.office },
            Column("weekdays") { worker in
                Weekday.allCases.compactMap { day in
                    worker.placesByWeekday[day].map { "\(day.rawValue) \($0.municipality.rawValue)" }
                }
            },
            Column("languages") { $0.languages.map(\.rawValue).sorted() },
            Column("team") { $0.team },
        ])

    static let workerAdd = Command(
        "worker add", "a worker whose times can be opened; for a supervisor", WorkerAddOptions()
    ) { call in
        let county = try call.county()
        let timetables = try call.staff().timetables
        let id = try call[\.id]
        guard try !timetables.professionals().contains(where: { $0.id == id }) else {
            throw Failure(.badData, "the worker \"\(id)\" is there already; use kartoitin worker set \(id)")
        }
        let fields = call[\.fields]
        let (name, tasks, places) = (try fields[\.name], try fields[\.tasks], try fields[\.places])
        guard let name, let task = tasks.first, let usual = places.first(where: { $0.weekday == nil }) else {
            throw Failure(.usage, "worker add needs --name, --service-task and --municipality")
        }
        let empty = Professional(id: id, name: name, task: task, municipality: usual.municipality)
        let worker = try changed(empty, fields, county)
        try timetables.add(worker)
        try county.printer.print(row: worker, as: workerTable)
        return .done
    }

    static let workerSet = Command(
        "worker set", "change what is known of a worker; for a supervisor", WorkerSetOptions()
    ) { call in
        let county = try call.county()
        let timetables = try call.staff().timetables
        let id = try call[\.id]
        let known = try timetables.professionals()
        guard let old = known.first(where: { $0.id == id }) else { throw StaffRefusal.noSuchProfessional(id) }
        let worker = try changed(old, call[\.fields], county)
        if worker == old { throw Failure(.badData, "the worker is so already; nothing was changed") }
        try timetables.add(worker)
        try county.printer.print(row: worker, as: workerTable)
        for task in old.tasks where !worker.tasks.contains(task) {
            let others = known.filter {
                $0.id != id && $0.tasks.contains(task) && $0.municipality == old.municipality
            }
            if others.isEmpty {
                call.remark(
                    "nobody is left for \(task.rawValue) in \(county.words.name(.municipality, old.municipality.rawValue))"
                )
            }
        }
        try moveTimes(of: worker, insteadOf: old, timetables, county, call)
        return .done
    }

    static let workerList = Command("worker list", "the workers and what is known of them", WorkerListOptions()) {
        call in
        let county = try call.county()
        try county.printer.print(rows: try call.staff().timetables.professionals(), as: workerTable)
        return .done
    }

    private static func changed(
        _ old: Professional, _ call: Invocation<WorkerFields>, _ county: CountyContext
    ) throws -> Professional {
        let (tasks, places, languages) = (try call[\.tasks], try call[\.places], try call[\.languages])
        let (team, office) = (try call[\.team], try call[\.office])
        let usual = places.last { $0.weekday == nil }?.municipality ?? office?.municipality ?? old.municipality
        if let office, office.municipality != usual {
            throw Failure(.usage, "the office \(office.id) is not in --municipality; leave one of the two out")
        }
        var byWeekday = places.contains { $0.weekday == nil } ? [:] : old.placesByWeekday
        for place in places {
            if let weekday = place.weekday { byWeekday[weekday] = Place(place.municipality) }
        }
        let all = tasks.isEmpty ? old.tasks : tasks
        return Professional(
            id: old.id, name: try call[\.name] ?? old.name, task: all[0], municipality: usual,
            languages: languages.isEmpty ? old.languages : Set(languages), team: team == "-" ? nil : team ?? old.team,
            otherTasks: Array(all.dropFirst()),
            office: office?.id ?? (usual == old.municipality ? old.office : nil), placesByWeekday: byWeekday)
    }

    /// Free times at a place where the worker is no longer: moved, or told.
    private static func moveTimes(
        of worker: Professional, insteadOf old: Professional, _ timetables: StaffTimetables, _ county: CountyContext,
        _ call: Invocation<WorkerSetOptions>
    ) throws {
        guard worker.place != old.place || worker.placesByWeekday != old.placesByWeekday else { return }
        let (clock, isDryRun) = (county.clock, try call[\.openTimes] == .keep)
        func place(_ slot: Slot) -> Place { worker.place(on: clock.calendarDay(of: slot.start).weekday) }
        let plan = try timetables.rearrange(
            worker.id, from: Date(), until: Date().addingTimeInterval(731 * 86_400), as: .retyped, isDryRun: isDryRun
        ) { rows in
            let elsewhere = rows.filter { $0.slot.place != place($0.slot) }
            let days = Dictionary(grouping: elsewhere) { place($0.slot) }
            return days.reduce(into: TimetablePlan()) { all, day in
                all.add(TimetablePlan.retyping(day.value, to: nil, methods: nil, place: day.key))
            }
        }
        if plan.closing.isEmpty, plan.kept.isEmpty { return }
        call.remark(
            isDryRun
                ? "free times at another place: \(plan.closing.count); move them with --open-times change"
                : "free times moved to the new place: \(plan.opening.count)")
        if !plan.kept.isEmpty { call.remark("booked times that stay where they were: \(plan.kept.count)") }
    }
}
