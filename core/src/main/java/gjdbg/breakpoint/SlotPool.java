package gjdbg.breakpoint;

import gjdbg.error.MemoryFault;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.target.Register;
import gjdbg.target.Registers;
import gjdbg.target.amd64.Flow;
import gjdbg.target.amd64.Instruction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The slots for displaced instructions of one address space. A slot is kept for its original as long as the pool is, since
 * a thread may be in it or have its address in a signal frame.
 */
public final class SlotPool {
    private static final int SLOTS = PageAllocator.PAGE / Displacement.SLOT;

    private record Filled(Slot slot, byte[] code, boolean systemCall) {}

    private static final class Page {
        private final long base;
        private final Filled[] slots = new Filled[SLOTS];
        private int used;

        private Page(long base) {
            this.base = base;
        }
    }

    private final Memory memory;
    private final PageAllocator allocator;
    private final List<Page> pages = new ArrayList<>();
    private final LongTable<Filled> byOriginal = new LongTable<>();

    /** @param memory the bytes as they are, which slots are written to */
    public SlotPool(Memory memory, PageAllocator allocator) {
        this.memory = Objects.requireNonNull(memory);
        this.allocator = Objects.requireNonNull(allocator);
    }

    /**
     * A slot with the instruction, made if need be; empty when it can't run elsewhere or no memory within reach can be had.
     *
     * @param code the instruction's own bytes, and maybe more
     */
    public Optional<Slot> place(Instruction instruction, byte[] code) {
        if (!Displacement.possible(instruction)) {
            return Optional.empty();
        }
        byte[] own = Arrays.copyOf(code, instruction.length());
        Optional<Filled> existing = byOriginal.get(instruction.address());
        if (existing.isPresent() && Arrays.equals(existing.get().code(), own)) {
            return Optional.of(existing.get().slot());
        }
        for (Page page : pages) {
            Optional<Slot> slot = fill(page, instruction, own);
            if (slot.isPresent()) {
                return slot;
            }
        }
        Optional<Address> fresh = allocator.allocateNear(new Address(instruction.address()));
        if (fresh.isEmpty()) {
            return Optional.empty();
        }
        Page page = new Page(fresh.get().value());
        pages.add(page);
        return fill(page, instruction, own);
    }

    private Optional<Slot> fill(Page page, Instruction instruction, byte[] own) {
        if (page.used == SLOTS) {
            return Optional.empty();
        }
        Address at = new Address(page.base + (long) page.used * Displacement.SLOT);
        Optional<Displacement> displacement = Displacement.to(at.value(), instruction, own);
        if (displacement.isEmpty()) {
            return Optional.empty();
        }
        try {
            memory.write(at, displacement.get().code());
        } catch (MemoryFault e) {
            // the program has unmapped the page
            return Optional.empty();
        }
        Slot slot = new Slot(
                at,
                new Address(instruction.address()),
                displacement.get().length(),
                new Address(displacement.get().after()));
        Filled filled = new Filled(slot, own, instruction.flow() == Flow.SYSCALL);
        page.slots[page.used++] = filled;
        byOriginal.put(instruction.address(), filled);
        return Optional.of(slot);
    }

    /** Empty when the PC is in no slot. */
    public Optional<SlotPosition> positionOf(Address pc) {
        return at(pc.value()).map(filled -> position(filled.slot(), pc));
    }

    /**
     * Moves a stopped thread out of a slot: to its instruction's original place or behind it. To be done before a thread
     * gets a signal, is single-stepped from where it is, or is left to itself. A system call that the stop interrupted,
     * and which the kernel would start again, counts as not started.
     *
     * @return where it stood; empty when it was in no slot and nothing has changed
     */
    public Optional<SlotPosition> settle(Registers registers) {
        Address pc = new Address(registers.get(Register.RIP));
        Optional<Filled> filled = at(pc.value());
        if (filled.isEmpty()) {
            return Optional.empty();
        }
        Slot slot = filled.get().slot();
        SlotPosition position = position(slot, pc);
        if (position instanceof SlotPosition.Done && filled.get().systemCall()) {
            OptionalLong again = InterruptedCall.numberToRestart(registers);
            if (again.isPresent()) {
                registers.set(Register.RAX, again.getAsLong());
                position = new SlotPosition.NotStarted(slot.original());
            }
        }
        registers.set(Register.RIP, position.original().value());
        return Optional.of(position);
    }

    private static SlotPosition position(Slot slot, Address pc) {
        return pc.value() - slot.address().value() < slot.length()
                ? new SlotPosition.NotStarted(slot.original())
                : new SlotPosition.Done(slot.after());
    }

    private Optional<Filled> at(long pc) {
        for (int i = 0; i < pages.size(); i++) {
            Page page = pages.get(i);
            long offset = pc - page.base;
            if (offset >= 0 && offset < (long) page.used * Displacement.SLOT) {
                return Optional.of(page.slots[(int) offset / Displacement.SLOT]);
            }
        }
        return Optional.empty();
    }

    /** The pages that hold slots. */
    public List<Address> pages() {
        return pages.stream().map(page -> new Address(page.base)).toList();
    }

    /** Forgets all slots: the address space is gone (execve), or the pages were unmapped with no thread in them. */
    public void clear() {
        pages.clear();
        byOriginal.clear();
    }
}
