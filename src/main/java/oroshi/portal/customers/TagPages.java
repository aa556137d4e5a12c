package oroshi.portal.customers;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.basics.Refusal;
import oroshi.basics.Typed;
import oroshi.customers.CustomerRefusal;
import oroshi.customers.Tag;
import oroshi.customers.Tags;
import oroshi.portal.Flash;
import oroshi.portal.Form;
import oroshi.portal.Message;
import oroshi.portal.Page;
import oroshi.rest.Attempt;

/** Manage tags: which there are, on how many customers, and renaming, merging and deleting them everywhere at once. */
@Controller
@Needs(Permission.CUSTOMER_TAGS)
class TagPages {
    private static final String PAGE = "/customers/tags";

    private final Tags tags;

    TagPages(Tags tags) {
        this.tags = tags;
    }

    @GetMapping(PAGE)
    Page list(Caller caller) {
        return Page.of("customers/tags", "uses", tags.list(caller.partnerId()));
    }

    @GetMapping(PAGE + "/rename")
    Page askName(Caller caller, HttpServletRequest request) {
        var form = Form.of(request);
        return page(caller, form.fill("newName", tag(form).value()), false);
    }

    /** Renames; a name in use is asked back once, because the two tags can't be told apart afterwards. */
    @PostMapping(PAGE + "/rename")
    Page rename(Caller caller, HttpServletRequest request) {
        var form = Form.of(request);
        try {
            var newName = Tag.parse(form.value("newName"));
            tags.rename(caller.partnerId(), tag(form), newName, form.has("merge", newName.value()));
            return Page.redirect(PAGE)
                    .flash(Flash.success("tags.renamed", tag(form).value(), newName.value()));
        } catch (Refusal refusal) {
            if (refusal.problems().isEmpty()) {
                throw refusal;
            }
            Attempt.refused(refusal);
            var inUse = refusal.problems().stream().anyMatch(each -> each.reason() == CustomerRefusal.TAG_IN_USE);
            if (!inUse) {
                refusal.problems().forEach(each -> form.reject("newName", Message.of(each)));
            }
            return page(caller, form, inUse).rejected();
        }
    }

    @GetMapping(PAGE + "/delete")
    Page askDeletion(Caller caller, HttpServletRequest request) {
        return Page.of("customers/tag-delete", "use", tags.get(caller.partnerId(), tag(Form.of(request))));
    }

    @PostMapping(PAGE + "/delete")
    Page delete(Caller caller, HttpServletRequest request) {
        var tag = tag(Form.of(request));
        tags.delete(caller.partnerId(), tag);
        return Page.redirect(PAGE).flash(Flash.success("tags.deleted", tag.value()));
    }

    private Page page(Caller caller, Form form, boolean merging) {
        var newName = new Tag(Typed.name(form.value("newName")));
        var other = tags.find(caller.partnerId(), newName);
        return Page.of(
                "customers/tag-rename",
                "use",
                tags.get(caller.partnerId(), tag(form)),
                "form",
                form,
                "merging",
                merging,
                "others",
                other.map(use -> use.customers()).orElse(0L),
                "newName",
                newName.value());
    }

    private static Tag tag(Form form) {
        return new Tag(Typed.name(form.value("tag").replace("\0", "")));
    }
}
