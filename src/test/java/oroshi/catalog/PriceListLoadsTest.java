package oroshi.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static oroshi.catalog.CatalogStand.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.core.io.ByteArrayResource;
import oroshi.basics.Cloud;

@ResourceLock(CatalogStand.LISTS)
class PriceListLoadsTest {
    private static final String HEADER = """
            "ProductTitle","ProductId","SkuId","SkuTitle","Publisher","SkuDescription","UnitOfMeasure","TermDuration",\
            "BillingPlan","Market","Currency","UnitPrice","PricingTierRangeMin","PricingTierRangeMax",\
            "EffectiveStartDate","EffectiveEndDate","Tags","ERP Price","Segment"
            """;
    private static final String LINE = """
            "Meridian Workplace Essentials","CFQ7TTC0QX41","%04d","Meridian Workplace Essentials",\
            "Meridian Software Ltd","Mail, calendar and storage","","P1Y","Annual","GB","GBP","48","","",\
            "%d/1/2024 12:00:00 AM","11/30/9999 11:59:59 PM","License","60","Commercial"
            """;
    private static final int MANY = PriceListLoads.PORTION * 2 + 7;

    private final CatalogStand stand = new CatalogStand();

    @Test
    @DisplayName("a load that was killed goes on after the portions that are stored, and shows nothing before its end")
    void goesOnAfterAnInterruption() {
        var content = lines(MANY);
        var request = request("2050-01-01");
        var killed = new Interrupted("prices.csv", content, content.length() * 3 / 4);

        assertThatThrownBy(() -> stand.loads.load(request, List.of(killed))).hasRootCauseMessage("killed");
        var seen = stand.loads.list().getFirst();
        assertThat(seen.state()).isEqualTo(PriceListLoad.State.RUNNING);
        assertThat(seen.rows()).isEqualTo(PriceListLoads.PORTION);
        assertThat(isVisible(request)).isFalse();

        var loaded = stand.loads.load(request, List.of(file("prices.csv", content)));

        assertThat(loaded.prices()).isEqualTo(MANY);
        var ended = stand.loads.find(seen.id()).orElseThrow();
        assertThat(ended.state()).isEqualTo(PriceListLoad.State.DONE);
        assertThat(ended.rows()).isEqualTo(MANY);
        assertThat(ended.filesDone()).isEqualTo(1);
        assertThat(prices(ended)).isEqualTo(MANY);
        assertThat(isVisible(request)).isTrue();
    }

    @Test
    @DisplayName("other files for the same day take the place of a load that was interrupted")
    void startsAnewWithOtherFiles() {
        var content = lines(MANY);
        var request = request("2051-01-01");
        var killed = new Interrupted("prices.csv", content, content.length() * 3 / 4);
        assertThatThrownBy(() -> stand.loads.load(request, List.of(killed))).hasRootCauseMessage("killed");
        var interrupted = stand.loads.list().getFirst();

        stand.loads.load(request, List.of(file("prices.csv", lines(10))));

        assertThat(stand.loads.find(interrupted.id()).orElseThrow().state()).isEqualTo(PriceListLoad.State.ABANDONED);
        assertThat(prices(interrupted)).isZero();
        assertThat(prices(stand.loads.list().getFirst())).isEqualTo(10);
    }

    @Test
    @DisplayName("every wrong line is told, of any number of them, duplicates among them, and nothing is kept")
    void tellsEveryWrongLine() {
        var request = request("2052-01-01");
        var wrong = lines(300).replace("\"48\"", "\"4,80\"");
        var twice = HEADER + one(1) + one(1) + one(1);

        assertThatThrownBy(() -> stand.loads.load(
                        request, List.of(file("a.csv", wrong), file("b.csv", twice), file("notes.csv", "a,b\n1,2\n"))))
                .isInstanceOfSatisfying(PriceListRejected.class, rejected -> {
                    assertThat(rejected.found()).isEqualTo(303);
                    assertThat(rejected.problems())
                            .extracting(PriceListProblem::toString)
                            .contains(
                                    "notes.csv:1: the columns are those of no known kind of file",
                                    "a.csv:301: UnitPrice: '4,80' isn't well formed",
                                    "b.csv:3: prices the same from the same time as b.csv:2: GB GBP CFQ7TTC0QX41 0001"
                                            + " COMMERCIAL P1Y ANNUAL 2024-01-01T00:00:00Z 0",
                                    "b.csv:4: prices the same from the same time as b.csv:2: GB GBP CFQ7TTC0QX41 0001"
                                            + " COMMERCIAL P1Y ANNUAL 2024-01-01T00:00:00Z 0");
                });
        var load = stand.loads.list().getFirst();
        assertThat(load.state()).isEqualTo(PriceListLoad.State.REJECTED);
        assertThat(load.problemCount()).isEqualTo(303);
        assertThat(load.problems()).hasSize(303);
        assertThat(prices(load)).isZero();
        assertThat(stand.priceLists.list(Cloud.GERMANY))
                .noneMatch(list -> list.id().equals(load.id()));
    }

    @Test
    @DisplayName("a dry run finds the same problems and keeps nothing")
    void keepsNothingOfADryRun() {
        var request = request("2053-01-01");
        var before = rows();

        assertThat(stand.loads.check(request, List.of(file("prices.csv", lines(10)))))
                .isEqualTo(new PriceListImport.Content(10, 10, 0));
        assertThatThrownBy(() -> stand.loads.check(request, List.of(file("prices.csv", HEADER + one(1) + one(1)))))
                .isInstanceOf(PriceListRejected.class)
                .hasMessageContaining("prices.csv:3: prices the same");

        assertThat(rows()).isEqualTo(before);
        assertThat(isVisible(request)).isFalse();
    }

    @Test
    @DisplayName("archives are read as the files inside them")
    void readsArchives(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("read me.txt"), "no list");
        try (var zip = new ZipOutputStream(Files.newOutputStream(directory.resolve("GB.zip")))) {
            zip.putNextEntry(new ZipEntry("sheets.csv"));
            zip.write(lines(3).getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(directory.resolve("more.csv"), HEADER + one(9));
        var request = request("2054-01-01");

        var loaded = stand.loads.load(request, PriceListFiles.in(directory));

        assertThat(loaded).isEqualTo(new PriceListImport.Content(4, 4, 0));
        assertThat(isVisible(request)).isTrue();
    }

    @Test
    @DisplayName("what only looks like a key that is known is not taken for it")
    void tellsKeysApart() {
        var keys = new PriceKeys();

        assertThat(IntStream.range(0, 100_000).filter(key -> !keys.add("GB\tGBP\t" + key)))
                .isEmpty();
        assertThat(keys.add("GB\tGBP\t77")).isFalse();
    }

    private static NewPriceList request(String day) {
        return new NewPriceList(Cloud.GERMANY, "Test", Instant.parse(day + "T00:00:00Z"));
    }

    private static String lines(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(PriceListLoadsTest::one)
                .collect(Collectors.joining("", HEADER, ""));
    }

    private static String one(int number) {
        return LINE.formatted(number % 10_000, number / 10_000 + 1);
    }

    private long prices(PriceListLoad load) {
        return Objects.requireNonNull(stand.jdbc
                .sql("select count(*) from catalog.price where price_list_id = :id")
                .param("id", load.id())
                .query(Long.class)
                .single());
    }

    private String rows() {
        return Objects.requireNonNull(stand.jdbc.sql("""
                        select (select count(*) from catalog.price_list) || ' ' || (select count(*) from catalog.price)
                            || ' ' || (select count(*) from catalog.sku)
                        """).query(String.class).single());
    }

    private boolean isVisible(NewPriceList request) {
        return stand.priceLists.list(request.cloud()).stream()
                .anyMatch(list -> list.effectiveFrom().equals(request.effectiveFrom()) && list.activatedAt() != null);
    }

    /** A file whose reader is killed in the middle when it is read for the prices: the third time. */
    private static final class Interrupted extends ByteArrayResource {
        private final String name;
        private final byte[] beginning;
        private int opened;

        private Interrupted(String name, String content, int length) {
            super(content.getBytes(StandardCharsets.UTF_8));
            this.name = name;
            this.beginning = content.substring(0, length).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            if (++opened < 3) {
                return super.getInputStream();
            }
            return new SequenceInputStream(new ByteArrayInputStream(beginning), new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("killed");
                }

                @Override
                public int read(byte[] target, int from, int length) throws IOException {
                    return read();
                }
            });
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
