package gjdbg.session;

/** How far a step goes: STEP into calls, NEXT over them, OUT to the caller. */
public enum StepKind {
    STEP,
    NEXT,
    OUT
}
