package gjdbg.target.core;

import gjdbg.target.Mapping;
import gjdbg.target.Memory;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A stopped process with all that goes into its core.
 *
 * @param threads first the one that made it stop
 * @param auxiliaryVector as in /proc/pid/auxv
 * @param files the mappings of files, for NT_FILE
 * @param regions all mappings, in the order of their addresses
 * @param memory without what a debugger has put into it
 */
public record ProcessImage(
        ProcessFacts facts,
        List<ThreadImage> threads,
        byte[] auxiliaryVector,
        List<Mapping> files,
        List<RegionImage> regions,
        Memory memory,
        PresentPages presentPages) {

    /**
     * As in proc(5), /proc/pid/stat.
     *
     * @param state as its letter
     * @param arguments the command line, with spaces between
     */
    public record ProcessFacts(
            int pid,
            int parent,
            int group,
            int session,
            int user,
            int userGroup,
            char state,
            int nice,
            long flags,
            String name,
            String arguments) {}

    /**
     * @param signal that it is about to get; 0 for none
     * @param general a struct user_regs_struct
     * @param floating a struct user_fpregs_struct
     * @param extended the XSAVE area, where the processor has one
     * @param signalInfo a siginfo_t, where there is a signal
     */
    public record ThreadImage(
            int id,
            String name,
            int signal,
            byte[] general,
            byte[] floating,
            Optional<byte[]> extended,
            Optional<byte[]> signalInfo) {}

    /**
     * @param held bytes from its start that go into the core
     * @param sparse whether pages of it that are not present are zero
     */
    public record RegionImage(Mapping mapping, long held, boolean sparse) {}

    /** Tells which pages of memory were ever touched. */
    public interface PresentPages {
        /** From this address on, a bit for each of count pages. Empty where that can't be told. */
        Optional<BitSet> from(long address, int count);
    }
}
