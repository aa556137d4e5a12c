package oroshi.portal.onboarding;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.basics.DraftId;
import oroshi.basics.Problem;
import oroshi.basics.Refusal;
import oroshi.basics.UserId;
import oroshi.directory.Directory;
import oroshi.directory.DomainPrefix;
import oroshi.onboarding.AccountField;
import oroshi.portal.Form;
import oroshi.portal.Message;
import oroshi.portal.Page;
import oroshi.portal.Tone;

/** The hint whether a domain is free while it is typed: nothing is reserved, and only the submit decides (D4). */
@Controller
@Needs(Permission.CUSTOMER_ADD)
class DomainPages {
    private static final int CHECKS_A_MINUTE = 60;

    private final Directory directory;
    private final LoadingCache<UserId, AtomicInteger> checks = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(10_000)
            .build(user -> new AtomicInteger());

    DomainPages(Directory directory) {
        this.directory = directory;
    }

    @GetMapping("/customers/new/{draftId}/domain")
    Page check(@PathVariable DraftId draftId, @RequestParam(defaultValue = "") String domainPrefix, Caller caller) {
        if (domainPrefix.isBlank()) {
            return Page.of("onboarding/empty");
        }
        if (isTooOften(caller)) {
            return says(draftId, Tone.INFO, Message.of("wizard.domain.paused"), List.of());
        }
        try {
            return answer(draftId, caller, directory.prefix(caller.cloud(), domainPrefix));
        } catch (Refusal refused) {
            var problem = Problem.of(
                    AccountField.DOMAIN_PREFIX.key(),
                    refused.reason(),
                    refused.arguments().toArray());
            return says(draftId, Tone.DANGER, FormMessages.message(problem), List.of());
        }
    }

    /** The field filled with a proposal. */
    @GetMapping("/customers/new/{draftId}/domain-field")
    Page field(@PathVariable DraftId draftId, @RequestParam(defaultValue = "") String domainPrefix, Caller caller) {
        return Page.of(
                "onboarding/domain",
                "form",
                Form.empty().fill(AccountField.DOMAIN_PREFIX.key(), domainPrefix),
                "root",
                Wizard.root(draftId),
                "suffix",
                directory.suffix(caller.cloud()));
    }

    private Page answer(DraftId draftId, Caller caller, DomainPrefix prefix) {
        var domain = directory.domainName(caller.cloud(), prefix);
        if (directory.isFree(caller.cloud(), prefix)) {
            return says(draftId, Tone.SUCCESS, Message.of("wizard.domain.free", "domain", domain), List.of());
        }
        var proposals = directory.proposals(caller.cloud(), prefix);
        return says(draftId, Tone.DANGER, Message.of("domain.taken", domain, proposals), proposals);
    }

    private static Page says(DraftId draftId, Tone tone, Message message, List<String> proposals) {
        return Page.of(
                "onboarding/domain-says",
                "root",
                Wizard.root(draftId),
                "tone",
                tone,
                "message",
                message,
                "proposals",
                proposals);
    }

    private boolean isTooOften(Caller caller) {
        return caller.userId()
                .map(user -> Objects.requireNonNull(checks.get(user)).incrementAndGet() > CHECKS_A_MINUTE)
                .orElse(true);
    }
}
