package vn.lienvien.kit.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * A body is exactly what the API says or it is refused: a misspelt or repeated field of a patient's
 * data must not be dropped in silence, and a hostile one must not cost memory.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    private static final int DEEPEST = 100;
    private static final int LONGEST_TEXT = 256 * 1024;
    private static final int LONGEST_NUMBER = 100;

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(DEEPEST)
                                .maxStringLength(LONGEST_TEXT)
                                .maxNumberLength(LONGEST_NUMBER)
                                .build());
        mapper.getFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        noCoercion(mapper);
        mapper.registerModule(
                new SimpleModule()
                        .addDeserializer(String.class, new StorableText())
                        .addDeserializer(
                                Instant.class,
                                new WrittenTime<>(Instant.class, InstantDeserializer.INSTANT))
                        .addDeserializer(
                                LocalDate.class,
                                new WrittenTime<>(
                                        LocalDate.class, LocalDateDeserializer.INSTANCE)));
    }

    /** Behind the modules that it corrects. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    /**
     * 7 is no moment, nor is "7", although it could be counted from 1970; and [2021, 11, 8] is no
     * day.
     */
    private static final class WrittenTime<T> extends StdDeserializer<T> {

        private static final long serialVersionUID = 1;
        private static final Pattern COUNTED = Pattern.compile("\\s*[-+]?[\\d.]+\\s*");

        private final JsonDeserializer<T> reading;

        WrittenTime(Class<T> type, JsonDeserializer<T> reading) {
            super(type);
            this.reading = reading;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                context.reportInputMismatch(this, "a time is written out");
            }
            if (COUNTED.matcher(parser.getText()).matches()) {
                context.handleWeirdStringValue(
                        handledType(), parser.getText(), "a time is written out");
            }
            return reading.deserialize(parser, context);
        }
    }

    /** Neither U+0000 nor half a character: no table keeps them. */
    private static final class StorableText extends StringDeserializer {

        private static final long serialVersionUID = 1;

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            String text = super.deserialize(parser, context);
            if (text == null || text.codePoints().allMatch(StorableText::storable)) {
                return text;
            }
            return (String)
                    context.handleWeirdStringValue(
                            String.class, text, "holds what cannot be stored");
        }

        private static boolean storable(int character) {
            return character != 0 && Character.getType(character) != Character.SURROGATE;
        }
    }

    /** "12" is no number and 1 is no text: guessing hides a faulty sender. */
    @SuppressWarnings(
            "deprecation") // the builder's replacement cannot reach a mapper already built
    private static void noCoercion(ObjectMapper mapper) {
        mapper.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        mapper.coercionConfigDefaults()
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    }
}
