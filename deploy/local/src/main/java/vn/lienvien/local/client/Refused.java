package vn.lienvien.local.client;

/** The system said no, and why. */
public final class Refused extends RuntimeException {

    private final transient Answer answer;

    Refused(Answer answer) {
        super(answer.status() + " " + answer.problem() + " " + answer.body());
        this.answer = answer;
    }

    public Answer answer() {
        return answer;
    }
}
