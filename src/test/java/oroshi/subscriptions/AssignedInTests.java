package oroshi.subscriptions;

import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;

/** Says that as many licences are assigned as the nickname says: "20 assigned". */
@Component
class AssignedInTests implements AssignedLicenses {
    private static final Pattern NICKNAME = Pattern.compile("(\\d+) assigned");

    @Override
    public int count(PartnerId partnerId, CustomerId customerId, Subscription subscription) {
        var matcher = NICKNAME.matcher(subscription.friendlyName());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    @Override
    public int hold(PartnerId partnerId, CustomerId customerId, Subscription subscription) {
        return count(partnerId, customerId, subscription);
    }
}
