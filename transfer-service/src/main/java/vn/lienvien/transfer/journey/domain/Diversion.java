package vn.lienvien.transfer.journey.domain;

/** Another destination for a patient already on the road. */
public sealed interface Diversion {

    record None() implements Diversion {}

    record Seeking() implements Diversion {}

    record Offered(Offers offers) implements Diversion {}

    /** The offers asked while travelling. */
    default Offers asked() {
        return this instanceof Offered(Offers offers) ? offers : Offers.NONE;
    }
}
