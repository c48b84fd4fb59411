package vn.lienvien.bed.capacity.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import vn.lienvien.bed.capacity.application.Units;
import vn.lienvien.bed.capacity.domain.Source;
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

    /** A person at the unit, or its hospital's information system. */
    Source source() {
        return current.get().has(Roles.SYSTEM) ? Source.SYSTEM : Source.UNIT;
    }

    Ward own(String unit, String... roles) {
        Ward ward = find(unit);
        Actor actor = current.get();
        if (!belongs(actor, ward) || Arrays.stream(roles).noneMatch(actor::has)) {
            throw Problem.roleRequired(roles[0]).exception();
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

    /** Who said what of a unit is for its own people and for those who watch over all. */
    Ward watch(String unit) {
        Ward ward = find(unit);
        Actor actor = current.get();
        if (!belongs(actor, ward) && !actor.has(Roles.COORDINATOR) && !actor.has(Roles.AUTHORITY)) {
            throw Problem.roleRequired(Roles.COORDINATOR).exception();
        }
        return ward;
    }

    Ward coordinate(String unit) {
        Ward ward = find(unit);
        if (!current.get().has(Roles.COORDINATOR)) {
            throw Problem.roleRequired(Roles.COORDINATOR).exception();
        }
        return ward;
    }

    /** Of their own hospital, or of all for a coordinator: see mayImport. */
    void importsReports() {
        require(Roles.NURSE, Roles.DOCTOR, Roles.SYSTEM, Roles.COORDINATOR);
    }

    boolean mayImport(Ward ward) {
        Actor actor = current.get();
        return belongs(actor, ward) || actor.has(Roles.COORDINATOR);
    }

    void importsUnits() {
        require(Roles.COORDINATOR);
    }

    private void require(String... roles) {
        if (Arrays.stream(roles).noneMatch(current.get()::has)) {
            throw Problem.roleRequired(roles[0]).exception();
        }
    }

    private Ward find(String unit) {
        return units.find(new UnitId(unit)).orElseThrow(() -> Problem.notFound().exception());
    }

    private static boolean belongs(Actor actor, Ward ward) {
        return actor.organisation().value().equals(ward.organisation().value());
    }
}
