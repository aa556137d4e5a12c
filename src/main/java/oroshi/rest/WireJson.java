package oroshi.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import oroshi.basics.Refusal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.type.LogicalType;

/**
 * How the wire reads and writes JSON: names without regard to case and in snake case too, unknown members ignored, wrong
 * types refused, nothing written for a missing value, enumerations in lower snake case.
 */
@Configuration(proxyBeanMethods = false)
class WireJson {
    @Bean
    JsonMapperBuilderCustomizer wireRules() {
        return builder -> builder.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .withCoercionConfig(LogicalType.Textual, WireJson::textIsText)
                .annotationIntrospector(new SnakeCaseToo())
                .addModule(enumerations());
    }

    private static void textIsText(MutableCoercionConfig coercion) {
        coercion.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    private static SimpleModule enumerations() {
        var module = new SimpleModule("enumerations");
        module.setDeserializerModifier(new EnumsLeniently());
        module.addSerializer(EnumsInSnakeCase.rawType(), new EnumsInSnakeCase());
        return module;
    }

    /** Lets {@code company_name} stand for {@code companyName}; a difference in case is the mapper's own business. */
    private static final class SnakeCaseToo extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;
        private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
        private static final Pattern NUMBER_START = Pattern.compile("(?<=[A-Za-z])(?=[0-9])");

        @Override
        public @Nullable List<PropertyName> findPropertyAliases(MapperConfig<?> config, Annotated annotated) {
            var name = name(annotated);
            @Nullable List<PropertyName> declared = super.findPropertyAliases(config, annotated);
            if (name == null) {
                return declared;
            }
            var snake = WORD_START.matcher(name).replaceAll("_");
            var own = Stream.of(snake, NUMBER_START.matcher(snake).replaceAll("_"))
                    .distinct()
                    .filter(alias -> !alias.equals(name))
                    .map(PropertyName::construct);
            return declared == null
                    ? own.toList()
                    : Stream.concat(own, declared.stream()).toList();
        }

        private static @Nullable String name(Annotated annotated) {
            if (annotated instanceof AnnotatedParameter parameter) {
                var type = parameter.getOwner().getRawType();
                return type.isRecord() ? type.getRecordComponents()[parameter.getIndex()].getName() : null;
            }
            return annotated instanceof AnnotatedMember member ? member.getName() : null;
        }
    }

    private static final class EnumsInSnakeCase extends StdSerializer<Enum<?>> {
        EnumsInSnakeCase() {
            super(rawType());
        }

        @SuppressWarnings("unchecked")
        static Class<Enum<?>> rawType() {
            return (Class<Enum<?>>) (Class<?>) Enum.class;
        }

        @Override
        public void serialize(Enum<?> value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(value.name().toLowerCase(Locale.ROOT));
        }
    }

    private static final class EnumsLeniently extends ValueDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public ValueDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config,
                JavaType type,
                BeanDescription.Supplier description,
                ValueDeserializer<?> usual) {
            return new LenientEnum(type.getRawClass());
        }
    }

    /** Reads an enumeration from its name, whatever the case and underscores, or from its ordinal. */
    private static final class LenientEnum extends StdDeserializer<Object> {
        private final Map<String, Object> byName;
        private final List<Object> byOrdinal;

        LenientEnum(Class<?> type) {
            super(type);
            byOrdinal = List.of(type.getEnumConstants());
            byName = byOrdinal.stream().collect(Collectors.toMap(LenientEnum::folded, Function.identity()));
        }

        private static String folded(Object name) {
            return name.toString().replace("_", "").toLowerCase(Locale.ROOT);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                var ordinal = parser.getIntValue();
                return ordinal >= 0 && ordinal < byOrdinal.size() ? byOrdinal.get(ordinal) : unknown(parser, ordinal);
            }
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return context.handleUnexpectedToken(getValueType(context), parser);
            }
            var value = byName.get(folded(parser.getString()));
            return value == null ? unknown(parser, parser.getString()) : value;
        }

        private Object unknown(JsonParser parser, Object given) {
            var known = byOrdinal.stream().map(value -> value.toString().toLowerCase(Locale.ROOT));
            throw Refusal.of(
                    member(parser.streamReadContext().pathAsPointer()),
                    RestRefusal.UNKNOWN_ENUM,
                    given,
                    known.collect(Collectors.joining(", ")));
        }

        /** The place as errors write it: {@code lineItems[0].billingCycle}. */
        private static String member(JsonPointer place) {
            var path = new StringBuilder();
            for (var step = place; !step.matches(); step = step.tail()) {
                if (step.mayMatchElement()) {
                    path.append('[').append(step.getMatchingIndex()).append(']');
                } else {
                    path.append(path.isEmpty() ? "" : ".").append(step.getMatchingProperty());
                }
            }
            return path.toString();
        }
    }
}
