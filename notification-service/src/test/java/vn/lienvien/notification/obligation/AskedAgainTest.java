package vn.lienvien.notification.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.notification.obligation.Story.CHO_RAY;
import static vn.lienvien.notification.obligation.Story.NIGHT;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.lienvien.events.Urgency;

/** A second red alert in the same attempt calls teams that could not go the first time. */
class AskedAgainTest {

    private static final Story U0 = Story.of(Urgency.U0);
    private static final String SEND_TEAM = "SEND_TEAM TEAM@cho-ray";

    private final Book book = new Book();

    @Test
    void aTeamThatCouldNotGoIsCalledOnceMore() {
        book.read(U0.teamAsked(CHO_RAY, 1), minutes(0), minutes(0));
        book.read(U0.teamCannot(CHO_RAY), minutes(1), minutes(1));
        assertThat(book.standing()).doesNotContain(SEND_TEAM);

        book.read(U0.teamAsked(CHO_RAY, 1), minutes(60), minutes(60));

        assertThat(book.standing()).contains(SEND_TEAM);
        book.read(U0.teamCannot(CHO_RAY), minutes(61), minutes(61));
        assertThat(book.standing()).doesNotContain(SEND_TEAM);
    }

    @Test
    void anAnswerThatIsReadBeforeItsQuestionStillAnswersIt() {
        book.read(U0.teamCannot(CHO_RAY), minutes(1), minutes(1));
        book.read(U0.teamAsked(CHO_RAY, 1), minutes(0), minutes(2));

        assertThat(book.standing()).doesNotContain(SEND_TEAM);
    }

    @Test
    void soDoesTheSecondAnswer() {
        book.read(U0.teamCannot(CHO_RAY), minutes(1), minutes(1));
        book.read(U0.teamCannot(CHO_RAY), minutes(61), minutes(61));
        book.read(U0.teamAsked(CHO_RAY, 1), minutes(60), minutes(62));

        assertThat(book.standing()).doesNotContain(SEND_TEAM);
    }

    private static Instant minutes(int after) {
        return NIGHT.plusSeconds(60L * after);
    }
}
