package oroshi.rest;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;
import oroshi.basics.CartId;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.OrderId;
import oroshi.basics.PartnerId;
import oroshi.basics.Reason;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.basics.UserId;

/** Paths without regard to case, typed ids in paths, and page requests as arguments. */
@Configuration(proxyBeanMethods = false)
class WireSetup implements WebMvcConfigurer, WebMvcRegistrations {
    private final PageRequests pageRequests;

    WireSetup(PageRequests pageRequests) {
        this.pageRequests = pageRequests;
    }

    @Override
    public void configurePathMatch(PathMatchConfigurer paths) {
        var parser = new PathPatternParser();
        parser.setCaseSensitive(false);
        paths.setPatternParser(parser);
    }

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new RouteOutlines();
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new SpokenTypes());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(pageRequests);
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        add(registry, CustomerId.class, RestRefusal.CUSTOMER_ID_INVALID, CustomerId::new);
        add(registry, PartnerId.class, RestRefusal.ID_INVALID, PartnerId::new);
        add(registry, UserId.class, RestRefusal.ID_INVALID, UserId::new);
        add(registry, SubscriptionId.class, RestRefusal.ID_INVALID, SubscriptionId::new);
        add(registry, OrderId.class, RestRefusal.ID_INVALID, OrderId::new);
        add(registry, CartId.class, RestRefusal.ID_INVALID, CartId::new);
    }

    private static <T> void add(FormatterRegistry registry, Class<T> type, Reason invalid, Function<UUID, T> id) {
        Converter<String, T> converter = text -> id.apply(guid(text, invalid));
        registry.addConverter(String.class, type, converter);
    }

    private static UUID guid(String text, Reason invalid) {
        // "1-1-1-1-1" is a UUID to the JDK, but no GUID to anyone else.
        return Optional.of(text.strip())
                .filter(guid -> guid.length() == 36)
                .flatMap(Ids::parse)
                .orElseThrow(() -> Refusal.because(invalid, text));
    }
}
