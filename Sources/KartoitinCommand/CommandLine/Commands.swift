extension Command {
    /// Every command, in the order of the help.
    static let all: [Command] = [
        kiosk, phone, professional, demo, printDescription,
        slots, book, bookingShow, bookingMove, bookingCancel, bookingUndo, bookingSet, bookingList,
        bookingAttendance, bookingAdvice, bookingAlso, find, clientShow, clientSet, clientJoin,
        timetableOpen, timetableTemplate, timetableAbsence, timetableLeave, timetableHandover, timetableList,
        timetableClose, timetableChange, timetableShift, timetableCopy, timetableConflicts, workerAdd, workerSet,
        workerList,
        rightGrant, rightList, rightWithdraw, rightSend,
        messagesDue, messagesSend, messagesWrite,
        reportBookings, reportContacts, reportWaiting, reportWorkload, reportJourneys,
        match, contentCheck, contentPaths, contentTree, contentTry, contentStories, contentDiff,
        contentState, contentUse,
        staffAdd, staffList, staffLock, staffUnlock, staffPassword, staffSet, staffReset,
        arrangements, logOfClient, logOfUser, logChanges,
        storeCreate, storeCheck, storeMigrate, storeBackup, storeCopy, storePurge, storeClient, storeErase,
        serviceUnit, doctor,
    ]
}
