package vn.lienvien.notification.channel;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * An installation with every channel set up, all leading to this machine, that repeats at once. A
 * call may last longer than it ships with, for a loaded machine is slow, not down; how long a lease
 * may last is left as it ships: no test waits for either.
 */
public class ChannelSettings implements QuarkusTestResourceLifecycleManager {

    public static final String HOOK_SECRET = "only-for-this-test-only-for-this-test";

    /**
     * A hospital's own server that never answers: nobody listens at the first port of a machine.
     */
    static final String DEAD_HOST = "127.0.0.1:1";

    /** More than all other tests together tell one recipient. */
    static final int PER_HOUR = 500;

    private static final String PREFIX = "lienvien.notification.channel.";

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>();
        String here = "127.0.0.1:" + StubServer.reservePort();
        set(config, "trusted-networks", "127.0.0.0/8");
        set(config, "first-retry", "PT0.02S");
        set(config, "longest-retry", "PT0.05S");
        set(config, "rest", "PT0.1S");
        set(config, "call-limit", "PT30S");
        set(config, "patience", "2");
        set(config, "per-hour", "" + PER_HOUR);
        set(config, "webhook.hosts.\"" + here + "\".secret", HOOK_SECRET);
        set(config, "webhook.hosts.\"" + DEAD_HOST + "\".secret", HOOK_SECRET);
        set(config, "webhook.organisations.htd-hcmc", "http://" + here + "/htd");
        set(config, "sms.gateway", "ESMS");
        set(config, "sms.esms.url", StubServer.url("/esms"));
        set(config, "sms.esms.api-key", "key");
        set(config, "sms.esms.secret-key", "secret");
        set(config, "sms.esms.brandname", "LienVien");
        set(config, "sms.callback-base", "https://lienvien.example");
        set(config, "sms.callback-secret", HOOK_SECRET);
        set(config, "push.enabled", "true");
        set(config, "push.hosts", here + ",.invalid:443,push.lienvien.example:443");
        return config;
    }

    private static void set(Map<String, String> config, String name, String value) {
        config.put(PREFIX + name, value);
    }

    @Override
    public void stop() {}
}
