package vn.lienvien.journeys.fault;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One shaky ground for all stories that need one. */
final class ShakySystem implements ParameterResolver, BeforeEachCallback {

    private static final Namespace OURS = Namespace.create(ShakySystem.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ShakyGround.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return ground(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        ground(context).clear();
    }

    private static ShakyGround ground(ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .computeIfAbsent(ShakyGround.class, _ -> ShakyGround.start(), ShakyGround.class);
    }
}
