extension ExpectedVisit {
    static var all: [ExpectedVisit] { [finnish, swedish, english] }

    static let numericMonths = (1...12).map { "\($0)" }

    private static var finnish: ExpectedVisit {
        ExpectedVisit(
            language: "fi",
            sentences: [
                "Tämä on esittely. Ajat ja työntekijät eivät ole oikeita.", "Aikasi on varattu.",
                "  Tule toimistolle: Joensuun toimisto (esimerkki).",
                "  6  Kieli: Viittomakieli, tulkin kanssa", "  7  Tarpeet: pyörätuoli",
                "  9  Omin sanoin (21 merkkiä): En jaksa enää 😢 Apua!",
            ],
            goodbye: "Työpäivän jatkoa.",
            pageTemplate: """

                {day} klo {from}–{until} · Maija Meikäläinen
                Toimisto: Joensuun toimisto (esimerkki)
                Apua kotiin lapsiperheelle · Varaustunnus {reference}
                Yhteys: 040 123 4567, maija@example.fi
                ! VAARA: kirjoitti ”Apua”
                ! VIITTOMAKIELEN TULKKI
                ! JÄRJESTELY: pyörätuoli
                ! KIIRE: apua tarvitaan pian
                ! ASIA KOSKEE LASTA
                {deadline}

                Omin sanoin
                  En jaksa enää 😢
                  Apua!
                Toivoo
                  Lepoa

                Vastaukset: perhe ja lapset › oma tai perheen asia › apua kotiin › lapsi 1–6 v ›
                kukaan ei auta › unta ja lepoa, lastenhoitoapua → Apua kotiin lapsiperheelle
                Hänelle on kerrottu: Hakemus, jos olet jo tehnyt sen

                """,
            weekdays: ["su", "ma", "ti", "ke", "to", "pe", "la"], months: numericMonths.map { ".\($0)." },
            timeSeparator: ".")
    }

    private static var swedish: ExpectedVisit {
        ExpectedVisit(
            language: "sv",
            sentences: [
                "Din tid är bokad.", "  Kom till kontoret: Kontoret i Joensuu (exempel).",
                "  6  Språk: Teckenspråk, med tolk", "  7  Behov: pyörätuoli",
                "  9  Med egna ord (21 tecken): En jaksa enää 😢 Apua!",
            ],
            goodbye: "Ha en bra dag.",
            pageTemplate: """

                {day} kl. {from}–{until} · Maija Meikäläinen
                Kontor: Kontoret i Joensuu (exempel)
                Hjälp hemma för barnfamiljer · Bokningskod {reference}
                Kontakt: 040 123 4567, maija@example.fi
                ! FARA: skrev ”Apua”
                ! TECKENSPRÅKSTOLK
                ! ARRANGEMANG: pyörätuoli
                ! BRÅDSKANDE: hjälp behövs snart
                ! GÄLLER ETT BARN
                {deadline}

                Med egna ord
                  En jaksa enää 😢
                  Apua!
                Hoppas
                  Lepoa

                Svar: familj och barn › egen eller familjens sak › hjälp hemma › barn 1–6 år ›
                ingen hjälper till › sömn och vila, någon hos barnen en stund → Hjälp hemma för
                barnfamiljer
                Klienten har fått veta: Din ansökan, om du redan har gjort en

                """,
            weekdays: ["sö", "må", "ti", "on", "to", "fr", "lö"], months: numericMonths.map { ".\($0)" },
            timeSeparator: ".")
    }

    private static var english: ExpectedVisit {
        ExpectedVisit(
            language: "en",
            sentences: [
                "This is a demonstration. The appointments and the people are not real.",
                "Your appointment is booked.",
                "  Come to the office: Joensuu office (example).",
                "  6  Language: Sign language, with an interpreter", "  7  Needs: pyörätuoli",
                "  9  Your own words (21 characters): En jaksa enää 😢 Apua!",
            ],
            goodbye: "Have a good day.",
            pageTemplate: """

                {day} at {from}–{until} · Maija Meikäläinen
                Office: Joensuu office (example)
                Help at home for a family with children · Booking code {reference}
                Contact: 040 123 4567, maija@example.fi
                ! DANGER: wrote “Apua”
                ! SIGN LANGUAGE INTERPRETER
                ! ARRANGEMENT: pyörätuoli
                ! SOON: help is needed within days
                ! CONCERNS A CHILD
                {deadline}

                In their own words
                  En jaksa enää 😢
                  Apua!
                Hopes
                  Lepoa

                Answers: family and children › for me or my family › help at home › child 1 to 6
                years › nobody helps at home › sleep and rest, care for the children → Help at
                home for a family with children
                The client has been told: Your application, if you have already sent one

                """,
            weekdays: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
            months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"].map {
                " \($0)"
            },
            timeSeparator: ":")
    }
}
