package vn.lienvien.notification.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.Optional;

/** Phone numbers as they are typed in Viet Nam, and as they are dialled from anywhere. */
public final class Phones {

    private static final String VIET_NAM = "VN";
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final ShortNumberInfo SHORT = ShortNumberInfo.getInstance();

    private Phones() {}

    /**
     * E.164, with {@code ;ext=} when there is an extension; empty when nobody can be called there.
     */
    public static Optional<String> dialled(String typed) {
        return valid(typed)
                .map(
                        number ->
                                NUMBERS.format(number, PhoneNumberFormat.RFC3966)
                                        .replace("tel:", "")
                                        .replace("-", ""));
    }

    /** E.164, or nothing when no message can reach it: a landline, 115, or not a number. */
    public static Optional<String> mobile(String typed) {
        return valid(typed)
                .filter(Phones::takesMessages)
                .map(number -> NUMBERS.format(number, PhoneNumberFormat.E164));
    }

    private static boolean takesMessages(PhoneNumber number) {
        var type = NUMBERS.getNumberType(number);
        return type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE;
    }

    /** As {@link #dialled}, or one of the country's short numbers, such as 115. */
    public static Optional<String> dialledOrShort(String typed) {
        return dialled(typed).or(() -> Optional.of(typed.strip()).filter(Phones::isShort));
    }

    /** For reading: as it is written in Viet Nam. */
    public static String shown(String dialled) {
        return valid(dialled)
                .map(
                        number ->
                                NUMBERS.format(
                                        number,
                                        isFromHere(number)
                                                ? PhoneNumberFormat.NATIONAL
                                                : PhoneNumberFormat.INTERNATIONAL))
                .orElse(dialled);
    }

    private static boolean isFromHere(PhoneNumber number) {
        return number.getCountryCode() == NUMBERS.getCountryCodeForRegion(VIET_NAM);
    }

    private static Optional<PhoneNumber> valid(String typed) {
        try {
            return Optional.of(NUMBERS.parse(typed, VIET_NAM)).filter(NUMBERS::isValidNumber);
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static boolean isShort(String typed) {
        try {
            return typed.matches("\\d{3,6}")
                    && SHORT.isValidShortNumberForRegion(NUMBERS.parse(typed, VIET_NAM), VIET_NAM);
        } catch (NumberParseException e) {
            return false;
        }
    }
}
