package vn.lienvien.events;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** One invented, fully filled instance of each contract record, always the same. */
final class Samples {

    private static final Instant NIGHT = Instant.parse("2021-11-08T15:30:00Z");

    private Samples() {}

    static <E extends ContractEvent> E of(Class<E> type) {
        return type.cast(value(type, type.getSimpleName()));
    }

    private static Object value(Type type, String name) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return List.of(value(list.getActualTypeArguments()[0], name));
        }
        var raw = (Class<?>) type;
        if (raw == About.class) {
            return new About(UUID.fromString("0193b0c8-0000-7000-8000-000000000001"), null);
        }
        if (raw == OrganisationCode.class) {
            return new OrganisationCode(name.equals("origin") ? "soc-trang-covid" : "htd-hcmc");
        }
        if (raw == UnitCode.class) {
            return new UnitCode("htd-hcmc.icu-adult");
        }
        if (raw == ProvinceCode.class) {
            return new ProvinceCode("ho-chi-minh");
        }
        if (raw == CaseCode.class) {
            return new CaseCode("7F3KXQ");
        }
        if (raw == UUID.class) {
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        }
        if (raw == Instant.class) {
            return NIGHT.plusSeconds(name.equals("until") || name.equals("dueAt") ? 3600 : 0);
        }
        if (raw == BigDecimal.class) {
            return new BigDecimal("92.5");
        }
        if (raw == int.class || raw == Integer.class) {
            return name.equals("ageYears") ? 23 : 1;
        }
        if (raw == long.class) {
            return 2L;
        }
        if (raw == boolean.class) {
            return true;
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        }
        return record(raw);
    }

    private static Object record(Class<?> raw) {
        RecordComponent[] components = raw.getRecordComponents();
        try {
            return raw.getDeclaredConstructor(
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new))
                    .newInstance(
                            Arrays.stream(components)
                                    .map(c -> value(c.getGenericType(), c.getName()))
                                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + raw, e);
        }
    }
}
