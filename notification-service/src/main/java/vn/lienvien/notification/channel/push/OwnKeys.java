package vn.lienvien.notification.channel.push;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.key.PrivateKeySource;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySource;
import com.zerodeplibs.webpush.key.PublicKeySources;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Optional;
import org.jboss.logging.Logger;
import vn.lienvien.notification.channel.ChannelConfig;

/**
 * By which push services know us (VAPID, RFC 8292). Browsers subscribe to this very key, so it must
 * be the installation's own and stay; a service in production does not start without one, and none
 * starts with halves that do not fit, since every message would then fail without a word.
 */
@Startup
@ApplicationScoped
class OwnKeys {

    private static final Logger LOG = Logger.getLogger(OwnKeys.class);

    private final Optional<VAPIDKeyPair> pair;

    OwnKeys(ChannelConfig config) {
        pair = config.push().enabled() ? Optional.of(keys(config.push())) : Optional.empty();
    }

    /** Nothing when push is off. */
    Optional<VAPIDKeyPair> pair() {
        return pair;
    }

    private static VAPIDKeyPair keys(ChannelConfig.Push config) {
        if (config.publicKey().isPresent() && config.privateKey().isPresent()) {
            return fitting(
                    PrivateKeySources.ofPKCS8Bytes(
                            Base64.getMimeDecoder().decode(config.privateKey().get())),
                    PublicKeySources.ofUncompressedBytes(
                            Base64.getUrlDecoder().decode(config.publicKey().get())));
        }
        if (ConfigUtils.isProfileActive("prod")) {
            throw new IllegalStateException(
                    "web push is enabled without lienvien.notification.channel.push.public-key"
                            + " and private-key: see docs/channels.md");
        }
        LOG.warn("web push uses keys made for this run: subscriptions end with it");
        KeyPair made = forThisRun();
        return VAPIDKeyPairs.of(
                PrivateKeySources.ofECPrivateKey((ECPrivateKey) made.getPrivate()),
                PublicKeySources.ofECPublicKey((ECPublicKey) made.getPublic()));
    }

    private static VAPIDKeyPair fitting(PrivateKeySource mine, PublicKeySource theirs) {
        byte[] probe = {1};
        try {
            Signature signing = Signature.getInstance("SHA256withECDSA");
            signing.initSign(mine.extract());
            signing.update(probe);
            byte[] signed = signing.sign();
            signing.initVerify(theirs.extract());
            signing.update(probe);
            if (!signing.verify(signed)) {
                throw new IllegalStateException("the web push keys are not one pair");
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the web push keys cannot be used", e);
        }
        return VAPIDKeyPairs.of(mine, theirs);
    }

    private static KeyPair forThisRun() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has secp256r1", e);
        }
    }
}
