import ContentLibrary

/// The smallest content that uses everything and has no fault. Tests change one line of it; the numbers at the
/// right count the lines. In `words/` no comment stands behind a text.
enum SoundContent {
    static var files: [String: String] {
        [
            "tree/start.txt": start, "tree/money.txt": money, "tree/urgent.txt": urgent, "county.txt": county,
            "services.txt": services, "words/en/start.txt": startWords, "words/en/money.txt": moneyWords,
            "words/en/urgent.txt": urgentWords, "words/en/services.txt": servicesWords,
            "words/en/county.txt": countyWords, "words/en/desk.txt": desk,
        ]
    }

    static let start = """
        start topic
        human talk
        longest 3

        question topic                  # 5
          kind one
          option money   -> needs       # 7
          option child   -> child-help
          option unknown -> talk        # 9

        question talk
          kind one                      # 12
          option advice  -> advice
          option unknown -> advice      # 14
          describes yes
        outcome child-help              # 16
          group child-protection
          contact helpline              # 18

        """

    static let money = """
        question needs
          kind several
          option debts                  # 3
            flag soon
          option rent                   # 5
          option none
          option unknown                # 7
          then debt-help when needs debts and needs rent
          then story when needs debts rent
          then advice                   # 10

        question story                  # 12
          kind words
          option unknown                # 14
          then debt-help

        outcome debt-help               # 17
          group working-age
          service debt-advice           # 19
          book advice-money
          ready budget                  # 21
          contact kela

        outcome advice                  # 24
          group working-age
          book advice-money             # 26

        ready budget                    # 28
          contact kela

        """

    static let urgent = """
        urgent danger
        question danger
          kind one                      # 3
          option now     -> call-now
          option unknown -> talk        # 5
        outcome call-now
          group urgent                  # 7
          contact helpline

        """

    static let county = """
        county test-county
          website example.org
          zone Europe/Helsinki          # 3
        municipality 167
        office town-hall                # 5
          municipality 167
          example yes                   # 7
        urgent
          contact helpline              # 9
        contact helpline
          required yes                  # 11
          number 112
            source https://112.fi       # 13
            checked 2026
        contact kela                    # 15
          website www.kela.fi

        """

    static let services = """
        task working-age
        task child-protection           # 2
        service debt-advice
          task working-age              # 4
          code 1
          class P3.1                    # 6
          target KR1
          opened yes                    # 8
        appointment advice-money
          task working-age              # 10
          minutes 15
          method phone                  # 12
          method office

        """

    static let startWords = """
        topic
          ask  What is it about?
          why  So we find the right worker.
          money  Money
          child  A child

        talk
          ask  Who would you like to talk to?
          why  Each worker knows other things.
          advice  Somebody who gives advice
            short  advice

        child-help
          title  Help for a child
          tell  Call the helpline.

        """

    static let moneyWords = """
        needs
          ask  What do you need?
          why  So we can prepare.
          debts  Help with debts
          rent   Help with rent
          none   None of these
          hint   Choose what fits.

        story
          ask  What happened?
          why  So you need not tell it again.

        debt-help
          title  Help with debts
          tell  There is help.
          tell  You can book
            a time here.
          prompt  How long have you had them?

        advice
          title  Advice
          tell  A worker listens.

        ready budget
          title  A budget
          tell  Write down what you spend.

        """

    static let urgentWords = """
        danger
          ask  Is somebody in danger?
          why  So help comes in time.
          now  Yes, now
        call-now
          title  Call now
          tell  Do not wait.

        """

    static let servicesWords = """
        task working-age
          name  Adults
        task child-protection
          name  Child protection
        service debt-advice
          name  Debt advice
          official  Financial and debt advice
          bring  Your letters
        appointment advice-money
          name  Advice on money
          meeting  We talk.
          prompt  What worries you most?

        """

    static let countyWords = """
        county test-county
          name  Test county
          official  The wellbeing services county of Test
        municipality 167
          name  Joensuu
        office town-hall
          name  Town hall
        contact helpline
          name  Helpline
          tell  When you need help now.
          hours  Always
        contact kela
          name  Kela
          tell  When it is about benefits.

        """

    /// Every phrase with all its blanks, in the order of the catalogue, one a line.
    static var desk: String {
        PhraseCatalogue.all.entries.map { phrase in
            let blanks = phrase.blanks.sorted().map { " {\($0)}" }.joined()
            return "\(phrase.key) The words\(blanks)\n"
        }.joined()
    }
}
