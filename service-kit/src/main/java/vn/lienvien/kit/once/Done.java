package vn.lienvien.kit.once;

/**
 * What is kept of a command's answer: the body of a repeat is the resource as it is then.
 *
 * @param resourceId what was made or changed; null when refused
 * @param version of the resource; null when it has none
 * @param refusal code of the refusal; null when done
 */
public record Done(int status, String resourceId, Long version, String refusal) {

    public static Done ok(Object id) {
        return new Done(200, id.toString(), null, null);
    }

    public static Done created(Object id) {
        return new Done(201, id.toString(), null, null);
    }

    /**
     * A refusal is an answer too: the repeat of a refused command is refused for the same reason.
     */
    public static Done refused(String code) {
        return new Done(409, null, null, code);
    }

    public Done version(long version) {
        return new Done(status, resourceId, version, refusal);
    }

    public boolean isRefused() {
        return refusal != null;
    }
}
