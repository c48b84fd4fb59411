package vn.lienvien.transfer.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashes by which the same patient is recognised without reading an identity: of the citizen
 * id, the insurance number, and the local number within its hospital.
 */
@ApplicationScoped
public class PatientMarks {

    private static final String ALGORITHM = "HmacSHA256";

    /** It ends with the ten digits that cards since 2021 show alone. */
    private static final Pattern OLD_CARD = Pattern.compile("[A-Za-z]{2}[0-9]{3}([0-9]{10})");

    private final SecretKeySpec key;

    PatientMarks(IdentityConfig config) {
        this.key = new SecretKeySpec(Keys.decoded(config.lookupKey()), ALGORITHM);
    }

    /** In a fixed order, so that two requests never wait for each other crosswise. */
    public List<String> of(Identity identity, String origin) {
        var marks = new ArrayList<String>();
        add(marks, "citizen", identity.citizenId());
        add(marks, "insurance", identity.insuranceNumber());
        add(marks, "insurance", tenDigits(identity.insuranceNumber()));
        add(marks, "local|" + origin, identity.localId());
        return marks.stream().sorted().toList();
    }

    private static String tenDigits(String insuranceNumber) {
        var card = OLD_CARD.matcher(insuranceNumber == null ? "" : insuranceNumber);
        return card.matches() ? card.group(1) : null;
    }

    private void add(List<String> marks, String kind, String value) {
        if (value == null) {
            return;
        }
        var normal =
                Normalizer.normalize(value, Normalizer.Form.NFKC)
                        .replaceAll("[^\\p{L}\\p{N}]", "")
                        .toUpperCase(Locale.ROOT);
        if (!normal.isEmpty()) {
            marks.add(hash(kind + "|" + normal));
        }
    }

    private String hash(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no " + ALGORITHM, e);
        }
    }
}
