package vn.lienvien.bed.capacity.application;

import java.util.List;

/** Where the shipped register of hospitals is kept. */
public interface Facilities {

    /** Adds what is new, corrects what differs, and opens directory entries for their units. */
    void keep(List<Facility> facilities);
}
