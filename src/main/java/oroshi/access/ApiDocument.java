package oroshi.access;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import oroshi.basics.CartId;
import oroshi.basics.CustomerId;
import oroshi.basics.OrderId;
import oroshi.basics.PartnerId;
import oroshi.basics.SubscriptionId;
import oroshi.basics.UserId;
import oroshi.rest.ContractOperation;
import oroshi.rest.ContractOperations;
import oroshi.rest.PageRequest;

/** What the API says about itself: the OpenAPI document of every operation that is there, and who may call it. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {
    private static final String BEARER = "bearer";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, PageRequest.class)
                .replaceWithClass(CustomerId.class, UUID.class)
                .replaceWithClass(PartnerId.class, UUID.class)
                .replaceWithClass(UserId.class, UUID.class)
                .replaceWithClass(OrderId.class, UUID.class)
                .replaceWithClass(CartId.class, UUID.class)
                .replaceWithClass(SubscriptionId.class, UUID.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Oroshi")
                        .version("v1")
                        .description("""
                                The REST API v1 of Partner Center, served by Oroshi, and under /oroshi what goes beyond it. \
                                Operations of the contract that are not listed here answer 501.""")
                        .license(new License().name("Apache 2.0").identifier("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description("An access token of /{tenant}/oauth2/v2.0/token.")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    @Bean
    OperationCustomizer whoMayCall() {
        return (operation, handler) -> {
            addHeaders(operation);
            addPaging(operation, handler);
            addCallers(operation, handler);
            return operation;
        };
    }

    /** Operations of the contract carry the contract's names. */
    @Bean
    OpenApiCustomizer contractNames() {
        return document -> document.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) -> known(method.name(), path).ifPresent(contract -> {
                    operation.setOperationId(contract.operationId());
                    operation.setTags(List.of(contract.family()));
                })));
    }

    private static Optional<ContractOperation> known(String method, String path) {
        return ContractOperations.all().stream()
                .filter(operation -> operation.method().equals(method))
                .filter(operation -> shape(operation.path()).equalsIgnoreCase(shape(path)))
                .findFirst();
    }

    private static String shape(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    private static void addHeaders(Operation operation) {
        operation.addParametersItem(
                header("MS-RequestId", "Names this call; a changing call with a known id is not carried out again."));
        operation.addParametersItem(header("MS-CorrelationId", "Ties calls of one business transaction together."));
    }

    private static void addPaging(Operation operation, HandlerMethod handler) {
        var paged = Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType().equals(PageRequest.class));
        if (!paged) {
            return;
        }
        operation.addParametersItem(query(
                "size",
                "Page size; 0 or absent for the default.",
                new IntegerSchema().minimum(java.math.BigDecimal.ZERO).maximum(java.math.BigDecimal.valueOf(500))));
        operation.addParametersItem(query("filter", "URL-encoded JSON filter.", new StringSchema()));
        operation.addParametersItem(query(
                "seekOperation",
                "Moves relative to the page that MS-ContinuationToken names.",
                new StringSchema()
                        .addEnumItem("Next")
                        .addEnumItem("Previous")
                        .addEnumItem("First")
                        .addEnumItem("Last")));
        operation.addParametersItem(new Parameter()
                .in("header")
                .name("MS-ContinuationToken")
                .description("Token of the neighbouring page; goes with seekOperation.")
                .schema(new StringSchema()));
    }

    private static void addCallers(Operation operation, HandlerMethod handler) {
        if (handler.hasMethodAnnotation(ForOperators.class)) {
            operation.setDescription("Callers: the operator of this installation, with a key of its configuration.");
            return;
        }
        var allows = handler.getMethodAnnotation(Allows.class);
        if (allows == null) {
            return;
        }
        var roles = allows.roles().length == 0
                ? "any user of the partner"
                : Arrays.stream(allows.roles()).map(Role::key).collect(Collectors.joining(", "));
        var alone = allows.applicationAlone() ? " An application may call it without a user." : "";
        operation.setDescription("Callers: " + roles + "." + alone);
    }

    private static Parameter header(String name, String description) {
        return new Parameter().in("header").name(name).description(description).schema(new UUIDSchema());
    }

    private static Parameter query(String name, String description, Schema<?> schema) {
        return new Parameter().in("query").name(name).description(description).schema(schema);
    }
}
