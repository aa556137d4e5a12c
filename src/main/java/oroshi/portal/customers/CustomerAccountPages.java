package oroshi.portal.customers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import oroshi.access.AccessRefusal;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.basics.CustomerId;
import oroshi.basics.Problem;
import oroshi.basics.Refusal;
import oroshi.customers.AccountReview;
import oroshi.customers.AccountReviews;
import oroshi.customers.Customer;
import oroshi.customers.Customers;
import oroshi.customers.Tag;
import oroshi.directory.Directory;
import oroshi.onboarding.Leaving;
import oroshi.partners.Partner;
import oroshi.partners.Partners;
import oroshi.portal.Flash;
import oroshi.portal.Form;
import oroshi.portal.Message;
import oroshi.portal.Page;
import oroshi.portal.Texts;
import oroshi.portal.agreements.CustomerAgreements;
import oroshi.relationships.SelfServePermission;
import oroshi.relationships.SelfServePolicies;
import oroshi.rest.Attempt;

/** The Account section of a customer's record, and what is changed on it at once. */
@Controller
class CustomerAccountPages {
    private static final String REMOVAL = "/customers/{customerId}/account/remove-relationship";
    private static final String DELETION = "/customers/{customerId}/account/delete";

    private final Customers customers;
    private final Directory directory;
    private final CustomerAgreements agreements;
    private final Partners partners;
    private final Leaving leaving;
    private final AccountReviews reviews;
    private final SelfServePolicies policies;

    CustomerAccountPages(
            Customers customers,
            Directory directory,
            CustomerAgreements agreements,
            Partners partners,
            Leaving leaving,
            AccountReviews reviews,
            SelfServePolicies policies) {
        this.policies = policies;
        this.customers = customers;
        this.leaving = leaving;
        this.directory = directory;
        this.agreements = agreements;
        this.partners = partners;
        this.reviews = reviews;
    }

    @GetMapping("/customers/{customerId}")
    @Needs(Permission.CUSTOMER_VIEW)
    Page record(Caller caller, @PathVariable CustomerId customerId) {
        customers.get(caller.partnerId(), customerId);
        return Page.redirect("/customers/" + customerId + "/account");
    }

    @GetMapping("/customers/{customerId}/account")
    @Needs(Permission.CUSTOMER_VIEW)
    Page account(Caller caller, Texts texts, @PathVariable CustomerId customerId) {
        var customer = customers.get(caller.partnerId(), customerId);
        return page(caller, texts, customer, Form.empty().fill("tags", joined(customer)));
    }

    @PostMapping("/customers/{customerId}/account/tags")
    @Needs(Permission.CUSTOMER_TAGS)
    Page tags(Caller caller, Texts texts, @PathVariable CustomerId customerId, HttpServletRequest request) {
        var form = Form.of(request);
        try {
            var tags = Arrays.stream(form.value("tags").split("[,、，]"))
                    .filter(text -> !text.isBlank())
                    .map(Tag::parse)
                    .collect(Collectors.toSet());
            customers.assignTags(caller.partnerId(), customerId, tags);
        } catch (Refusal refusal) {
            if (refusal.problems().isEmpty()) {
                throw refusal;
            }
            Attempt.refused(refusal);
            refusal.problems().forEach(each -> form.reject("tags", Message.of(each)));
            return page(caller, texts, customers.get(caller.partnerId(), customerId), form)
                    .rejected();
        }
        return Page.redirect("/customers/" + customerId + "/account").flash(Flash.success("customers.tagsSaved"));
    }

    @PostMapping("/customers/{customerId}/account/permissions")
    @Needs(Permission.CUSTOMER_PERMISSIONS)
    Page permissions(Caller caller, @PathVariable CustomerId customerId, HttpServletRequest request) {
        var form = Form.of(request);
        var allowed = Arrays.stream(SelfServePermission.values())
                .filter(each -> form.has(each.name(), "true"))
                .collect(Collectors.toSet());
        policies.set(
                caller.partnerId(),
                customers.get(caller.partnerId(), customerId).id(),
                allowed);
        return Page.redirect("/customers/" + customerId + "/account")
                .flash(Flash.success("customers.permissionsSaved"));
    }

    private Page page(Caller caller, Texts texts, Customer customer, Form form) {
        var mayLeave = caller.may(Permission.RELATIONSHIP_REMOVE)
                && caller.partnerType().buys();
        var mayDelete = caller.may(Permission.RELATIONSHIP_REMOVE)
                && partners.get(caller.partnerId()).sandbox();
        var allowed = allowed(caller, customer);
        allowed.forEach(each -> form.fill(each.name(), "true"));
        return Page.of(
                "customers/account",
                "customer",
                customer,
                "directoryName",
                directory
                        .findTenant(customer.id().tenantId())
                        .map(tenant -> tenant.displayName())
                        .orElse(""),
                "resellerName",
                reseller(customer).map(Partner::legalName).orElse(""),
                "agreement",
                agreements.of(caller, texts, customer.id()),
                "allowed",
                allowed,
                "mayAllow",
                caller.may(Permission.CUSTOMER_PERMISSIONS)
                        && caller.partnerType().buys(),
                "mayLeave",
                mayLeave,
                "obstacles",
                mayLeave ? leaving.obstacles(caller.partnerId(), customer.id()) : List.<Problem>of(),
                "review",
                reviews.find(caller.partnerId(), customer.id()).map(AccountReview::status),
                "mayDelete",
                mayDelete,
                "obstaclesToDeletion",
                mayDelete ? leaving.obstaclesToDeletion(caller.partnerId(), customer.id()) : List.<Problem>of(),
                "form",
                form);
    }

    /** What the customer may buy by itself, for those who may see it. */
    private List<SelfServePermission> allowed(Caller caller, Customer customer) {
        return caller.mayRead(Permission.CUSTOMER_PERMISSIONS)
                ? policies.find(caller.partnerId(), customer.id()).stream()
                        .flatMap(policy -> policy.ordered().stream())
                        .toList()
                : List.of();
    }

    @GetMapping(REMOVAL)
    @Needs(Permission.RELATIONSHIP_REMOVE)
    Page askRemoval(Caller caller, @PathVariable CustomerId customerId) {
        var customer = customers.get(caller.partnerId(), customerId);
        requireSeller(caller);
        if (!leaving.obstacles(caller.partnerId(), customerId).isEmpty()) {
            return Page.redirect("/customers/" + customerId + "/account");
        }
        return Page.of(
                "customers/remove-relationship",
                "head",
                RecordHead.of(caller, customer),
                "sandbox",
                partners.get(caller.partnerId()).sandbox());
    }

    @PostMapping(REMOVAL)
    @Needs(Permission.RELATIONSHIP_REMOVE)
    Page remove(Caller caller, @PathVariable CustomerId customerId) {
        var name = customers.get(caller.partnerId(), customerId).name();
        requireSeller(caller);
        try {
            leaving.leave(caller.partnerId(), customerId);
        } catch (Refusal refusal) {
            if (refusal.problems().isEmpty()) {
                throw refusal;
            }
            Attempt.refused(refusal);
            return Page.redirect("/customers/" + customerId + "/account").flash(Flash.warning("leaving.first"));
        }
        return Page.redirect("/customers").flash(Flash.success("leaving.done", name));
    }

    @GetMapping(DELETION)
    @Needs(Permission.RELATIONSHIP_REMOVE)
    Page askDeletion(Caller caller, @PathVariable CustomerId customerId) {
        var customer = customers.get(caller.partnerId(), customerId);
        requireSandbox(caller);
        if (!leaving.obstaclesToDeletion(caller.partnerId(), customerId).isEmpty()) {
            return Page.redirect("/customers/" + customerId + "/account");
        }
        return Page.of("customers/delete", "head", RecordHead.of(caller, customer));
    }

    @PostMapping(DELETION)
    @Needs(Permission.RELATIONSHIP_REMOVE)
    Page delete(Caller caller, @PathVariable CustomerId customerId) {
        var name = customers.get(caller.partnerId(), customerId).name();
        requireSandbox(caller);
        try {
            leaving.delete(caller.partnerId(), customerId);
        } catch (Refusal refusal) {
            if (refusal.problems().isEmpty()) {
                throw refusal;
            }
            Attempt.refused(refusal);
            return Page.redirect("/customers/" + customerId + "/account").flash(Flash.warning("deleting.first"));
        }
        return Page.redirect("/customers").flash(Flash.success("deleting.done", name));
    }

    private void requireSandbox(Caller caller) {
        if (!partners.get(caller.partnerId()).sandbox()) {
            throw Refusal.because(AccessRefusal.PERMISSION_MISSING, "");
        }
    }

    private static void requireSeller(Caller caller) {
        if (!caller.partnerType().buys()) {
            throw Refusal.because(AccessRefusal.PERMISSION_MISSING, "");
        }
    }

    private Optional<Partner> reseller(Customer customer) {
        return customer.reseller().flatMap(partners::find);
    }

    private static String joined(Customer customer) {
        return customer.tags().stream().map(Tag::value).collect(Collectors.joining(", "));
    }
}
