package vn.lienvien.transfer.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** Keys come from the environment; without them the service does not start. */
@ConfigMapping(prefix = "lienvien.transfer.identity")
public interface IdentityConfig {

    /** 32 bytes in base64; wraps the key of each transfer. */
    String masterKey();

    /** Name of the master key, kept with what it wrapped, so that keys can be changed. */
    @WithDefault("m1")
    String masterKeyId();

    /** Former master keys by name, to read what they wrapped. */
    Map<String, String> formerMasterKeys();

    /** 32 bytes in base64, for recognising the same patient. */
    String lookupKey();
}
