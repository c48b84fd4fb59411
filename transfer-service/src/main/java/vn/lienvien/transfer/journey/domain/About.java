package vn.lienvien.transfer.journey.domain;

/** What never changes of a transfer. */
public record About(TransferId id, CaseCode caseCode, Organisation origin) {}
