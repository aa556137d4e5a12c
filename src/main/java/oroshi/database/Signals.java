package oroshi.database;

/** Signals that Java has no call for. */
final class Signals {
    private Signals() {}

    /**
     * Asks PostgreSQL to end its sessions and stop; the signal that Java sends would let it wait for the sessions. The
     * shell sends it because not every system has a program that does.
     */
    static void interrupt(long process) {
        Command.of("sh", "-c", "kill -INT " + process).run();
    }
}
