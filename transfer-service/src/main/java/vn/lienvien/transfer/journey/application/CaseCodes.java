package vn.lienvien.transfer.journey.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import vn.lienvien.transfer.journey.domain.CaseCode;

/** Codes that can be said on the phone: no 0, 1, I, L, O or U. */
@ApplicationScoped
class CaseCodes {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 6;

    private final SecureRandom random = new SecureRandom();

    CaseCode next() {
        return new CaseCode(
                random.ints(LENGTH, 0, ALPHABET.length())
                        .mapToObj(ALPHABET::charAt)
                        .map(String::valueOf)
                        .collect(Collectors.joining()));
    }
}
