import BookingCore
import ContentLibrary

private struct ArrangementsOptions: StaffCommandOptions {
    let period = PeriodOptions()
    let signIn = SignInOptions()
}

extension Command {
    static let arrangements = Command(
        "arrangements",
        "meetings that need an interpreter, a guard or something else; for the phone service or a supervisor",
        ArrangementsOptions()
    ) { call in
        let county = try call.county()
        let period = try Period(call[\.period])
        let found = try call.signedIn().arrangements(from: period.from, until: period.until, purpose: "")
        try county.printer.print(
            rows: found, as: BookingTables.arrangements(county.words, in: county.content.county))
        return .done
    }
}
