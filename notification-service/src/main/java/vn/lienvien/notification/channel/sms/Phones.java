package vn.lienvien.notification.channel.sms;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** Numbers as people write them, {@code 0903 123 456}, and as machines need them. */
final class Phones {

    private static final String HERE = "VN";
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private Phones() {}

    /** E.164, or nothing when no message can reach it: a landline, 115, or not a number. */
    static Optional<String> mobile(String written) {
        try {
            PhoneNumber number = NUMBERS.parse(written, HERE);
            return NUMBERS.isValidNumber(number) && takesMessages(number)
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException _) {
            return Optional.empty();
        }
    }

    private static boolean takesMessages(PhoneNumber number) {
        PhoneNumberType type = NUMBERS.getNumberType(number);
        return type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE;
    }
}
