package oroshi.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;

/** Turns away a caller who may not do what the handler's {@link Allows}, {@link Needs} or {@link ForOperators} asks for. */
final class CallerRights implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            var allows = method.getMethodAnnotation(Allows.class);
            if (allows != null) {
                check(allows, caller());
            }
            if (method.hasMethodAnnotation(ForOperators.class)
                    && Operator.current().isEmpty()) {
                throw Refusal.because(AccessRefusal.UNAUTHENTICATED);
            }
            var needs = needs(method);
            if (needs != null) {
                check(needs, caller());
            }
        }
        return true;
    }

    private static @Nullable Needs needs(HandlerMethod method) {
        var own = method.getMethodAnnotation(Needs.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Needs.class);
    }

    private static Caller caller() {
        return Caller.current().orElseThrow(() -> Refusal.because(AccessRefusal.UNAUTHENTICATED));
    }

    static void check(Allows allows, Caller caller) {
        if (caller.isApplicationAlone()) {
            if (!allows.applicationAlone()) {
                throw Refusal.because(AccessRefusal.APPLICATION_ALONE);
            }
        } else if (allows.roles().length > 0 && Collections.disjoint(List.of(allows.roles()), caller.roles())) {
            throw Refusal.because(AccessRefusal.ROLE_NEEDED, words(Role::key, allows.roles()));
        }
        checkPartner(allows, caller);
    }

    /** What the cloud lacks it lacks for every type of partner, so the cloud is asked first. */
    private static void checkPartner(Allows allows, Caller caller) {
        if (allows.publicCloudOnly() && !caller.cloud().isPublic()) {
            throw Refusal.because(AccessRefusal.NOT_IN_THIS_CLOUD, "The operation");
        }
        var types = List.of(allows.partnerTypes());
        if (!types.isEmpty() && !types.contains(caller.partnerType())) {
            throw Refusal.because(
                    AccessRefusal.PARTNER_TYPE,
                    word(caller.partnerType()),
                    words(CallerRights::word, allows.partnerTypes()));
        }
    }

    private static String word(PartnerType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static <T> String words(Function<T, String> naming, T[] all) {
        return Arrays.stream(all).map(naming).collect(Collectors.joining(", "));
    }

    static void check(Needs needs, Caller caller) {
        var allowed = needs.reading() ? caller.mayRead(needs.value()) : caller.may(needs.value());
        if (!allowed) {
            throw Refusal.because(AccessRefusal.PERMISSION_MISSING, rolesWith(needs.value()));
        }
    }

    /** The roles that would do, by their names in data and messages. */
    private static String rolesWith(Permission permission) {
        return PermissionMatrix.published().rolesWith(permission).stream()
                .sorted()
                .map(Role::key)
                .collect(Collectors.joining(", "));
    }
}
