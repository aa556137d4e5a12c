package oroshi.browser;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That the look for barriers sees some: all other browser tests rest on it. */
class VisitorTest {
    @RegisterExtension
    static final Browser browser = new Browser();

    private static final String PAGE = """
            <!doctype html><html lang="en"><head><title>Orders</title><style>%s</style></head>
            <body><main><h1>Orders</h1>%s</main></body></html>""";

    private Visitor visitor;

    @BeforeEach
    void open() {
        visitor = browser.visitor(0, "en-US");
    }

    @Test
    @DisplayName("a sound page has no barrier")
    void acceptsASoundPage() {
        visitor.page().setContent(PAGE.formatted("", "<p>None yet</p>"));
        assertThatCode(visitor::findsNoBarrier).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("a field without a label is a barrier")
    void seesAMissingLabel() {
        visitor.page().setContent(PAGE.formatted("", "<input name=\"quantity\">"));
        assertThatThrownBy(visitor::findsNoBarrier)
                .hasMessageContaining("label")
                .hasMessageContaining("quantity");
    }

    @Test
    @DisplayName("text that is too faint in the dark only is a barrier")
    void seesWhatIsTooFaintInTheDark() {
        var faint =
                "@media (prefers-color-scheme: dark) { body { background: #000 } p { color: #333 } h1 { color: #fff } }";
        visitor.page().setContent(PAGE.formatted(faint, "<p>None yet</p>"));
        assertThatThrownBy(visitor::findsNoBarrier).hasMessageContaining("dark").hasMessageContaining("None yet");
    }
}
