package gjdbg.value;

import gjdbg.type.Type;
import java.util.ArrayList;
import java.util.List;

/** Structs and unions: their fields, none of them read yet. */
final class StructReader {
    private StructReader() {}

    static Reading read(TypedValue value) {
        List<Type.Field> fields = value.type().fields();
        List<Reading.Member> members = new ArrayList<>(fields.size());
        for (Type.Field field : fields) {
            members.add(new Reading.Member(field.name(), field.embedded(), value.part(field.type(), field.offset())));
        }
        return new Reading.Struct(members);
    }
}
