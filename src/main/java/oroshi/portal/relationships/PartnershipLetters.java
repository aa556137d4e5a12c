package oroshi.portal.relationships;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import oroshi.portal.Choice;
import oroshi.portal.Form;
import oroshi.portal.Formats;
import oroshi.portal.Language;
import oroshi.portal.Locales;
import oroshi.portal.Messages;
import oroshi.portal.Page;
import oroshi.portal.Texts;

/** The pages with a text that asks for a partnership, which the partner changes and sends itself. */
@Component
class PartnershipLetters {
    private final Messages messages;
    private final Locales locales;

    PartnershipLetters(Messages messages, Locales locales) {
        this.messages = messages;
        this.locales = locales;
    }

    /** The text as it is before anybody has changed it, in the language that the reader chose. */
    Page draft(PartnershipLetter letter, HttpServletRequest request) {
        var form = Form.of(request);
        var language = language(form, request);
        form.fill("language", language.code()).fill("text", text(letter, language));
        return page(letter, form, language);
    }

    /** The text as the reader changed it; warns when the link is no longer in it. */
    Page check(PartnershipLetter letter, HttpServletRequest request) {
        var form = Form.of(request);
        if (!form.value("text").contains(link(letter))) {
            form.warn("text", "partnership.linkMissing");
        }
        return page(letter, form, language(form, request));
    }

    private Page page(PartnershipLetter letter, Form form, Language language) {
        var subject = words(language)
                .text(letter.key() + ".mailSubject", "partner", letter.sender().legalName());
        return Page.of(
                "relationships/invite",
                "form",
                form,
                "letter",
                letter,
                "draft",
                new Draft(subject, form.value("text")),
                "link",
                link(letter),
                "languages",
                List.of(Language.values()).stream()
                        .map(each -> Choice.of(each.code(), each.ownName()))
                        .toList());
    }

    private String text(PartnershipLetter letter, Language language) {
        var sender = letter.sender();
        return words(language)
                .text(
                        letter.key() + ".mailText",
                        "partner",
                        sender.legalName(),
                        "mpnId",
                        sender.mpnId(),
                        "link",
                        link(letter));
    }

    /** The words of the language that the text is written in, which need not be the reader's. */
    private Texts words(Language language) {
        return new Texts(messages, language, new Formats(language, language.locale()));
    }

    private Language language(Form form, HttpServletRequest request) {
        return Language.of(form.value("language"))
                .orElseGet(() -> locales.texts(request).language());
    }

    private static String link(PartnershipLetter letter) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(letter.accept())
                .queryParam(letter.sentBy(), letter.sender().id())
                .queryParam("token", letter.token())
                .toUriString();
    }
}
