package vn.lienvien.bed.capacity.application;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.lienvien.bed.capacity.domain.Province;
import vn.lienvien.bed.capacity.domain.Surge;
import vn.lienvien.bed.placement.domain.OrganisationId;

/** Surges that last, and those that were. */
public interface Surges {

    /** False when one lasts there already. */
    boolean add(Surge surge);

    void end(Surge ended);

    /** Locked, so that it is ended once. */
    Optional<Surge> lock(UUID id);

    Optional<Surge> find(UUID id);

    /**
     * @param province null for the one declared everywhere
     */
    Optional<Surge> lasting(Province province);

    /** Newest first, after the given one. */
    List<Surge> page(boolean lastingOnly, UUID before, int limit);

    /** A hospital of the register is there. */
    boolean knows(Province province);

    /** Whose activated units are there; everybody's for null. */
    Set<OrganisationId> concerned(Province province);
}
