package oroshi.portal.customers;

import java.util.Arrays;
import java.util.List;
import oroshi.customers.AgreementState;
import oroshi.customers.CountryRules;
import oroshi.customers.EducationSegment;
import oroshi.customers.Qualification;
import oroshi.customers.RelationshipKind;
import oroshi.customers.Tag;
import oroshi.partners.ValidationCode;
import oroshi.portal.Choice;
import oroshi.portal.Texts;
import oroshi.relationships.Partnership;

/** What the lists of the customer pages offer. */
final class Choices {
    private Choices() {}

    static List<Choice> relationships(Texts texts) {
        return Arrays.stream(RelationshipKind.values())
                .map(kind -> Choice.of(kind.name(), texts.text("customers.relationship." + kind.name())))
                .toList();
    }

    static List<Choice> agreements(Texts texts) {
        return Arrays.stream(AgreementState.values())
                .map(state -> Choice.of(state.name(), texts.text("customers.agreement." + state.name())))
                .toList();
    }

    static List<Choice> qualifications(Texts texts) {
        return Arrays.stream(Qualification.values())
                .map(each -> Choice.of(each.name(), texts.text("customers.qualification." + each.name())))
                .toList();
    }

    static List<Choice> segments(Texts texts) {
        return Arrays.stream(EducationSegment.values())
                .map(each -> Choice.of(each.name(), texts.text("customers.segment." + each.name())))
                .toList();
    }

    static List<Choice> tags(List<Tag> tags) {
        return tags.stream().map(tag -> Choice.of(tag.value(), tag.value())).toList();
    }

    static List<Choice> resellers(List<Partnership> partnerships) {
        return partnerships.stream()
                .map(Partnership::other)
                .map(reseller -> Choice.of(reseller.id().toString(), reseller.legalName() + " — " + reseller.mpnId()))
                .toList();
    }

    static List<Choice> codes(List<ValidationCode> codes, Texts texts) {
        return codes.stream()
                .filter(code -> code.remainingCreates() > 0)
                .map(code -> Choice.of(
                        code.code(),
                        texts.text(
                                "customers.code",
                                "code",
                                code.code(),
                                "left",
                                code.remainingCreates(),
                                "all",
                                code.maxCreates())))
                .toList();
    }

    static List<Choice> states(CountryRules rules, Texts texts) {
        return rules.subdivisions().stream()
                .map(each -> Choice.of(each.code(), each.in(texts.language().locale())))
                .toList();
    }

    static List<Choice> cultures(CountryRules rules, Texts texts) {
        var language = texts.language().locale();
        return rules.cultures().stream()
                .map(each -> Choice.of(each.tag(), each.locale().getDisplayName(language)))
                .toList();
    }
}
