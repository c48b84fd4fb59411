package vn.lienvien.bed.placement.application;

import java.util.Optional;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Ward;

/** Which units exist today. */
public interface WardRegister {

    Optional<Ward> find(UnitId unit);
}
