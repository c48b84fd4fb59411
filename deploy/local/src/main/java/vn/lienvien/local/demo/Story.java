package vn.lienvien.local.demo;

import java.time.Duration;

/** A case that can be played: who did what, and how many minutes after the request. */
interface Story {

    /** Name of the request in {@code /cases}, and of {@code --case}. */
    String name();

    Line title();

    /** From the request to the last word. */
    Duration lasts();

    void tell(Teller teller);
}
