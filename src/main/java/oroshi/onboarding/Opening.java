package oroshi.onboarding;

import java.util.List;
import org.springframework.stereotype.Component;
import oroshi.access.AccessRefusal;
import oroshi.access.Caller;
import oroshi.access.Permission;
import oroshi.agreements.AgreementRefusal;
import oroshi.agreements.Agreements;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.basics.TenantId;
import oroshi.customers.AgreementState;
import oroshi.customers.Customer;
import oroshi.customers.Customers;
import oroshi.customers.NewAccount;
import oroshi.customers.QualificationRequest;
import oroshi.database.Writes;
import oroshi.directory.Directory;
import oroshi.directory.NewTenant;
import oroshi.directory.NewUser;
import oroshi.directory.TemporaryPassword;
import oroshi.directory.Tenant;
import oroshi.orders.Buyer;
import oroshi.orders.NewOrder;
import oroshi.orders.NewOrderLine;
import oroshi.orders.Order;
import oroshi.orders.Orders;
import oroshi.partners.Markets;
import oroshi.partners.Partner;
import oroshi.partners.Partners;
import oroshi.partners.ValidationCodes;
import oroshi.relationships.GranularAdministration;
import oroshi.relationships.Relationships;

/** The steps that make a new customer, in their order, inside the transaction of whoever calls. */
@Component
class Opening {
    private final Partners partners;
    private final Markets markets;
    private final SandboxLimit sandboxLimit;
    private final ValidationCodes validationCodes;
    private final Directory directory;
    private final Customers customers;
    private final Relationships relationships;
    private final GranularAdministration administration;
    private final Agreements agreements;
    private final Orders orders;
    private final Writes writes;

    Opening(
            Partners partners,
            Markets markets,
            SandboxLimit sandboxLimit,
            ValidationCodes validationCodes,
            Directory directory,
            Customers customers,
            Relationships relationships,
            GranularAdministration administration,
            Agreements agreements,
            Orders orders,
            Writes writes) {
        this.partners = partners;
        this.markets = markets;
        this.sandboxLimit = sandboxLimit;
        this.validationCodes = validationCodes;
        this.directory = directory;
        this.customers = customers;
        this.relationships = relationships;
        this.administration = administration;
        this.agreements = agreements;
        this.orders = orders;
        this.writes = writes;
    }

    Onboarded open(Caller caller, CheckedAccount info, List<NewOrderLine> lines) {
        var partner = partners.get(caller.partnerId());
        requireMayOpen(caller, partner, info, lines);
        sandboxLimit.requireRoom(partner);
        info.qualification().flatMap(QualificationRequest::validationCode).ifPresent(code -> {
            validationCodes.take(partner.id(), code);
        });
        var password = TemporaryPassword.generate();
        var tenant = tenant(partner, info, password);
        var customer = customers.add(partner.id(), account(tenant, info));
        relationships.establish(
                partner.id(), customer.id(), info.reseller().map(Partner::id), info.delegatedAdministration());
        if (info.delegatedAdministration()) {
            administration.grant(partner.id(), customer.id());
            info.reseller().ifPresent(reseller -> administration.grant(reseller.id(), customer.id()));
        }
        if (info.agreement() instanceof AgreementChoice.Attested attested) {
            agreements.attestNew(partner.id(), customer.id(), attested.attestation());
        }
        if (info.agreement() instanceof AgreementChoice.AskCustomer) {
            agreements.ask(partner.id(), customer.id());
        }
        var placed = order(caller, partner, customer, info, lines);
        writes.flush();
        return new Onboarded(customer, "admin@" + tenant.initialDomain(), password, placed);
    }

    private void requireMayOpen(Caller caller, Partner partner, CheckedAccount info, List<NewOrderLine> lines) {
        if (!markets.takesNewCustomers(partner.cloud())) {
            throw Refusal.because(OnboardingRefusal.CLOUD_CLOSED);
        }
        var mayAdd = caller.isApplicationAlone() || caller.may(Permission.CUSTOMER_ADD);
        if (!mayAdd || !partner.type().buys()) {
            throw Refusal.because(AccessRefusal.ROLE_MISSING);
        }
        partner.requireMayAddCustomers();
        if (!partner.agreementSigned()) {
            throw Refusal.because(OnboardingRefusal.PARTNER_AGREEMENT_MISSING);
        }
        markets.require(partner, info.country());
        requireAgreement(caller, info, lines);
    }

    private static void requireAgreement(Caller caller, CheckedAccount info, List<NewOrderLine> lines) {
        switch (info.agreement()) {
            case AgreementChoice.Attested attested -> {
                if (!caller.may(Permission.CUSTOMER_ADD_ATTESTED)) {
                    throw Refusal.because(AgreementRefusal.NOT_ALLOWED);
                }
            }
            case AgreementChoice.AskCustomer asked -> refuseLines(lines, AgreementRefusal.AWAITING);
            case AgreementChoice.Undecided undecided -> refuseLines(lines, AgreementRefusal.MISSING);
            case AgreementChoice.NotNeeded notNeeded -> {}
        }
    }

    private static void refuseLines(List<NewOrderLine> lines, AgreementRefusal reason) {
        if (!lines.isEmpty()) {
            throw Refusal.because(reason);
        }
    }

    private Tenant tenant(Partner partner, CheckedAccount info, TemporaryPassword password) {
        var customer = info.customer();
        var admin = NewUser.admin(
                customer.contact().firstName(),
                customer.contact().lastName(),
                customer.culture().tag(),
                password);
        return directory.create(
                new NewTenant(
                        TenantId.next(),
                        partner.cloud(),
                        info.domainPrefix(),
                        customer.companyName().value(),
                        info.country(),
                        customer.culture().tag()),
                admin);
    }

    private static NewAccount account(Tenant tenant, CheckedAccount info) {
        return new NewAccount(
                CustomerId.of(tenant.id()),
                tenant.cloud(),
                tenant.initialDomain(),
                info.customer(),
                info.reseller().map(Partner::id),
                info.tags(),
                info.qualification(),
                info.entityKind(),
                state(info.agreement()),
                info.addressStanding(),
                info.delegatedAdministration());
    }

    private static AgreementState state(AgreementChoice choice) {
        return switch (choice) {
            case AgreementChoice.Attested attested -> AgreementState.ACCEPTED;
            case AgreementChoice.AskCustomer asked -> AgreementState.AWAITING_CUSTOMER;
            case AgreementChoice.Undecided undecided -> AgreementState.MISSING;
            case AgreementChoice.NotNeeded notNeeded -> AgreementState.NOT_NEEDED;
        };
    }

    private List<Order> order(
            Caller caller, Partner partner, Customer customer, CheckedAccount info, List<NewOrderLine> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        var buyer = Buyer.of(
                customer.id(),
                info.country(),
                info.approvedQualifications(),
                info.reseller().map(Partner::mpnId));
        return orders.place(partner.id(), buyer, NewOrder.of(lines, caller.name()));
    }
}
