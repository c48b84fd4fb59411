package vn.lienvien.bed.capacity.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import vn.lienvien.bed.capacity.application.Units;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Ward;
import vn.lienvien.kit.access.Actor;
import vn.lienvien.kit.access.CurrentActor;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.kit.problem.Problem;

/** Every unit is in the directory for everybody; only its own people speak for it. */
@ApplicationScoped
class UnitAccess {

    private final CurrentActor current;
    private final Units units;

    UnitAccess(CurrentActor current, Units units) {
        this.current = current;
        this.units = units;
    }

    String user() {
        return current.get().user();
    }

    Ward own(String unit, String... roles) {
        Ward ward = find(unit);
        Actor actor = current.get();
        if (!belongs(actor, ward) || Arrays.stream(roles).noneMatch(actor::has)) {
            throw Problem.roleRequired(roles[0]).exception();
        }
        return ward;
    }

    /** Its own doctor or nurse, or a coordinator who has called them. */
    Ward speakFor(String unit) {
        Ward ward = find(unit);
        Actor actor = current.get();
        boolean own = belongs(actor, ward) && (actor.has(Roles.DOCTOR) || actor.has(Roles.NURSE));
        if (!own && !actor.has(Roles.COORDINATOR)) {
            throw Problem.roleRequired(Roles.COORDINATOR).exception();
        }
        return ward;
    }

    /** Which transfer lies in which bed is for the ward and for coordinators. */
    Ward look(String unit) {
        Ward ward = find(unit);
        Actor actor = current.get();
        if (!belongs(actor, ward) && !actor.has(Roles.COORDINATOR)) {
            throw Problem.roleRequired(Roles.COORDINATOR).exception();
        }
        return ward;
    }

    private Ward find(String unit) {
        return units.find(new UnitId(unit)).orElseThrow(() -> Problem.notFound().exception());
    }

    private static boolean belongs(Actor actor, Ward ward) {
        return actor.organisation().value().equals(ward.organisation().value());
    }
}
