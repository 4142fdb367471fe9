extension Command {
    /// Calls to copy, by the command's name. The first one is told where something is missing.
    static let examples: [String: [String]] = desks.merging(bookings) { $1 }.merging(timetables) { $1 }
        .merging(contents) { $1 }.merging(administration) { $1 }

    private static let desks = [
        "kiosk": ["kartoitin kiosk --office joensuu", "kartoitin kiosk --municipality Lieksa --speak"],
        "phone": ["kartoitin phone --as soile"],
        "professional": ["kartoitin professional --as aino --language sv"],
        "demo": ["kartoitin demo", "kartoitin demo professional --professional demo-aino"],
        "description": [
            "kartoitin description K7PF-3M2R --purpose 'preparing the meeting' --as aino",
            "kartoitin description K7PF-3M2R --purpose 'client register' --html --output description.html --as aino",
        ],
        "match": ["kartoitin match --language fi < situations.txt"],
    ]

    private static let bookings = [
        "slots": [
            "kartoitin slots --service-task families --municipality Joensuu --method office",
            "kartoitin slots --from tomorrow --part-of-day morning --limit 10 --format csv",
            "kartoitin slots --right K7PF-3M2R --phone '040 123 4567'",
        ],
        "book": [
            "kartoitin book --service-task families --at 'tomorrow 9.15' --method phone --name 'Maija Meikäläinen' "
                + "--phone '040 123 4567' --description 'My child does not sleep.' --consent",
            "kartoitin book --service-task families --at 'tomorrow 9.15' --method phone --name 'Maija Meikäläinen' "
                + "--phone '040 123 4567' --description - --consent < description.txt",
        ],
        "booking show": ["kartoitin booking show K7PF-3M2R --phone '040 123 4567'"],
        "booking move": [
            "kartoitin booking move K7PF-3M2R --at 'tomorrow 9.30' --phone '040 123 4567'",
            "kartoitin booking move K7PF-3M2R --at 'tomorrow 9.30' --by professional --reason 'the worker is ill'",
        ],
        "booking cancel": [
            "kartoitin booking cancel K7PF-3M2R --phone '040 123 4567'",
            "kartoitin booking cancel K7PF-3M2R --by county --reason 'the office is closed'",
        ],
        "booking undo": ["kartoitin booking undo 31 --as soile", "kartoitin booking undo K7PF-3M2R --as soile"],
        "booking set": [
            "kartoitin booking set K7PF-3M2R --method remote --as soile",
            "kartoitin booking set K7PF-3M2R --note 'asked about parental leave' --as soile",
        ],
        "booking list": [
            "kartoitin booking list --professional aino --unmarked --as aino",
            "kartoitin booking list --professional aino --changed-since today --as aino",
        ],
        "booking attendance": ["kartoitin booking attendance K7PF-3M2R met --as aino"],
        "booking advice": ["kartoitin booking advice K7PF-3M2R --text 'Apply for home help.' --as aino"],
        "booking also": [
            "kartoitin booking also K7PF-3M2R --name 'Pekka Esimerkki' --phone '040 765 4321' --as aino",
            "kartoitin booking also K7PF-3M2R --remove 2FEP-832M --as aino",
        ],
        "find": ["kartoitin find 'kirsi virtanen' --as soile", "kartoitin find '040 123 4567' --as soile"],
        "client show": ["kartoitin client show 12 --code K7PF-3M2R --said-name 'Kirsi Virtanen' --as soile"],
        "client set": [
            "kartoitin client set 12 --phone '045 613 7689' --dry-run --as soile",
            "kartoitin client set 12 --messages neutral --interpreter - --as soile",
        ],
        "client join": ["kartoitin client join 12 34 --as soile"],
        "right grant": [
            "kartoitin right grant --appointment-type advice-families --professional aino --name 'Maija Meikäläinen' "
                + "--phone '040 123 4567' --uses 2 --expires 2099-06-30",
            "kartoitin right grant --appointment-type advice-families --team north --name 'Maija Meikäläinen' "
                + "--phone '040 123 4567' --expires 2099-06-30 --granted-by aino",
        ],
        "right list": ["kartoitin right list --phone '040 123 4567'"],
        "right send": ["kartoitin right send K7PF-3M2R --as aino"],
        "right withdraw": ["kartoitin right withdraw K7PF-3M2R"],
        "messages due": ["kartoitin messages due --until tomorrow"],
        "messages send": [
            "kartoitin messages send --sendmail /usr/sbin/sendmail --sms-spool /var/spool/sms/outgoing"
        ],
        "messages write": ["kartoitin messages write K7PF-3M2R --text 'The front door is closed, please ring.'"],
        "arrangements": ["kartoitin arrangements --from today --until tomorrow"],
    ]

    private static let timetables = [
        "timetable open": [
            "kartoitin timetable open --professional aino --at 'tomorrow 9.00' --until 'tomorrow 11.00' --method phone",
            "kartoitin timetable open --professional aino --at 'tomorrow 9.00' --name 'Aino Esimerkki' "
                + "--service-task families --municipality Joensuu",
            "kartoitin timetable open --professional aino --at 'tomorrow 12.00' --until 'tomorrow 13.00' "
                + "--purpose 'team meeting'",
        ],
        "timetable template": [
            "kartoitin timetable template week.txt --professional aino --from 2027-01-11 --until 2027-03-31"
        ],
        "timetable absence": [
            "kartoitin timetable absence --professional aino --from today --until tomorrow --reason 'ill' --dry-run",
            "kartoitin timetable absence --professional aino --from today --until tomorrow --take-back",
        ],
        "timetable leave": ["kartoitin timetable leave --professional aino --from 2027-02-01 --dry-run"],
        "timetable handover": [
            "kartoitin timetable handover --professional aino --from today --until tomorrow --to eero --rest move"
        ],
        "timetable close": [
            "kartoitin timetable close --professional aino --from 'tomorrow 9.00' --until 'tomorrow 10.00' --dry-run"
        ],
        "timetable change": [
            "kartoitin timetable change --professional aino --from tomorrow --until tomorrow --method office "
                + "--municipality Kitee"
        ],
        "timetable shift": [
            "kartoitin timetable shift --professional aino --from tomorrow --until tomorrow --to 'tomorrow 13.00'"
        ],
        "timetable copy": ["kartoitin timetable copy --professional aino --week 2099-12-07 --to 2099-12-14"],
        "timetable conflicts": ["kartoitin timetable conflicts"],
        "worker add": [
            "kartoitin worker add aino --name 'Aino Esimerkki' --service-task families --municipality Joensuu"
        ],
        "worker set": [
            "kartoitin worker set aino --municipality 'fri Kitee' --open-times change",
            "kartoitin worker set aino --service-task families --service-task family-law --team north",
        ],
        "worker list": ["kartoitin worker list"],
        "timetable list": ["kartoitin timetable list --professional aino --from today"],
        "report bookings": ["kartoitin report bookings --from 2026-11-01 --until 2026-11-30"],
        "report contacts": ["kartoitin report contacts --from 2026-11-01 --until 2026-11-30 --format csv"],
        "report waiting": ["kartoitin report waiting --from 2026-11-01 --until 2026-11-30 --chart"],
        "report workload": ["kartoitin report workload --from 2026-11-01 --until 2026-11-30"],
        "report journeys": ["kartoitin report journeys --from 2026-11-01 --until 2026-11-30 --hide-small"],
    ]

    private static let contents = [
        "content check": ["kartoitin content check", "kartoitin content check --strict --hints"],
        "content paths": [
            "kartoitin content paths --to home-help --limit 3", "kartoitin content paths --on tomorrow",
        ],
        "content tree": ["kartoitin content tree family-need", "kartoitin content tree --as dot --ids"],
        "content try": ["kartoitin content try --from family-need"],
        "content stories": ["kartoitin content stories --uncovered"],
        "content diff": ["kartoitin content diff Content draft"],
        "content state": ["kartoitin content state"],
        "content use": ["kartoitin content use draft --strict", "kartoitin content use --back"],
    ]

    private static let administration = [
        "staff add": ["kartoitin staff add aino --name 'Aino Esimerkki' --role professional"],
        "staff list": ["kartoitin staff list"],
        "staff lock": ["kartoitin staff lock aino"],
        "staff unlock": ["kartoitin staff unlock aino"],
        "staff set": ["kartoitin staff set aino --role professional --role supervisor --as paavo"],
        "staff reset": ["kartoitin staff reset aino --reason 'forgot the password' --as paavo"],
        "staff password": ["kartoitin staff password aino"],
        "log of-client": ["kartoitin log of-client K7PF-3M2R", "kartoitin log of-client K7PF-3M2R --extract"],
        "log changes": ["kartoitin log changes --from 2026-11-01 --who soile"],
        "log of-user": ["kartoitin log of-user aino --from 2026-11-01 --until today"],
        "store create": [
            "kartoitin store create --main-user paavo --name 'Paavo Esimerkki' --password-file password.txt",
            "kartoitin store create",
        ],
        "store check": ["kartoitin store check"],
        "store migrate": ["kartoitin store migrate"],
        "store backup": ["kartoitin store backup kartoitin-backup.sqlite"],
        "store copy": ["kartoitin store copy --to postgresql:///kartoitin"],
        "store purge": ["kartoitin store purge --dry-run", "kartoitin store purge --before 2026-06-30 --yes"],
        "store client": ["kartoitin store client K7PF-3M2R --purpose 'the client asked for it'"],
        "store erase": ["kartoitin store erase K7PF-3M2R", "kartoitin store erase K7PF-3M2R --yes"],
        "service-unit": ["kartoitin service-unit kiosk", "kartoitin service-unit messages --user kartoitin"],
        "doctor": ["kartoitin doctor"],
    ]
}
