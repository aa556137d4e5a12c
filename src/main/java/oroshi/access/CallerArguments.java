package oroshi.access;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import oroshi.basics.Refusal;

/** Gives a controller's method the caller that it asks for. */
final class CallerArguments implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        var type = parameter.getParameterType();
        return type.equals(Caller.class) || type.equals(CustomerCaller.class) || type.equals(Operator.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (parameter.getParameterType().equals(Caller.class)) {
            return Caller.current().orElseThrow(() -> Refusal.because(AccessRefusal.UNAUTHENTICATED));
        }
        if (parameter.getParameterType().equals(Operator.class)) {
            return Operator.current().orElseThrow(() -> Refusal.because(AccessRefusal.UNAUTHENTICATED));
        }
        return CustomerCaller.current().orElseThrow(() -> Refusal.because(AccessRefusal.UNAUTHENTICATED));
    }
}
