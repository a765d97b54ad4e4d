package gjdbg.testing;

/** Is told of a run of scenarios as it goes on; from one thread at a time. */
interface Reporter {
    void begin(int tests);

    void finished(Result result);

    /** Nothing more comes. */
    void end(Summary summary);
}
