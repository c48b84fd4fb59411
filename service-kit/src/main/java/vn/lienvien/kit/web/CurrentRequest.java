package vn.lienvien.kit.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;

/** What the kit needs to know of the HTTP request. */
@RequestScoped
public class CurrentRequest {

    private final CurrentVertxRequest request;

    CurrentRequest(CurrentVertxRequest request) {
        this.request = request;
    }

    /** Method and path, without query. */
    public String operation() {
        return request.getCurrent().request().method().name()
                + " "
                + request.getCurrent().normalizedPath();
    }
}
