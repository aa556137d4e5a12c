package oroshi.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Server, migration, pool, transactions: each needs the one before it, so none is used too early. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DatabaseSettings.class, JobSettings.class})
class DatabaseConfiguration {
    @Bean
    @ConditionalOnMissingBean
    DatabaseServer databaseServer(DatabaseSettings settings) {
        return settings.embedded()
                ? EmbeddedPostgres.start(EmbeddedHome.choose(settings.askedHome()))
                : ExternalServer.of(settings);
    }

    @Bean
    Migration migration(DatabaseServer server) {
        return Migration.run(server.access());
    }

    @Bean
    HikariDataSource dataSource(Migration migration, DatabaseSettings settings) {
        return ConnectionPool.open(migration.access(), settings);
    }

    @Bean
    Writes writes(DataSource dataSource) {
        return new Writes(dataSource);
    }

    @Bean
    PartnerTransactionManager transactionManager(DataSource dataSource, Writes writes) {
        return new PartnerTransactionManager(dataSource, writes);
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource dataSource, Writes writes) {
        return new OrderedStatements(dataSource, writes);
    }
}
