package vn.lienvien.local;

import java.util.Optional;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;

/** The demo plays against the stack that runs, wherever its ports are. */
final class RunningStackDefaults implements IDefaultValueProvider {
    private final Optional<RunningStack> running =
            RunningStack.readFrom(Up.usualState().resolve(RunningStack.FILE));

    @Override
    public String defaultValue(ArgSpec option) {
        return switch (option.paramLabel()) {
            case "<url>" -> running.map(stack -> stack.url().toString()).orElse(null);
            case "<kafka>" -> running.map(RunningStack::kafka).orElse(null);
            default -> null;
        };
    }
}
