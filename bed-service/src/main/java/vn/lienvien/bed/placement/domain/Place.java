package vn.lienvien.bed.placement.domain;

/**
 * Where a hospital stands.
 *
 * @param bigCity Hà Nội or Hồ Chí Minh City, where traffic is slow; null elsewhere
 */
public record Place(double latitude, double longitude, String bigCity) {

    private static final double EARTH_RADIUS_KM = 6371;

    public double greatCircleKm(Place other) {
        double dLat = Math.toRadians(other.latitude - latitude);
        double dLon = Math.toRadians(other.longitude - longitude);
        double a =
                Math.pow(Math.sin(dLat / 2), 2)
                        + Math.cos(Math.toRadians(latitude))
                                * Math.cos(Math.toRadians(other.latitude))
                                * Math.pow(Math.sin(dLon / 2), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(a));
    }

    boolean sameBigCity(Place other) {
        return bigCity != null && bigCity.equals(other.bigCity);
    }
}
