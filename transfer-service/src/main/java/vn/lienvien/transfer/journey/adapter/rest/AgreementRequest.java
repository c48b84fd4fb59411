package vn.lienvien.transfer.journey.adapter.rest;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.UnitCode;
import vn.lienvien.transfer.journey.application.RequestPapers;
import vn.lienvien.transfer.text.Moment;
import vn.lienvien.transfer.text.PlainText;
import vn.lienvien.transfer.text.Text;

/** What people agreed before anything was typed: with whom, who, when and by which channel. */
record AgreementRequest(
        @NotNull OrganisationCode organisation,
        UnitCode unit,
        @NotEmpty @Size(max = 10) List<@NotNull @PlainText(max = 200) String> agreedBy,
        @NotNull @Moment Instant at,
        @NotNull Channel channel) {

    /** How they spoke. */
    enum Channel {
        PHONE,
        VIDEO,
        MEETING,
        MESSAGE,
        PAPER
    }

    RequestPapers.Agreement agreement() {
        return new RequestPapers.Agreement(
                organisation.value(),
                unit == null ? null : unit.value(),
                agreedBy.stream().map(Text::composed).toList(),
                at,
                channel.name());
    }
}
