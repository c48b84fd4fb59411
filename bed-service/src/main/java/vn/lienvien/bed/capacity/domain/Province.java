package vn.lienvien.bed.capacity.domain;

import java.text.Normalizer;
import java.util.Locale;

/** A province of today, by its name in the register, such as Hồ Chí Minh. */
public record Province(String name) {

    /** The name in plain letters: what may be said on a topic. */
    public String code() {
        return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
