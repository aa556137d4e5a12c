package oroshi.catalog;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.core.io.Resource;

/** The files of one price list, each read as a stream, and what is wrong with them. */
final class PriceFiles {
    /** More are only counted. */
    private static final int MOST_TOLD = 1_000;

    private final List<PriceListProblem> problems = new ArrayList<>();
    private int found;

    /** A file whose columns say what it holds. */
    record PriceFile(PriceFileFormat format, String name, Resource content) {}

    /** What is done with a line; it may find the line unreadable. */
    @FunctionalInterface
    interface LineReader {
        void read(PriceFileLine line);
    }

    /** The files in the order in which they have to be read. */
    List<PriceFile> recognise(List<Resource> resources) {
        var files = new ArrayList<PriceFile>();
        for (var resource : resources) {
            recognise(resource, files);
        }
        files.sort(Comparator.comparing(PriceFile::format).thenComparing(PriceFile::name));
        return files;
    }

    /** Reads every line of the file; an unreadable one becomes a problem. */
    void read(PriceFile file, LineReader reader) {
        try (var csv = open(file.content())) {
            for (var row : csv) {
                read(new PriceFileLine(file.name(), row), reader);
            }
        } catch (CsvParseException notCsv) {
            report(new PriceListProblem(file.name(), 0, "", Objects.toString(notCsv.getMessage(), "isn't CSV")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void report(PriceListProblem problem) {
        found++;
        if (problems.size() < MOST_TOLD) {
            problems.add(problem);
        }
    }

    /** Refuses the list when anything was wrong. */
    void refuse() {
        if (isRefused()) {
            throw new PriceListRejected(problems, found);
        }
    }

    /** Whether anything was wrong so far. */
    boolean isRefused() {
        return found > 0;
    }

    /** The answer, empty when the line is unreadable, which was reported before. */
    <T> Optional<T> ifReadable(Supplier<T> answer) {
        try {
            return Optional.of(answer.get());
        } catch (PriceFileLine.Unreadable reported) {
            return Optional.empty();
        }
    }

    private void read(PriceFileLine line, LineReader reader) {
        try {
            reader.read(line);
        } catch (PriceFileLine.Unreadable unreadable) {
            report(unreadable.problem());
        }
    }

    private void recognise(Resource resource, List<PriceFile> files) {
        var name = Objects.requireNonNullElse(resource.getFilename(), "file");
        try (var csv = open(resource)) {
            var rows = csv.iterator();
            if (!rows.hasNext()) {
                report(new PriceListProblem(name, 1, "", "holds no lines"));
                return;
            }
            var format = PriceFileFormat.of(rows.next().getHeader());
            if (format.isEmpty()) {
                report(new PriceListProblem(name, 1, "", "the columns are those of no known kind of file"));
                return;
            }
            files.add(new PriceFile(format.get(), name, resource));
        } catch (CsvParseException notCsv) {
            report(new PriceListProblem(name, 1, "", Objects.toString(notCsv.getMessage(), "isn't CSV")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static CsvReader<NamedCsvRecord> open(Resource resource) throws IOException {
        return CsvReader.builder()
                .detectBomHeader(true)
                .ofNamedCsvRecord(resource.getInputStream(), StandardCharsets.UTF_8);
    }
}
