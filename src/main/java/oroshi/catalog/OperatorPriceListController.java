package oroshi.catalog;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.ForOperators;
import oroshi.access.Operator;
import oroshi.basics.Ids;
import oroshi.basics.Refusal;
import oroshi.rest.ResourceCollection;
import oroshi.rest.RestRefusal;

/** Where the operator uploads price lists, tries them out before, and sees how their loads are going. */
@RestController
class OperatorPriceListController {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorPriceListController.class);
    private static final String ROOT = "/oroshi/operator/pricelists";
    private static final String ARCHIVE = "application/zip";

    private final PriceListLoads loads;
    private final PriceListUploads uploads;
    private final long largest;
    private final Clock clock = Clock.systemUTC();

    OperatorPriceListController(
            PriceListLoads loads,
            PriceListUploads uploads,
            @Value("${oroshi.catalog.largest-upload:1GB}") DataSize largest) {
        this.loads = loads;
        this.uploads = uploads;
        this.largest = largest.toBytes();
    }

    /** Takes a ZIP archive of the list's files and loads it in the background; the answer says where to look. */
    @PostMapping(path = ROOT, consumes = ARCHIVE)
    @ForOperators
    ResponseEntity<PriceListLoadResource> load(
            Operator operator, @ParameterObject PriceListQuery query, HttpServletRequest request) throws IOException {
        var list = query.toNewPriceList(clock);
        var load = uploads.start(list, PriceListUpload.receive(request.getInputStream(), largest));
        LOG.info(
                "{} uploaded the price list {} for {}, from {}",
                operator.signature(),
                list.name(),
                list.cloud(),
                list.effectiveFrom());
        return ResponseEntity.accepted()
                .location(URI.create(ROOT + "/" + load.id()))
                .body(PriceListLoadResource.of(load));
    }

    /** Takes the same archive and only tells whether it could be loaded, or what is wrong; nothing of it is kept. */
    @PostMapping(path = ROOT + "/check", consumes = ARCHIVE)
    @ForOperators
    PriceListCheckResource check(@ParameterObject PriceListQuery query, HttpServletRequest request) throws IOException {
        var list = query.toNewPriceList(clock);
        try (var upload = PriceListUpload.receive(request.getInputStream(), largest)) {
            return PriceListCheckResource.of(loads.check(list, upload.files()));
        } catch (PriceListRejected rejected) {
            return PriceListCheckResource.of(rejected);
        }
    }

    @GetMapping(ROOT)
    @ForOperators
    ResourceCollection<PriceListLoadResource> list() {
        return ResourceCollection.of(
                loads.list().stream().map(PriceListLoadResource::of).toList());
    }

    @GetMapping(ROOT + "/{priceListId}")
    @ForOperators
    PriceListLoadResource get(@PathVariable String priceListId) {
        return Ids.parse(priceListId)
                .flatMap(loads::find)
                .map(PriceListLoadResource::of)
                .orElseThrow(() -> Refusal.because(RestRefusal.NOT_FOUND));
    }
}
