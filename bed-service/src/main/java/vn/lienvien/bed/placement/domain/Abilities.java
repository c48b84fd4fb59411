package vn.lienvien.bed.placement.domain;

import java.math.BigDecimal;
import java.util.Set;

/**
 * What a unit can do, each yes, no or unknown.
 *
 * @param lacking what it is known not to have; a specialty in neither set is unknown
 * @param minKg the lightest patient its cannulas and oxygenators fit; null when it states no limit
 * @param maxKg the heaviest its bed and lift carry; null when it states no limit
 */
public record Abilities(
        Ages ages,
        BigDecimal minKg,
        BigDecimal maxKg,
        Finding vv,
        Finding va,
        Finding crrt,
        Finding isolation,
        Set<Specialty> specialties,
        Set<Specialty> lacking) {

    public Abilities {
        specialties = Set.copyOf(specialties);
        lacking = Set.copyOf(lacking);
    }

    Finding ecmo(Needs needs) {
        if (needs.ecmoStatus() == EcmoStatus.NOT_NEEDED) {
            return Finding.YES;
        }
        return switch (needs.ecmoMode()) {
            case VV -> vv;
            case VA -> va;
            case VAV -> vv.and(va);
            case OTHER -> doesNone() ? Finding.NO : Finding.UNKNOWN;
            case null -> anyMode(needs.ecmoStatus());
        };
    }

    /** Whoever only wants advice may need no ECMO after all. */
    private Finding anyMode(EcmoStatus status) {
        if (vv == Finding.YES && va == Finding.YES) {
            return Finding.YES;
        }
        return doesNone() && status != EcmoStatus.UNKNOWN ? Finding.NO : Finding.UNKNOWN;
    }

    private boolean doesNone() {
        return vv == Finding.NO && va == Finding.NO;
    }

    boolean limitsWeight() {
        return minKg != null || maxKg != null;
    }

    Finding carries(BigDecimal kg) {
        if (kg == null) {
            return limitsWeight() ? Finding.UNKNOWN : Finding.YES;
        }
        boolean tooLight = minKg != null && kg.compareTo(minKg) < 0;
        boolean tooHeavy = maxKg != null && kg.compareTo(maxKg) > 0;
        return tooLight || tooHeavy ? Finding.NO : Finding.YES;
    }

    Finding has(Set<Specialty> needed) {
        if (needed.stream().anyMatch(lacking::contains)) {
            return Finding.NO;
        }
        return specialties.containsAll(needed) ? Finding.YES : Finding.UNKNOWN;
    }
}
