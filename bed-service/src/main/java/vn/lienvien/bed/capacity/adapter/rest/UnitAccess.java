package vn.lienvien.bed.capacity.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.function.BiPredicate;
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
        return of(
                unit,
                roles[0],
                (actor, hospital) ->
                        actor.actsFor(hospital) && Arrays.stream(roles).anyMatch(actor::has));
    }

    /** Which transfer lies in which bed is for the ward and for coordinators. */
    Ward look(String unit) {
        return of(unit, Roles.COORDINATOR, Actor::looksAfter);
    }

    /** Who said what of a unit is for its own people and for those who watch over all. */
    Ward watch(String unit) {
        return of(
                unit,
                Roles.COORDINATOR,
                (actor, hospital) -> actor.looksAfter(hospital) || actor.has(Roles.AUTHORITY));
    }

    Ward coordinate(String unit) {
        return of(unit, Roles.COORDINATOR, (actor, _) -> actor.has(Roles.COORDINATOR));
    }

    /** Of their own hospital, or of all for a coordinator: see mayImport. */
    void importsReports() {
        require(Roles.NURSE, Roles.DOCTOR, Roles.SYSTEM, Roles.COORDINATOR);
    }

    boolean mayImport(Ward ward) {
        return current.get().looksAfter(ward.organisation().value());
    }

    void importsUnits() {
        require(Roles.COORDINATOR);
    }

    private void require(String... roles) {
        if (Arrays.stream(roles).noneMatch(current.get()::has)) {
            throw Problem.roleRequired(roles[0]).exception();
        }
    }

    private Ward of(String unit, String missing, BiPredicate<Actor, String> may) {
        var ward = units.find(new UnitId(unit)).orElseThrow(() -> Problem.notFound().exception());
        if (!may.test(current.get(), ward.organisation().value())) {
            throw Problem.roleRequired(missing).exception();
        }
        return ward;
    }
}
