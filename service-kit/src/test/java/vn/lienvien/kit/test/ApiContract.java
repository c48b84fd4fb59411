package vn.lienvien.kit.test;

import org.junit.jupiter.api.Test;

/** What holds for every operation of every service. A service's test says who its callers are. */
public abstract class ApiContract {

    /** The sweep with the service's own table, made anew for each test. */
    protected abstract ApiSweep api();

    @Test
    void everyOperationHasItsRow() {
        api().everyOperationHasItsRow();
    }

    @Test
    void everyOperationSaysWhatItDoesAndHowItFails() {
        api().everyOperationSaysWhatItDoesAndHowItFails();
    }

    @Test
    void everyExampleIsOne() {
        api().everyExampleIsOne();
    }

    @Test
    void everyExampleIsUnderstood() {
        api().everyExampleIsUnderstood();
    }

    @Test
    void nobodyComesInWithoutAToken() {
        api().nobodyComesInWithoutAToken();
    }

    @Test
    void everybodyIsOnlyLetWhereTheyBelong() {
        api().everybodyIsOnlyLetWhereTheyBelong();
    }

    @Test
    void noBadBodyLeavesATrace() {
        api().noBadBodyLeavesATrace();
    }

    @Test
    void noOddPathLeavesATrace() {
        api().noOddPathLeavesATrace();
    }

    @Test
    void noOddQueryIsAFault() {
        api().noOddQueryIsAFault();
    }

    @Test
    void noOddHeaderLeavesATrace() {
        api().noOddHeaderLeavesATrace();
    }
}
