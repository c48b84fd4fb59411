package vn.lienvien.transfer.journey.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import vn.lienvien.transfer.journey.domain.Transfer;
import vn.lienvien.transfer.journey.domain.TransferId;

/** Reads what belongs together at one moment. */
@ApplicationScoped
public class ViewingTransfers {

    private final TransferPages pages;

    ViewingTransfers(TransferPages pages) {
        this.pages = pages;
    }

    @Transactional
    public Optional<TransferPages.Shown> find(TransferId id) {
        return pages.find(id);
    }

    @Transactional
    public List<Transfer> list(TransferPages.Filter filter) {
        return pages.list(filter);
    }

    @Transactional
    public List<TransferPages.Line> timeline(TransferId id) {
        return pages.timeline(id);
    }
}
