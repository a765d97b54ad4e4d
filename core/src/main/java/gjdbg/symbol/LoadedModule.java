package gjdbg.symbol;

import gjdbg.elf.ElfFile;
import gjdbg.elf.FileAddress;
import gjdbg.target.Address;
import java.util.Optional;

/**
 * A file that is mapped into a process.
 *
 * @param bias what is added to an address of the file to get one in memory, in bytes
 * @param low the first address that it occupies
 * @param high the first address after it
 */
public record LoadedModule(ElfFile file, ModuleSymbols symbols, long bias, Address low, Address high) {
    public boolean contains(Address address) {
        return address.compareTo(low) >= 0 && address.compareTo(high) < 0;
    }

    public Address toMemory(FileAddress address) {
        return new Address(address.value() + bias);
    }

    /** Where the file's symbol of that name is; empty where it has none. */
    public Optional<Address> symbol(String name) {
        return file.symbol(name).map(symbol -> toMemory(symbol.address()));
    }

    public FileAddress toFile(Address address) {
        return new FileAddress(address.value() - bias);
    }
}
