package oroshi.catalog;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.Cloud;
import oroshi.basics.Ids;

/** The operator's way into the catalog: loads price lists, puts them in force and ends sales. */
@Service
@Transactional
public class PriceLists {
    private static final int PORTION = 20_000;

    private final PriceListTable table;
    private final PriceListImport.Tables tables;
    private final DataSource dataSource;
    private final Clock clock = Clock.systemUTC();

    PriceLists(PriceListTable table, PriceListImport.Tables tables, DataSource dataSource) {
        this.table = table;
        this.tables = tables;
        this.dataSource = dataSource;
    }

    /**
     * Loads the files as a list that nobody sees yet, in one transaction: for lists of a moderate size, such as that of a
     * demonstration. {@link PriceListLoads} takes any.
     *
     * @throws PriceListRejected when a line is wrong
     */
    public PriceList load(NewPriceList request, List<Resource> files) {
        var list = new PriceList(
                Ids.next(), request.cloud(), request.name(), request.effectiveFrom(), clock.instant(), null, 1);
        table.insert(list);
        var target = PricePortions.Target.here(dataSource, PORTION);
        var reading = new PriceListImport(new PricePortions(list.id(), target, 0, stored -> {}));
        reading.read(files, done -> {});
        reading.store(list.id(), tables);
        return list;
    }

    /** Loads the list and puts it in force, unless an active one of that name is there already. */
    public PriceList loadOnce(NewPriceList request, List<Resource> files) {
        return table.list(request.cloud()).stream()
                .filter(list -> list.name().equals(request.name()) && list.activatedAt() != null)
                .findFirst()
                .orElseGet(() -> {
                    var list = load(request, files);
                    activate(list);
                    return list;
                });
    }

    /** Makes a loaded list visible as a whole, in place of the one that begins at the same moment. */
    public void activate(PriceList list) {
        table.deactivate(list.cloud(), list.effectiveFrom());
        table.activate(list.id(), clock.instant());
    }

    /** Ends the sale of what has the code at the moment, whatever the price files say; false when nothing has it. */
    public boolean endSale(Cloud cloud, String code, Instant at) {
        return table.endSale(cloud, code, at) > 0;
    }

    /** Takes back the end of a sale. */
    public boolean continueSale(Cloud cloud, String code) {
        return table.endSale(cloud, code, null) > 0;
    }

    /** The lists of the cloud, the one with the latest date first. */
    @Transactional(readOnly = true)
    public List<PriceList> list(Cloud cloud) {
        return table.list(cloud);
    }
}
