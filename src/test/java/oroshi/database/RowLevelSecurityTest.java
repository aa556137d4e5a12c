package oroshi.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.OroshiTest;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;

@OroshiTest
class RowLevelSecurityTest {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void showsAPartnerItsOwnRowsToAStatementWithoutItsWhere() {
        var mine = new PartnerId(Ids.next());
        var theirs = new PartnerId(Ids.next());
        add(mine, mine);
        add(theirs, theirs);
        assertThat(visibleTo(mine)).isEqualTo(1);
        assertThat(visibleTo(new PartnerId(Ids.next()))).isZero();
    }

    @Test
    void showsNothingOutsideAPartnersScope() {
        var partner = new PartnerId(Ids.next());
        add(partner, partner);
        assertThat(new TransactionTemplate(transactions).<Long>execute(status -> count()))
                .isZero();
        assertThat(count()).isZero();
    }

    @Test
    void refusesARowForAnotherPartner() {
        assertThatThrownBy(() -> add(new PartnerId(Ids.next()), new PartnerId(Ids.next())))
                .hasStackTraceContaining("violates row-level security policy");
    }

    @Test
    void changesNoRowOfAnotherPartner() {
        var partner = new PartnerId(Ids.next());
        add(partner, partner);
        var changed = PartnerScope.call(new PartnerId(Ids.next()), () -> new TransactionTemplate(transactions)
                .<Integer>execute(status -> jdbc.sql("update clock.partner_clock set version = version + 1")
                        .update()));
        assertThat(changed).isZero();
    }

    private void add(PartnerId scope, PartnerId owner) {
        PartnerScope.run(scope, () -> new TransactionTemplate(transactions).executeWithoutResult(status -> jdbc.sql(
                        "insert into clock.partner_clock (partner_id, shift_millis, version) values (?, 0, 1)")
                .param(owner.value())
                .update()));
    }

    private long visibleTo(PartnerId partner) {
        return PartnerScope.call(partner, () -> new TransactionTemplate(transactions).<Long>execute(status -> count()));
    }

    private long count() {
        return jdbc.sql("select count(*) from clock.partner_clock")
                .query(Long.class)
                .single();
    }
}
