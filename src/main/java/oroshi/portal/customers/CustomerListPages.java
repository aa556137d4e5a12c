package oroshi.portal.customers;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.Refusal;
import oroshi.clock.Clocks;
import oroshi.customers.CustomerPage;
import oroshi.customers.CustomerPageRequest;
import oroshi.customers.CustomerPosition;
import oroshi.customers.Customers;
import oroshi.customers.Tag;
import oroshi.partners.PartnerStatus;
import oroshi.partners.Partners;
import oroshi.portal.Choice;
import oroshi.portal.Flash;
import oroshi.portal.Form;
import oroshi.portal.Locales;
import oroshi.portal.Message;
import oroshi.portal.Page;
import oroshi.portal.Paging;
import oroshi.portal.Texts;
import oroshi.relationships.Partnerships;
import oroshi.relationships.RelationshipRequests;
import oroshi.rest.Attempt;

/** The customer list: search, filters, tags, export. */
@Controller
class CustomerListPages {
    private static final int PAGE = 50;

    private final Customers customers;
    private final Partnerships partnerships;
    private final Partners partners;
    private final RelationshipRequests requests;
    private final Clocks clocks;
    private final Locales locales;

    CustomerListPages(
            Customers customers,
            Partnerships partnerships,
            Partners partners,
            RelationshipRequests requests,
            Clocks clocks,
            Locales locales) {
        this.customers = customers;
        this.partnerships = partnerships;
        this.partners = partners;
        this.requests = requests;
        this.clocks = clocks;
        this.locales = locales;
    }

    @GetMapping("/customers")
    @Needs(Permission.CUSTOMER_VIEW)
    Page list(Caller caller, HttpServletRequest request) {
        return page(caller, request, Form.of(request));
    }

    @GetMapping("/customers/export")
    @Needs(Permission.CUSTOMER_EXPORT)
    void export(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var texts = locales.texts(request);
        var search = Listing.of(Form.of(request)).search(texts.language().locale());
        var zone = partners.get(caller.partnerId()).timeZone();
        var today = LocalDate.now(clocks.of(caller.partnerId()).withZone(zone));
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"Customers-" + today + ".csv\"");
        try (var export = new CustomerExport(response.getOutputStream(), texts)) {
            var next = Optional.<CustomerPosition>empty();
            do {
                var page = customers.list(caller.partnerId(), search, CustomerExport.portion(next));
                page.rows().forEach(export::write);
                next = page.next();
            } while (next.isPresent());
        }
    }

    /** Puts a tag on the chosen customers; without script the list's own form does it. */
    @PostMapping("/customers/tags")
    @Needs(Permission.CUSTOMER_TAGS)
    Page assignTag(Caller caller, HttpServletRequest request) {
        var form = Form.of(request);
        var chosen = form.values("customer").stream()
                .flatMap(text -> Ids.parse(text).stream())
                .map(CustomerId::new)
                .toList();
        if (chosen.isEmpty()) {
            return page(caller, request, form.reject("newTag", "customers.noneChosen"))
                    .rejected();
        }
        try {
            customers.addTags(caller.partnerId(), chosen, typedTags(form.value("newTag")));
        } catch (Refusal refusal) {
            Attempt.refused(refusal);
            var problem = Form.of(request);
            refusal.problems().forEach(each -> problem.reject("newTag", Message.of(each)));
            return page(caller, request, problem).rejected();
        }
        return Page.redirect(Listing.of(form).link("/customers"))
                .flash(Flash.success("customers.tagAssigned", form.value("newTag")));
    }

    /** One tag or several with commas between them; refuses none. */
    private static Set<Tag> typedTags(String typed) {
        return Arrays.stream(typed.isBlank() ? new String[] {""} : typed.split("[,、，]"))
                .filter(text -> typed.isBlank() || !text.isBlank())
                .map(Tag::parse)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Page page(Caller caller, HttpServletRequest request, Form form) {
        var texts = locales.texts(request);
        var listing = Listing.of(form);
        var found = customers.list(
                caller.partnerId(), listing.search(texts.language().locale()), portion(listing));
        return Page.of(
                "customers/list",
                "form",
                form,
                "sorting",
                listing.sorting(),
                "closest",
                listing.closest("/customers"),
                "here",
                listing.link("/customers"),
                "export",
                listing.link("/customers/export"),
                "narrowed",
                listing.isNarrowed(),
                "rows",
                found.rows(),
                "paging",
                paging(listing, found),
                "filters",
                filters(caller, texts),
                "requests",
                caller.may(Permission.RELATIONSHIP_REQUEST) && requests.mayRequest(partners.get(caller.partnerId())),
                "active",
                partners.get(caller.partnerId()).status() == PartnerStatus.ACTIVE);
    }

    private Filters filters(Caller caller, Texts texts) {
        var resellers = caller.may(Permission.RESELLER_VIEW)
                ? Choices.resellers(partnerships.resellersOf(caller.partnerId()))
                : List.<Choice>of();
        var inPublicCloud = caller.cloud().isPublic();
        return new Filters(
                resellers,
                Choices.tags(customers.tags(caller.partnerId())),
                Choices.relationships(texts),
                inPublicCloud ? Choices.agreements(texts) : List.of(),
                inPublicCloud ? Choices.qualifications(texts) : List.of());
    }

    private static CustomerPageRequest portion(Listing listing) {
        return listing.before()
                .map(position -> CustomerPageRequest.before(position, PAGE))
                .or(() -> listing.after().map(position -> CustomerPageRequest.after(position, PAGE)))
                .orElse(CustomerPageRequest.first(PAGE));
    }

    private static Paging paging(Listing listing, CustomerPage found) {
        var here = listing.link("/customers");
        var previous = found.previous().map(position -> here.with("before", Listing.word(position)));
        var next = found.next().map(position -> here.with("after", Listing.word(position)));
        var first = previous.map(any -> here);
        return Paging.of(first.orElse(null), previous.orElse(null), next.orElse(null));
    }
}
