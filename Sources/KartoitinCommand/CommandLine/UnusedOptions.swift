/// Options of every command that some of them would drop: they are refused there, with what does what was meant.
enum UnusedOptions {
    /// What is wrong with what was given; nil if all of it does something.
    static func fault(_ given: GivenWords) -> String? {
        let global = GlobalOptions()
        if given.has(global.format) {
            if let told = withoutFormat(given) { return told + "; leave --format out" }
        }
        if given.has(global.language), let told = withoutLanguage[given.command] {
            return told + "; leave --language out"
        }
        return nil
    }

    private static func withoutFormat(_ given: GivenWords) -> String? {
        if given.options["--chart"] != nil { return "--chart is a picture and no table" }
        if given.options["--take-back"] != nil { return "timetable absence prints nothing with --take-back" }
        return withoutTable[given.command]
    }

    /// Why there is no table, by the command's name.
    static let withoutTable = [
        "kiosk": "kiosk is a conversation",
        "phone": "phone is a conversation",
        "professional": "professional is a conversation; a table of times is printed by kartoitin timetable list",
        "demo": "demo is a conversation",
        "description": "description is a text, or a page with --html",
        "content tree": "content tree is drawn in the form that --as says",
        "content try": "content try is a conversation",
        "right send": "right send prints nothing; what waits to be sent is printed by kartoitin messages due",
        "messages write": "messages write prints nothing; what waits to be sent is printed by kartoitin messages due",
        "staff reset": "staff reset prints a password",
        "staff password": "staff password prints nothing; accounts are printed by kartoitin staff list",
        "store create": "store create prints nothing",
        "store check": "store check prints lines of text",
        "store migrate": "store migrate prints a line of text",
        "store backup": "store backup prints lines of text",
        "store copy": "store copy prints a line of text",
        "service-unit": "service-unit prints files",
        "doctor": "doctor prints lines of text",
    ]

    /// Why there is nothing in a language of the content, by the command's name.
    static let withoutLanguage = [
        "booking show": "booking show prints nothing in a language",
        "messages due": "messages due prints nothing in a language",
        "messages send": "each message is in the language of its client",
        "content check": "content check looks at all languages",
        "content paths": "content paths prints nothing in a language",
        "content diff": "content diff compares all languages",
        "content state": "content state prints nothing in a language",
        "content use": "content use takes all languages",
        "store check": "store check prints nothing in a language",
        "store migrate": "store migrate prints nothing in a language",
        "store backup": "store backup prints nothing in a language",
        "store copy": "store copy prints nothing in a language",
        "service-unit": "service-unit prints nothing in a language",
        "doctor": "doctor prints nothing in a language",
    ]
}
