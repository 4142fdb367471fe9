/// The row of a booking for families, as every command prints it: the one place of the tests that a new
/// column changes.
struct BookingRow {
    let reference: String
    var start = "2099-12-01T09:00:00+02:00"
    var minutes = 15
    var method = "phone"
    var professional = "aino"
    var professionalName = "aino Esimerkki"

    /// Without its heading.
    var line: String {
        "\(reference),\(start),\(minutes),\(method),\(professional),\(professionalName),booked,families,167\n"
    }

    var csv: String {
        "reference,start,minutes,method,professional,professionalName,status,serviceTask,municipality\n" + line
    }

    /// As a table, of the usual start, method and professional.
    static func table(_ reference: String) -> String {
        """
        reference  start                      minutes  method  professional  professionalName  status  serviceTask  municipality
        \(reference)  2099-12-01T09:00:00+02:00  15       phone   aino          aino Esimerkki    booked  families     167

        """
    }
}
