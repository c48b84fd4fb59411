package vn.lienvien.bed.placement.domain;

public record OrganisationId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
