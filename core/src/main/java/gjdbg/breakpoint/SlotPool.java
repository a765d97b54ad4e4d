package gjdbg.breakpoint;

import gjdbg.error.MemoryFault;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.target.Register;
import gjdbg.target.Registers;
import gjdbg.target.amd64.Instruction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The slots for displaced instructions of one address space. A slot is kept for its original as long as the pool is, since
 * a thread may be in it or have its address in a signal frame.
 */
public final class SlotPool {
    private static final int SLOTS = PageAllocator.PAGE / Displacement.SLOT;

    private record Filled(Slot slot, byte[] code) {}

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
        Optional<byte[]> code = Displacement.code(instruction, own, at.value());
        if (code.isEmpty()) {
            return Optional.empty();
        }
        try {
            memory.write(at, code.get());
        } catch (MemoryFault e) {
            // the program has unmapped the page
            return Optional.empty();
        }
        Slot slot = new Slot(at, new Address(instruction.address()), instruction.length());
        Filled filled = new Filled(slot, own);
        page.slots[page.used++] = filled;
        byOriginal.put(instruction.address(), filled);
        return Optional.of(slot);
    }

    /** Empty when the PC is in no slot. */
    public Optional<SlotPosition> positionOf(Address pc) {
        for (int i = 0; i < pages.size(); i++) {
            Page page = pages.get(i);
            long offset = pc.value() - page.base;
            if (offset >= 0 && offset < (long) page.used * Displacement.SLOT) {
                Slot slot = page.slots[(int) offset / Displacement.SLOT].slot();
                return Optional.of(
                        offset % Displacement.SLOT < slot.length()
                                ? new SlotPosition.NotStarted(slot.original())
                                : new SlotPosition.Done(slot.original().plus(slot.length())));
            }
        }
        return Optional.empty();
    }

    /**
     * Moves a stopped thread out of a slot: to its instruction's original place or behind it. To be done before a thread
     * gets a signal for a fault, is single-stepped from where it is, or is left to itself.
     *
     * @return where it stood; empty when it was in no slot and nothing has changed
     */
    public Optional<SlotPosition> settle(Registers registers) {
        Optional<SlotPosition> position = positionOf(new Address(registers.get(Register.RIP)));
        position.ifPresent(at -> registers.set(Register.RIP, at.original().value()));
        return position;
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
