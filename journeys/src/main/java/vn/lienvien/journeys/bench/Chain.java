package vn.lienvien.journeys.bench;

import java.util.concurrent.CompletableFuture;

/** From a request to a held slot and a stored alert; the floor and the product each have one. */
interface Chain {

    /** Runs the request's own part and returns; completes when everybody knows. */
    CompletableFuture<Void> begin();
}
