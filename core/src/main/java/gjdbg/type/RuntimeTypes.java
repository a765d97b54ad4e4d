package gjdbg.type;

import gjdbg.target.Address;

/** The types that the Go runtime describes in memory, for the dynamic types of interfaces. */
public interface RuntimeTypes {
    /**
     * The type that a runtime descriptor (runtime._type, internal/abi.Type) stands for.
     *
     * @throws gjdbg.error.Unavailable when the debug information has no such type, with the reason
     */
    Type at(Address descriptor);

    /**
     * Whether the type that a runtime descriptor stands for has the methods of an interface type.
     *
     * @throws gjdbg.error.Unavailable when the program does not tell, with the reason
     */
    boolean hasMethodsOf(Address descriptor, Type wanted);

    /** Whether an interface holds values of this type in its own second word: those that are one pointer. */
    boolean isDirect(Type type);
}
