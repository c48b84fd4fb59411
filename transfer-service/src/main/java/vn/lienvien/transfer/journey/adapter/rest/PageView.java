package vn.lienvien.transfer.journey.adapter.rest;

import java.util.List;

/**
 * @param nextCursor null on the last page
 */
record PageView(List<TransferView> items, String nextCursor) {}
