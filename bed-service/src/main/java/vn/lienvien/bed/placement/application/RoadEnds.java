package vn.lienvien.bed.placement.application;

import java.util.List;
import vn.lienvien.bed.placement.domain.Place;

/** Where roads that matter begin and end. */
public interface RoadEnds {

    /** Where patients wait, then, in turn, other hospitals they could come from. */
    List<Place> senders(int atMost);

    /** Where they could go. */
    List<Place> units();
}
