/// What curl is told on its standard input (`--config -`) instead of by arguments.
struct CurlConfig {
    private(set) var text = ""

    mutating func set(_ option: String) { text += "\(option)\n" }

    /// A value in quotes as curl reads them: only these characters mean something there.
    mutating func set(_ option: String, _ value: String) {
        var quoted = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": quoted += #"\\"#
            case "\"": quoted += #"\""#
            case "\n": quoted += #"\n"#
            case "\r": quoted += #"\r"#
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        text += "\(option) = \"\(quoted)\"\n"
    }
}
